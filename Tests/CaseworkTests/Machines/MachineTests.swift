import Casework
import Testing

/// Every cell of the three small machines, the empty ones included.
@Suite struct MachineTests {
  @Test(arguments: VultronTables.reportManagement.steps)
  func `Report management steps as its table says, and nowhere else`(_ step: TextTable.Step) throws {
    let from = try #require(ReportManagement.State(rawValue: step.from))
    let event = try #require(ReportManagement.Event(rawValue: step.event))
    #expect(from.after(event)?.rawValue == step.expected)
  }

  @Test(arguments: VultronTables.embargoManagement.steps)
  func `Embargo management steps as its table says, and nowhere else`(_ step: TextTable.Step) throws {
    let from = try #require(EmbargoManagement.State(rawValue: step.from))
    let event = try #require(EmbargoManagement.Event(rawValue: step.event))
    #expect(from.after(event)?.rawValue == step.expected)
  }

  @Test(arguments: VultronTables.embargoConsent.steps)
  func `Consent steps as its table says, and nowhere else`(_ step: TextTable.Step) throws {
    let from = try #require(EmbargoConsent.State(rawValue: step.from))
    let trigger = try #require(EmbargoConsent.Trigger(rawValue: step.event))
    #expect(from.after(trigger)?.rawValue == step.expected)
  }

  @Test func `The tables name every state and every event once`() {
    let rm = VultronTables.reportManagement
    #expect(rm.rows.map { $0[0] } == ReportManagement.State.allCases.map(\.rawValue))
    #expect(rm.header.dropFirst() == ArraySlice(ReportManagement.Event.allCases.map(\.rawValue)))
    #expect(rm.steps.count == 7 * 6)
    let em = VultronTables.embargoManagement
    #expect(em.rows.map { $0[0] } == EmbargoManagement.State.allCases.map(\.rawValue))
    #expect(em.header.dropFirst() == ArraySlice(EmbargoManagement.Event.allCases.map(\.rawValue)))
    #expect(em.steps.count == 5 * 4)
    let consent = VultronTables.embargoConsent
    #expect(consent.rows.map { $0[0] } == EmbargoConsent.State.allCases.map(\.rawValue))
    #expect(consent.header.dropFirst() == ArraySlice(EmbargoConsent.Trigger.allCases.map(\.rawValue)))
    #expect(consent.steps.count == 5 * 5)
  }

  @Test func `The subsets of report states are those of the standard`() {
    func letters(_ belongs: (ReportManagement.State) -> Bool) -> String {
      ReportManagement.State.allCases.filter(belongs).map(\.rawValue).joined()
    }
    #expect(letters(\.isOpen) == "RIVAD")
    #expect(letters(\.isValidYetUnclosed) == "VAD")
    #expect(letters(\.isPotentiallyValid) == "RVAD")
    #expect(letters(\.isActive) == "RVA")
    #expect(letters(\.isInactive) == "IDC")
  }

  @Test func `An embargo binds while it is active or under revision, and a signatory alone adheres to it`() {
    #expect(EmbargoManagement.State.allCases.filter(\.inForce) == [.active, .revising])
    #expect(EmbargoConsent.State.allCases.filter(\.adheres) == [.signatory])
  }
}
