import Foundation

extension Section {
  func address(_ name: String) -> String? {
    line(name, most: 2_048).flatMap { checked(name, $0, Shape.fault(ofWebAddress:)) }
  }

  func optionalAddress(_ name: String) -> String? {
    optionalLine(name, most: 2_048).flatMap { checked(name, $0, Shape.fault(ofWebAddress:)) }
  }

  private func checked(_ name: String, _ text: String, _ fault: (String) -> String?) -> String? {
    guard let reason = fault(text) else { return text }
    error(name, reason)
    return nil
  }

  /// Midnight UTC with which the day begins.
  func day(_ name: String) -> Date? {
    guard let text = line(name, most: 64) else { return nil }
    guard let day = Shape.day(text) else {
      error(name, "must be a day such as 2026-12-25")
      return nil
    }
    return day
  }

  /// The midnight UTC that ends the last day; nil for `none`, and for a day that is no day, with a finding.
  func lastDay(_ name: String) -> Date? {
    guard let text = line(name, most: 64), text != "none" else { return nil }
    guard let day = Shape.day(text) else {
      error(name, "must be the last day with support, such as 2026-12-25, or none")
      return nil
    }
    return day.addingTimeInterval(86_400)
  }
}
