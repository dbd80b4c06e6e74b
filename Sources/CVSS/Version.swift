extension CVSS {
  /// The published versions of the system, oldest first.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  // The underscore stands for the point of the version's number.
  public enum Version: String, Hashable, Sendable, CaseIterable, Comparable {
    case v2_0 = "2.0"
    case v3_0 = "3.0"
    case v3_1 = "3.1"
    case v4_0 = "4.0"

    /// What every vector of the version begins with: `CVSS:3.1/`. Version 2.0 has none.
    public var prefix: String { self == .v2_0 ? "" : "CVSS:\(rawValue)/" }

    /// The older version first.
    public static func < (left: Version, right: Version) -> Bool { left.rawValue < right.rawValue }
  }
}
