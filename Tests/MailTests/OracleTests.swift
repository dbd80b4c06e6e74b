import Foundation
import Mail
import Testing

/// What GMime 3.2.13 and CPython 3.11 read from the same mails. Where both agree, it is a fact.
@Suite("Two other parsers", .enabled(if: Corpus.isPresent, "conformance/mail is not beside the package"))
struct OracleTests {
  /// Where we read otherwise than both, and why.
  static let deviations = [
    "mime/malformed-boundary-param-folded-no-semicolon.eml filenames":
      "The boundary stands behind a fold instead of a `;`. We read it and so find image001.png; both others find no part."
  ]

  @Test("Subject, sender and Message-ID are read as two other parsers read them", arguments: Corpus.messages)
  func agreesOnFields(_ name: String) throws {
    let (facts, agree) = try facts(name)
    let message = Message(reading: try Corpus.bytes(name))
    check(name, "subject", agree) { message.subject.map(words) == (facts["subject"] as? String).map(words) }
    check(name, "message_id", agree) { message.messageID == facts["message_id"] as? String }
    check(name, "from_addr", agree) {
      let expected = (facts["from"] as? [[String]] ?? []).map { $0[1] }
      return message.from.map(\.address) == expected
    }
  }

  @Test("Part types and file names are read as two other parsers read them", arguments: Corpus.messages)
  func agreesOnParts(_ name: String) throws {
    let (facts, agree) = try facts(name)
    let parts = flat(Message(reading: try Corpus.bytes(name)).root)
    let expected = facts["parts"] as? [[Any]] ?? []
    check(name, "types", agree) { parts.map(\.mediaType) == expected.map { ($0[0] as? String)?.lowercased() } }
    // Only the names: where an unread inner part shifts the list, the names still stand in order.
    check(name, "filenames", agree) { parts.compactMap(\.fileName) == expected.compactMap { $0[1] as? String } }
  }

  private func facts(_ name: String) throws -> (facts: [String: Any], agree: [String: Bool]) {
    let all = try #require(Corpus.json("oracle-facts.json") as? [String: [String: Any]])
    let entry = try #require(all[name])
    return (try #require(entry["gmime"] as? [String: Any]), try #require(entry["agree"] as? [String: Bool]))
  }

  private func check(_ name: String, _ fact: String, _ agree: [String: Bool], holds: () -> Bool) {
    guard agree[fact] == true else { return }
    let isDeviation = Self.deviations["\(name) \(fact)"] != nil
    #expect(holds() != isDeviation, "\(name): \(fact)")
  }

  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  private func flat(_ part: Part) -> [Part] { [part] + part.children.flatMap(flat) }
}
