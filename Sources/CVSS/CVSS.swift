/// The Common Vulnerability Scoring System (FIRST): vectors as values, scores without binary fractions.
public enum CVSS {
  /// What is wrong with a text that is no vector, and where.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
      case unknownVersion, unknownMetric, unknownValue, repeatedMetric, missingMetric
      /// The metric exists in this version, but only base metrics are read.
      case notBase
    }

    public let code: Code
    public let reason: String
    /// In bytes from the start of the text.
    public let offset: Int

    public var description: String { reason }
  }

  /// A score from 0.0 to 10.0, counted in tenths.
  public struct Score: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// 0 to 100.
    public let tenths: Int

    /// Values outside of the scale are drawn to its ends.
    public init(tenths: Int) { self.tenths = min(max(tenths, 0), 100) }

    /// With one decimal, as records write it: `9.8`, `10.0`.
    public var description: String { "\(tenths / 10).\(tenths % 10)" }

    public static func < (left: Score, right: Score) -> Bool { left.tenths < right.tenths }
  }

  /// The qualitative scale of versions 3.x and 4.0 (3.1 section 5, 4.0 section 6).
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case none = "None"
    case low = "Low"
    case medium = "Medium"
    case high = "High"
    case critical = "Critical"
  }

  /// The severity of a score in tenths.
  public static func severity(_ tenths: Int) -> Severity {
    switch tenths {
    case ..<1: .none
    case 1..<40: .low
    case 40..<70: .medium
    case 70..<90: .high
    default: .critical
    }
  }
}
