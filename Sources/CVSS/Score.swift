extension CVSS {
  /// A score from 0.0 to 10.0, counted in tenths.
  public struct Score: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// 0 to 100.
    public let tenths: Int

    /// Values outside of the scale are drawn to its ends.
    public init(tenths: Int) { self.tenths = min(max(tenths, 0), 100) }

    /// With one decimal, as records write it: `9.8`, `10.0`.
    public var description: String { "\(tenths / 10).\(tenths % 10)" }

    /// The lower score first. Scores of different versions compare as numbers, though they do not mean the same.
    public static func < (left: Score, right: Score) -> Bool { left.tenths < right.tenths }
  }
}
