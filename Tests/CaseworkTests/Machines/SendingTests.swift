import Casework
import Testing

/// Every message from every state against the sending tables: 28 × 2240 cells.
@Suite struct SendingTests {
  @Test(arguments: CaseMessage.allCases)
  func `A message changes its sender as the tables say, or is refused`(_ message: CaseMessage) throws {
    var wrong: [String] = []
    for sender in ParticipantLetters.all {
      let state = try #require(sender.state)
      let actual = (try? state.sending(message)).map { ParticipantLetters($0) }
      let expected = Self.expected(message.rawValue, from: sender)
      if actual != expected {
        wrong.append("\(sender): \(actual?.description ?? "refused"), not \(expected?.description ?? "refused")")
      }
    }
    #expect(wrong.first == nil, "one of \(wrong.count) cells")
  }

  private static func expected(_ message: String, from sender: ParticipantLetters) -> ParticipantLetters? {
    switch message.first {
    case "R": report(message, from: sender)
    case "E": embargo(message, from: sender)
    case "C": facts(message, from: sender)
    default: sender
    }
  }

  private static func report(_ message: String, from sender: ParticipantLetters) -> ParticipantLetters? {
    // Beside the table: do not close while the embargo is active or under revision.
    if message == "RC", sender.em == "A" || sender.em == "R" { return nil }
    return VultronTables.sendingReports.rows(for: message)
      .first { TextTable.admits($0[1], sender.rm) }
      .map { sender.moving(rm: $0[2]) }
  }

  private static func embargo(_ message: String, from sender: ParticipantLetters) -> ParticipantLetters? {
    guard sender.rm != "C" else { return nil }
    return VultronTables.sendingEmbargoes.rows(for: message)
      .first { ($0[1] == "any" || sender.pxa) && TextTable.admits($0[2], sender.em) }
      .map { sender.moving(em: $0[3]) }
  }

  private static func facts(_ message: String, from sender: ParticipantLetters) -> ParticipantLetters? {
    guard sender.rm != "C" else { return nil }
    for row in VultronTables.sendingFacts.rows(for: message) {
      guard TextTable.fits(sender.facts, row[1]), TextTable.admits(row[2], sender.rm),
        let effect = TextTable.effect(of: sender.em, in: row[3], row[6])
      else { continue }
      let events = TextTable.list(row[4])
      guard let first = events.first else { return sender }
      guard mayHappen(first, at: sender) else { return nil }
      return sender.setting(events).moving(rm: row[5], em: effect)
    }
    return nil
  }

  /// What stands beside the table of messages: the machine of the facts, in which a forced event comes first; the
  /// vendor's three letters, which others do not have; and that a fix is made only while the report is accepted or
  /// deferred.
  private static func mayHappen(_ event: String, at sender: ParticipantLetters) -> Bool {
    if ["V", "F", "D"].contains(event), !sender.isVendor { return false }
    if ["F", "D"].contains(event), sender.rm != "A", sender.rm != "D" { return false }
    let known = sender.isVendor ? sender : sender.setting(["V"])
    return CaseFactsTests.rows.contains { $0.state == known.facts && $0.allowed[event] != nil }
  }

  @Test func `A refusal is a sentence that names the message and what stands in its way`() {
    func refusal(_ message: CaseMessage, _ state: ParticipantState) -> String? {
      do throws(ProtocolFault) {
        _ = try state.sending(message)
        return nil
      } catch {
        #expect(error.message == message)
        return error.reason
      }
    }
    let held = ParticipantState(rm: .deferred, em: .active, isVendor: true)
    #expect(
      refusal(.reportClosed, held)
        == "RC cannot be sent: an embargo is in force, so the report rests until it has ended.")
    #expect(
      refusal(.reportInvalid, ParticipantState(rm: .valid, isVendor: false))
        == "RI cannot be sent: \"invalidate\" does not follow \"valid\" in report management.")
    #expect(refusal(.fixReady, .reporter) == "CF cannot be sent: only a vendor says so.")
    #expect(
      refusal(.reportSubmission, .other)
        == "RS cannot be sent: only who has accepted a report passes it on, and here it is start.")
  }

  @Test func `An exploit tells the public, so the two messages leave together`() throws {
    #expect(ParticipantState.reporter.together(with: .exploitPublic) == [.exploitPublic, .publicAware])
    let published = try ParticipantState.reporter.sending(.publicAware)
    #expect(published.together(with: .exploitPublic) == [.exploitPublic])
    #expect(ParticipantState.reporter.together(with: .attacksObserved) == [.attacksObserved])
  }
}
