public import Foundation

extension Date {
  /// The end of the minute, unless it is a whole minute already.
  var roundedUpToMinute: Date {
    Date(timeIntervalSince1970: (timeIntervalSince1970 / 60).rounded(.up) * 60)
  }

  /// The hour is always shown, and the zone: `2026-12-14 14:00 UTC` (S71).
  public var utcText: String {
    let seconds = Int(timeIntervalSince1970.rounded(.down))
    let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let minutes = (seconds - day * 86_400) / 60
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(BusinessCalendar.day(day)) \(padded(minutes / 60)):\(padded(minutes % 60)) UTC"
  }
}
