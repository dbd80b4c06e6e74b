public import FoundationEssentials

/// Points in time as records write them: RFC 3339, in UTC with a `Z`, to the second.
public enum Timestamp {
  /// `1900-01-02T03:04:05Z`. Fractions of a second are cut off; years beyond 0000 to 9999 are drawn to their bounds.
  public static func text(_ date: Date) -> String {
    let (day, second) = parts(of: date)
    return "\(Self.day(day))T\(pad(second / 3600, 2)):\(pad(second / 60 % 60, 2)):\(pad(second % 60, 2))Z"
  }

  /// The day alone: `1900-01-02`.
  public static func day(_ date: Date) -> String { day(parts(of: date).day) }

  /// The year in UTC.
  public static func year(_ date: Date) -> Int { civil(parts(of: date).day).year }

  /// What ``text(_:)`` wrote; `nil` for any other form, for days that do not exist and for leap seconds.
  public static func date(_ text: String) -> Date? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20,
      [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "Z")].allSatisfy({ place, mark in
        bytes[place] == mark.utf8.first
      })
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { sum, byte in
        guard let sum, byte.isDigit else { return nil }
        return sum * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let dayOfMonth = number(8..<10),
      let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19), hour < 24, minute < 60, second < 60
    else { return nil }
    let days = days(year: year, month: month, day: dayOfMonth)
    guard civil(days) == (year, month, dayOfMonth) else { return nil }
    return Date(timeIntervalSince1970: Double(days * 86_400 + hour * 3600 + minute * 60 + second))
  }

  /// The same point without the fraction of a second, as ``text(_:)`` and ``date(_:)`` would give it back.
  public static func wholeSecond(_ date: Date) -> Date {
    let (day, second) = parts(of: date)
    return Date(timeIntervalSince1970: Double(day * 86_400 + second))
  }

  private static func parts(of date: Date) -> (day: Int, second: Int) {
    let first = -62_167_219_200.0  // 0000-01-01
    let last = 253_402_300_799.0  // 9999-12-31T23:59:59
    let seconds = date.timeIntervalSince1970
    let whole = Int(seconds.isNaN ? 0 : min(max(seconds.rounded(.down), first), last))
    let second = ((whole % 86_400) + 86_400) % 86_400
    return ((whole - second) / 86_400, second)
  }

  private static func day(_ days: Int) -> String {
    let (year, month, day) = civil(days)
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March, so that a leap day comes last.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    return (year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1)
  }
}
