internal import FoundationEssentials

extension SecurityTxt {
  /// RFC 3339 in UTC. The module stands alone, so it brings its own.
  static func timestamp(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
  }
}
