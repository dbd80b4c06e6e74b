extension CVSS {
  /// The qualitative scale (3.1 section 5, 4.0 section 6), least first.
  public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    case none = "None"
    case low = "Low"
    case medium = "Medium"
    case high = "High"
    case critical = "Critical"

    /// The band in which a score of a version lies.
    ///
    /// Version 2.0 itself has no bands; these are the three of NVD: Low below 4.0 (with 0.0), Medium below 7.0, High.
    public init(_ score: Score, in version: Version) {
      self =
        switch score.tenths {
        case ..<1: version == .v2_0 ? .low : .none
        case ..<40: .low
        case ..<70: .medium
        case ..<90: .high
        default: version == .v2_0 ? .high : .critical
        }
    }

    /// By how severe they are, not by their names.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .none: 0
      case .low: 1
      case .medium: 2
      case .high: 3
      case .critical: 4
      }
    }
  }
}
