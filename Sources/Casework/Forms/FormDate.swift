import AdvisoryTypes
import Foundation

/// Dates as people write them into a form: always with the hour, always in UTC (S71).
enum FormDate {
  static let example = "2026-12-14 14:00"

  /// Reads `2026-12-14 14:00`, with `T` for the blank, with seconds, with `Z` or `UTC` at the end.
  static func read(_ text: String, label: String) throws(Refusal) -> Date {
    var rest = Substring(text)
    if rest.hasSuffix("UTC") { rest = rest.dropLast(3) } else if rest.hasSuffix("Z") { rest = rest.dropLast() }
    rest = Substring(rest.trimmingCharacters(in: .whitespaces))
    let marks = rest.utf8
    let shape = marks.count == 16 || marks.count == 19
    if shape, let separator = marks.dropFirst(10).first, [0x20, 0x54].contains(separator) {
      let seconds = marks.count == 16 ? ":00" : ""
      let day = String(decoding: marks.prefix(10), as: UTF8.self)
      let time = String(decoding: marks.dropFirst(11), as: UTF8.self)
      if let date = Timestamp.date("\(day)T\(time)\(seconds)Z") { return date }
    }
    if marks.count == 10, Timestamp.date("\(rest)T00:00:00Z") != nil {
      throw Refusal("“\(label)” needs the hour as well, in UTC: such as \(rest) 14:00.", rule: "S71")
    }
    throw Refusal(
      "“\(label)” is a date and an hour in UTC, such as \(example); “\(text.excerpt())” is none.", rule: "S71")
  }
}
