import Foundation
import Testing

@testable import Mail

/// Field values and what stalwartlabs/mail-parser reads from them. A vector may hold the fields that follow as well;
/// ours are read through a whole header, so that folding is tested too.
@Suite("The field vectors", .enabled(if: Corpus.isPresent, "conformance/mail is not beside the package"))
struct FieldVectorTests {
  struct Vector: CustomTestStringConvertible {
    let header: String
    let expected: Any
    var testDescription: String { header.debugDescription }
    func message(_ name: String) -> Message { Message(reading: Array("\(name): \(header)\n\n".utf8)) }
  }

  static func vectors(_ name: String) throws -> [Vector] {
    let list = try #require(try Corpus.json("fields/\(name).json") as? [[String: Any]])
    return list.compactMap { entry in
      (entry["header"] as? String).map { Vector(header: $0, expected: entry["expected"] ?? NSNull()) }
    }
  }

  @Test("Subjects")
  func unstructured() throws {
    // They set a blank between text and a word glued to it; we show what was sent.
    let glued = "[SUSPECTED SPAM]"
    for vector in try Self.vectors("unstructured") where vector.header != "Some text =?utf-8?Q??=here\n" {
      let expected = (vector.expected as? String)?.replacingOccurrences(of: "\(glued) ", with: glued)
      #expect(vector.message("Subject").subject == expected, "\(vector.testDescription)")
    }
  }

  @Test("Message ids")
  func ids() throws {
    for vector in try Self.vectors("id") {
      // An id with blanks inside is nobody's: it is passed over, not kept.
      let expected = (vector.expected as? [String] ?? []).filter { !$0.contains(" ") }
      #expect(vector.message("References").references == expected, "\(vector.testDescription)")
    }
  }

  @Test("Dates")
  func dates() throws {
    for vector in try Self.vectors("date") {
      let date = MailDate.seconds(vector.message("Date").dateText ?? "")
      let parts = vector.expected as? [String: Any]
      let fields = ["year", "month", "day", "hour", "minute", "second"].compactMap { parts?[$0] as? Int }
      guard let parts, fields.count == 6, let date else {
        #expect(date == nil || parts != nil, "\(vector.testDescription)")
        continue
      }
      let offset = (parts["tz_hour"] as? Int ?? 0) * 3600 + (parts["tz_minute"] as? Int ?? 0) * 60
      let local = date + (parts["tz_before_gmt"] as? Bool == true ? -offset : offset)
      let text = MailDate.text(local)
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
      let expected =
        "\(two(fields[2])) \(months[fields[1] - 1]) \(fields[0]) \(two(fields[3])):\(two(fields[4])):\(two(fields[5]))"
      #expect(text.contains(expected), "\(vector.testDescription): \(text)")
    }
  }

  @Test("Content types and their parameters")
  func contentTypes() throws {
    for vector in try Self.vectors("content_type") where !isDeviation(vector.header) {
      let field = try #require(vector.message("X").fields.first)
      let value = ParameterizedValue(reading: field.bytes)
      guard let expected = vector.expected as? [String: Any] else { continue }
      let type = [expected["c_type"], expected["c_subtype"]].compactMap { $0 as? String }.joined(separator: "/")
      #expect(value.value == type || value.value == type + "/", "\(vector.testDescription)")
      for pair in expected["attributes"] as? [[String]] ?? [] where !pair[0].hasSuffix("-language") {
        #expect(value[pair[0]] == pair[1], "\(vector.testDescription)")
      }
    }
  }

  private func isDeviation(_ header: String) -> Bool {
    Self.contentTypeDeviations.contains { header.hasPrefix($0.prefix) }
  }

  /// Read otherwise, on purpose.
  static let contentTypeDeviations: [(prefix: String, reason: String)] = [
    ("application/pdf\n   filename*0*", "the charset stands on later segments too, which RFC 2231 does not allow"),
    ("image/jpeg;\n   name=\"=?iso-8859-1?B?4Q==?= =", "they set blanks between words inside quotes"),
    ("test/encoded;", "the name holds a NUL, which we make a blank"),
    ("malicious/attempt;", "asterisks all over; nothing depends on what comes out"),
  ]

  @Test("Address lists")
  func addresses() throws {
    for vector in try Self.vectors("address") {
      guard let expected = vector.expected as? [String: Any] else { continue }
      var list = expected["List"] as? [[String: Any]] ?? []
      for group in expected["Group"] as? [[String: Any]] ?? [] { list += group["addresses"] as? [[String: Any]] ?? [] }
      // They keep comments beside the name, blanks inside addresses, and source routes; we do not.
      let isStrict =
        !vector.header.contains("(") && !vector.header.contains("test  . example")
        && !vector.header.contains("@node.test")
      let ours = vector.message("To").to
      if isStrict {
        #expect(ours.map(\.address) == list.map { $0["address"] as? String ?? "" }, "\(vector.testDescription)")
        #expect(
          ours.map { ($0.name ?? "").trimmingCharacters(in: .whitespaces) }
            == list.map { ($0["name"] as? String ?? "").trimmingCharacters(in: .whitespaces) },
          "\(vector.testDescription)")
      } else {
        #expect(ours.allSatisfy { !$0.address.contains(" ") && !$0.address.contains("(") })
      }
    }
  }
}
