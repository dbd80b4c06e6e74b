extension CVSS.Version2 {
  /// Environmental if an environmental metric is defined, else temporal if one of those is, else base.
  public var score: CVSS.Score {
    let base = isEnvironmental ? adjustedBase : basicBase
    let temporal = temporal(of: base)
    return CVSS.Score(tenths: isEnvironmental ? environmental(of: temporal) : temporal)
  }

  /// Section 3.2.1.
  public var baseScore: CVSS.Score { CVSS.Score(tenths: basicBase) }

  /// Section 3.2.2; nil if no temporal metric is defined.
  public var temporalScore: CVSS.Score? { isTemporal ? CVSS.Score(tenths: temporal(of: basicBase)) : nil }

  /// Section 3.2.3; nil if no environmental metric is defined.
  public var environmentalScore: CVSS.Score? {
    isEnvironmental ? CVSS.Score(tenths: environmental(of: temporal(of: adjustedBase))) : nil
  }

  // All weights are decimal fractions, so each equation is counted exactly in whole numbers of a small enough unit; then it
  // is rounded to a tenth, half up, where the specification says round_to_1_decimal: after each of the equations. An adjusted
  // base score may lie below zero; it is carried on so, and only the end of the calculation is drawn to the scale.

  private var basicBase: Int { base(requirements: 0, cap: .max) }

  /// The adjusted impact is at most 10; the other one has no such bound in the specification, and may be 10.0008.
  private var adjustedBase: Int { base(requirements: packed.low, cap: 3_528_000_000_000_000_000) }

  /// In tenths. `cap` is of the impact's part, in the unit explained below.
  @inline(__always) private func base(requirements: UInt64, cap: Int) -> Int {
    let values = packed.low
    let rest =
      Self.rest(values &>> 12, requirements &>> 44) &* Self.rest(values &>> 16, requirements &>> 48)
      &* Self.rest(values &>> 20, requirements &>> 52)
    let lost = 8_000_000_000_000 &- rest
    // In units of 2 × 10⁻¹⁸: 1.176 × 0.6 × 10.41 × lost + 1.176 × (0.4 × 20 × vector × complexity × authentication - 1.5).
    // Weights here are in hundredths or thousandths.
    let impact = min(459_081 &* lost, cap)
    let vector = 395 &+ CVSS.Weights(0, 251).of(values, 0) &+ 605 &* CVSS.Weights(0, 0, 1).of(values, 0)
    let complexity = 10 &* CVSS.Weights(35, 61, 71).of(values, 1)
    let authentication = 450 &+ CVSS.Weights(0, 110, 254).of(values, 2)
    let ease = 4_704_000_000 &* (vector &* complexity &* authentication) &- 882_000_000_000_000_000
    return lost == 0 ? 0 : Self.rounded(impact &+ ease, 50_000_000_000_000_000)
  }

  /// What is left of a property, 1 - Impact × Requirement, in units of 1/20,000.
  @inline(__always) private static func rest(_ impact: UInt64, _ requirement: UInt64) -> Int {
    rests[Int(truncatingIfNeeded: impact & 3 | (requirement & 3) &<< 2)]
  }

  /// A line for each requirement (undefined, L, M, H), in it the impacts N, P and C; the first number of each is not used.
  private static let rests: InlineArray<16, Int> = [
    0, 20_000, 14_500, 6_800,
    0, 20_000, 17_250, 13_400,
    0, 20_000, 14_500, 6_800,
    0, 20_000, 11_695, 68,
  ]

  @inline(__always) private func temporal(of base: Int) -> Int {
    let weight =
      CVSS.Weights(undefined: 100, 85, 90, 95, 100).of(packed.low, 6)
      &* CVSS.Weights(undefined: 100, 87, 90, 95, 100).of(packed.low, 7)
      &* CVSS.Weights(undefined: 100, 90, 95, 100).of(packed.low, 8)
    return Self.rounded(base &* weight, 1_000_000)
  }

  @inline(__always) private func environmental(of temporal: Int) -> Int {
    let damage = CVSS.Weights(undefined: 0, 0, 1, 3, 4, 5).of(packed.low, 9)
    let distribution = CVSS.Weights(undefined: 100, 0, 25, 75, 100).of(packed.low, 10)
    return Self.rounded((temporal &* 10 &+ (100 &- temporal) &* damage) &* distribution, 1000)
  }

  /// Divided, to the nearest, halves away from zero.
  @inline(__always) private static func rounded(_ value: Int, _ unit: Int) -> Int {
    (value &+ (value < 0 ? -(unit / 2) : unit / 2)) / unit
  }
}
