import Casework
import Testing

/// Every message to every state against the receiving tables: 28 × 2240 cells.
@Suite struct ReceivingTests {
  @Test(arguments: CaseMessage.allCases)
  func `A message changes its receiver and is answered as the tables say`(_ message: CaseMessage) throws {
    var wrong: [String] = []
    for receiver in ParticipantLetters.all {
      let actual = try #require(receiver.state).receiving(message)
      let expected = try #require(Self.expected(message.rawValue, at: receiver), "no row for \(receiver)")
      if ParticipantLetters(actual.state) != expected.0 || actual.replies.map(\.rawValue) != expected.1 {
        wrong.append("\(receiver): \(actual), not \(expected)")
      }
    }
    #expect(wrong.first == nil, "one of \(wrong.count) cells")
  }

  private static func expected(
    _ message: String, at receiver: ParticipantLetters
  ) -> (ParticipantLetters, [String])? {
    switch message.first {
    case "R": report(message, at: receiver)
    // "Any message at C: no step, may be ignored" stands once, in the table of reports, and holds for the others.
    case "E": receiver.rm == "C" ? (receiver, []) : embargo(message, at: receiver)
    case "C": receiver.rm == "C" ? (receiver, []) : facts(message, at: receiver)
    default: VultronTables.generalReplies[message].map { (receiver, $0) }
    }
  }

  private static func report(_ message: String, at receiver: ParticipantLetters) -> (ParticipantLetters, [String])? {
    let who = receiver.isVendor ? "vendor" : "non-vendor"
    return VultronTables.receivingReports.rows(for: message)
      .first {
        TextTable.admits($0[1], receiver.rm) && TextTable.admits($0[2], who) && TextTable.fits(receiver.facts, $0[3])
      }
      .map { (receiver.setting(TextTable.list($0[4])).moving(rm: $0[5]), TextTable.list($0[6])) }
  }

  private static func embargo(_ message: String, at receiver: ParticipantLetters) -> (ParticipantLetters, [String])? {
    VultronTables.receivingEmbargoes.rows(for: message)
      .first {
        TextTable.admits($0[1], receiver.pxa ? "pxa" : "not pxa") && TextTable.admits($0[2], receiver.em)
      }
      .map { (receiver.moving(em: $0[3]), TextTable.list($0[4])) }
  }

  private static func facts(_ message: String, at receiver: ParticipantLetters) -> (ParticipantLetters, [String])? {
    for row in VultronTables.receivingFacts.rows(for: message) where TextTable.fits(receiver.facts, row[1]) {
      guard let effect = TextTable.effect(of: receiver.em, in: row[2], row[4]) else { continue }
      return (receiver.setting(TextTable.list(row[3])).moving(em: effect), TextTable.list(row[5]))
    }
    return nil
  }
}
