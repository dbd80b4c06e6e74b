import AdvisoryTypes
import Casework
import Foundation

/// Numbers and days in words.
enum Quantity {
  static func businessDays(_ count: Int) -> String { counted(count, "business day") }
  static func days(_ count: Int) -> String { counted(count, "day") }
  static func hours(_ count: Int) -> String { counted(count, "hour") }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// `a, b and c`.
  static func list(_ words: [String], _ last: String = "and") -> String {
    guard let end = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(last) \(end)"
  }

  static func firstDay(of line: Policy.ReleaseLine) -> String { Timestamp.day(line.supportedFrom) }

  /// The last day with support: the end of support is the midnight after it.
  static func lastDay(of line: Policy.ReleaseLine) -> String {
    line.supportedUntil.map { Timestamp.day($0.addingTimeInterval(-1)) } ?? "no end planned"
  }
}
