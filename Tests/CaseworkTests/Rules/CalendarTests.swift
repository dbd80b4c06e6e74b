import Casework
import Foundation
import Testing

/// Business days: Saturdays, Sundays and the policy's holidays do not count.
@Suite struct CalendarTests {
  /// Day 0 is Monday, 2 March 2026.
  @Test(arguments: [
    (0, 2, 2), (2, 2, 4), (3, 2, 7), (4, 1, 7), (4, 2, 8), (5, 1, 7), (5, 2, 8), (6, 1, 7), (6, 2, 8), (0, 5, 7),
    (4, 5, 11), (5, 5, 11), (0, 10, 14), (0, 0, 0), (5, 0, 5),
  ])
  func `A weekend does not count`(_ start: Int, _ days: Int, _ due: Int) {
    #expect(BusinessCalendar().date(days, businessDaysAfter: day(Double(start))) == day(Double(due)))
  }

  @Test(arguments: [(0, 2, 3), (1, 1, 3), (0, 1, 1), (0, 5, 9), (-3, 2, 1)])
  func `A holiday does not count`(_ start: Int, _ days: Int, _ due: Int) {
    // Wednesday and the Monday after.
    let calendar = BusinessCalendar(holidays: ["2026-03-04", "2026-03-09"])
    #expect(calendar.date(days, businessDaysAfter: day(Double(start))) == day(Double(due)))
  }

  @Test func `The hour is kept`() {
    let calendar = BusinessCalendar()
    #expect(calendar.date(1, businessDaysAfter: day(4, 14.5)) == day(7, 14.5))
    #expect(calendar.date(1, businessDaysAfter: day(4, -8.99)) == day(7, -8.99))
  }

  @Test func `Days begin at midnight UTC`() {
    // Sunday 23:59 and Monday 00:00.
    #expect(BusinessCalendar().date(1, businessDaysAfter: day(6, 14.9)) == day(7, 14.9))
    #expect(BusinessCalendar().date(1, businessDaysAfter: day(7, -9)) == day(8, -9))
  }

  @Test(arguments: [
    ("2026-12-25", 1_798_156_800.0), ("2028-02-29", 1_835_395_200), ("1969-12-31", -86_400),
    ("2000-02-29", 951_782_400),
  ])
  func `A holiday is a day of the civil calendar`(_ holiday: String, _ midnight: Double) {
    let before = Date(timeIntervalSince1970: midnight - 1)
    let with = BusinessCalendar(holidays: [holiday]).date(1, businessDaysAfter: before)
    let without = BusinessCalendar().date(1, businessDaysAfter: before)
    #expect(with > without || without.timeIntervalSince1970 >= midnight + 86_400)
  }

  @Test func `A calendar of nothing but holidays ends all the same`() {
    let all = Set((0..<4_000).map { String(day(Double($0)).utcText.prefix(10)) })
    #expect(BusinessCalendar(holidays: all).date(2, businessDaysAfter: day(0)) > day(3_000))
  }
}
