import Casework
import Testing

/// The 32 states of the facts against the complete table.
@Suite struct CaseFactsTests {
  /// One row: `V→Vfdpxa, P→vfdPxa` becomes a dictionary.
  struct Row: Sendable, CustomStringConvertible {
    let state: String
    let allowed: [String: String]
    let forced: String?
    let embargo: String
    var description: String { state }

    init(_ cells: [String]) {
      state = cells[1]
      let steps = TextTable.list(cells[2]).map { TextTable.list($0, by: "→") }
      allowed = Dictionary(uniqueKeysWithValues: steps.map { ($0[0], $0[1]) })
      forced = cells[3].isEmpty ? nil : cells[3]
      embargo = cells[4]
    }
  }

  static let rows = VultronTables.caseFacts.rows.map(Row.init)

  @Test(arguments: rows)
  func `From each state the six events lead where the table says, or nowhere`(_ row: Row) throws {
    let facts = try #require(CaseFacts(row.state))
    for event in CaseFacts.Event.allCases {
      #expect(facts.after(event)?.description == row.allowed[event.rawValue], "\(row.state) \(event.rawValue)")
    }
    #expect(facts.forced?.rawValue == row.forced)
  }

  @Test(arguments: rows)
  func `Each state says what an embargo may do`(_ row: Row) throws {
    let facts = try #require(CaseFacts(row.state))
    let rules: [String: CaseFacts.EmbargoRule] = [
      "may start / hold": .mayHold,
      "may start, brief only": .mayStartBrief,
      "SHOULD NOT start": .shouldNotStart,
      "SHOULD end; none may start": .shouldEnd,
      "MUST end; none may start": .mustEnd,
    ]
    #expect(facts.embargoRule == rules[row.embargo])
    #expect(facts.mayStartEmbargo == row.embargo.hasPrefix("may start"))
    #expect(facts.pxa == row.state.hasSuffix("pxa"))
  }

  @Test(arguments: rows)
  func `Six letters say six facts`(_ row: Row) throws {
    let facts = try #require(CaseFacts(row.state))
    let said = [
      facts.vendorAware, facts.fixReady, facts.fixDeployed, facts.publicAware, facts.exploitPublic,
      facts.attacksObserved,
    ]
    #expect(said == row.state.map(\.isUppercase))
    #expect(facts.description == row.state)
    let events = zip(CaseFacts.Event.allCases, said).filter(\.1).map(\.0)
    #expect(CaseFacts(events) == facts)
  }

  @Test func `All 32 states stand in the order of the table`() {
    #expect(Self.rows.count == 32)
    #expect(CaseFacts.all.map(\.description) == Self.rows.map(\.state))
    #expect(CaseFacts() == CaseFacts.all.first)
  }

  @Test func `There are 58 steps, 12 transient states, 70 complete histories and one end`() {
    func histories(from facts: CaseFacts) -> Int {
      let next = CaseFacts.Event.allCases.compactMap(facts.after)
      return next.isEmpty ? 1 : next.map(histories).reduce(0, +)
    }
    let steps = CaseFacts.all.map { facts in CaseFacts.Event.allCases.compactMap(facts.after).count }
    #expect(steps.reduce(0, +) == 58)
    #expect(Self.rows.map(\.allowed.count).reduce(0, +) == 58)
    #expect(CaseFacts.all.filter { $0.forced != nil }.count == 12)
    #expect(histories(from: CaseFacts()) == 70)
    #expect(zip(CaseFacts.all, steps).filter { $1 == 0 }.map(\.0.description) == ["VFDPXA"])
  }

  @Test func `Of the 64 spellings the 32 impossible ones are refused`() {
    let spellings = (0..<64).map { bits in
      CaseFacts.Event.allCases.enumerated().map { index, event in
        bits >> index & 1 == 1 ? event.rawValue : event.rawValue.lowercased()
      }.joined()
    }
    let possible = Set(Self.rows.map(\.state))
    for spelling in spellings {
      #expect((CaseFacts(spelling) != nil) == possible.contains(spelling), "\(spelling)")
    }
  }

  @Test(arguments: ["", "vfdpx", "vfdpxaa", "fvdpxa", "vfdpx ", " vfdpxa", "ＶFDPXA", "V\u{301}fdpxa", "vfdpx1"])
  func `Anything but the six letters in their order is refused`(_ text: String) {
    #expect(CaseFacts(text) == nil)
  }
}
