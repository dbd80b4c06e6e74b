public import Foundation

/// Which days count for promises made in business days. Days begin at midnight UTC.
public struct BusinessCalendar: Hashable, Sendable {
  /// Days off as `2026-12-25`.
  public var holidays: Set<String>

  public init(holidays: Set<String> = []) { self.holidays = holidays }

  /// The same hour, that many business days later. A count that begins on a day off begins with the next business day.
  public func date(_ days: Int, businessDaysAfter start: Date) -> Date {
    var date = start
    var left = days
    // A calendar of nothing but holidays must not keep us here for ever.
    var guardrail = 3_660
    while left > 0, guardrail > 0 {
      date = date.addingTimeInterval(86_400)
      if isBusinessDay(date) { left -= 1 }
      guardrail -= 1
    }
    return date
  }

  func isBusinessDay(_ date: Date) -> Bool {
    let days = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
    // 1 January 1970 was a Thursday.
    let weekday = ((days % 7) + 7 + 4) % 7
    guard weekday != 0, weekday != 6 else { return false }
    return holidays.isEmpty || !holidays.contains(Self.day(days))
  }

  /// The civil date of a day number (days since 1970-01-01), by Howard Hinnant's algorithm.
  static func day(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(civilMonth, 2))-\(padded(day, 2))"
  }
}
