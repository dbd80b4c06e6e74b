extension CVSS.Version3 {
  /// Environmental if an environmental metric is defined, else temporal, which without temporal metrics is the base score.
  public var score: CVSS.Score { isEnvironmental ? environmentalScore : temporalScore }

  /// Section 7.1 of 3.1, 8.1 of 3.0.
  public var baseScore: CVSS.Score { CVSS.Score(tenths: basicBase) }

  /// Section 7.2 of 3.1, 8.2 of 3.0.
  public var temporalScore: CVSS.Score { CVSS.Score(tenths: temporal(of: basicBase)) }

  /// Section 7.3 of 3.1, 8.3 of 3.0.
  ///
  /// Without any environmental metric this is still what the equation gives, and in 3.1 with a changed scope that may lie a
  /// tenth beside the temporal score. ``score`` is the temporal one then.
  public var environmentalScore: CVSS.Score { CVSS.Score(tenths: temporal(of: modifiedBase)) }

  // Everything is counted in whole numbers. All weights are decimal fractions, so the equations are exact but for one term,
  // the thirteenth or fifteenth power in the impact of a changed scope. Of all vectors there are, none comes nearer than
  // 4 × 10⁻⁶ to where Roundup changes its answer (the tests go through them); the power is cut off at 10⁻⁸.

  /// In tenths.
  private var basicBase: Int { total(packed.low, impact: impact(packed.low, requirements: 0), is13: false) }

  /// The environmental score before temporal metrics, in tenths.
  private var modifiedBase: Int {
    let values = packed.effective(8)
    return total(values, impact: impact(values, requirements: packed.low), is13: isVersion31)
  }

  /// What is lost of the three properties (ISS, MISS), in units of 1/8,000,000.
  @inline(__always) private func impact(_ values: UInt64, requirements: UInt64) -> Int {
    let impact = CVSS.Weights(56, 22, 0)
    let requirement = CVSS.Weights(undefined: 2, 3, 2, 1)
    let confidentiality = 200 &- impact.of(values, 5) &* requirement.of(requirements, 11)
    let integrity = 200 &- impact.of(values, 6) &* requirement.of(requirements, 12)
    let availability = 200 &- impact.of(values, 7) &* requirement.of(requirements, 13)
    // At most 0.915, which without requirements is never exceeded.
    return min(8_000_000 &- confidentiality &* integrity &* availability, 7_320_000)
  }

  /// - Parameter is13: whether the environmental equation of 3.1 holds, which has a thirteenth power.
  @inline(__always) private func total(_ values: UInt64, impact lost: Int, is13: Bool) -> Int {
    let isChanged = values &>> 16 & 15 == 2
    let impact = isChanged ? Self.changed(lost, is13: is13) : 8_025 &* lost
    let privileges = isChanged ? CVSS.Weights(85, 68, 50) : CVSS.Weights(85, 62, 27)
    let ease =
      822 &* CVSS.Weights(85, 62, 55, 20).of(values, 0) &* CVSS.Weights(77, 44).of(values, 1)
      &* privileges.of(values, 2) &* CVSS.Weights(85, 62).of(values, 3)
    // In units of 10⁻¹².
    let total = min((impact &+ ease) &* (isChanged ? 108 : 100), 10_000_000_000_000)
    let tenths = (total &+ (isVersion31 ? 99_995_000_000 : 99_999_999_999)) / 100_000_000_000
    return impact > 0 ? tenths : 0
  }

  /// In units of 10⁻¹⁰: 7.52 × (lost - 0.029) - 3.25 × (lost - 0.02)¹⁵, and in the environmental equation of 3.1
  /// 3.25 × (lost × 0.9731 - 0.02)¹³ instead.
  @inline(__always) private static func changed(_ lost: Int, is13: Bool) -> Int {
    // In units of 2⁻³¹.
    let root = ((lost &* (is13 ? 70_119_244_758 : 72_057_594_038)) &>> 28) &- 42_949_673
    let square = (root &* root) &>> 31
    let fourth = (square &* square) &>> 31
    let eighth = (fourth &* fourth) &>> 31
    let thirteenth = (((eighth &* fourth) &>> 31) &* root) &>> 31
    let power = is13 ? thirteenth : (thirteenth &* square) &>> 31
    return 9_400 &* lost &- 2_180_800_000 &- ((power &>> 3) &* 32_500_000_000) &>> 28
  }

  /// In tenths, from tenths.
  @inline(__always) private func temporal(of base: Int) -> Int {
    let weight =
      CVSS.Weights(undefined: 100, 100, 97, 94, 91).of(packed.low, 8)
      &* CVSS.Weights(undefined: 100, 100, 97, 96, 95).of(packed.low, 9)
      &* CVSS.Weights(undefined: 100, 100, 96, 92).of(packed.low, 10)
    return (base &* weight &+ (isVersion31 ? 999_950 : 999_999)) / 1_000_000
  }

  private var isVersion31: Bool { packed.low &>> 60 != 0 }
}
