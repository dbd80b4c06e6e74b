extension CVSS.Version4 {
  /// The one score of a vector (section 8), of whatever metrics are defined.
  public var score: CVSS.Score { CVSS.Score(tenths: tenths(Levels(packed))) }

  /// The row of the table from which ``score`` starts (section 8.2). A vector without any impact scores 0.0 whatever
  /// its row.
  public var macrovector: CVSS.Macrovector { CVSS.Macrovector(Levels(packed)) }

  /// The score of the macrovector, lowered by the mean of what each equivalence set asks for: its share of the way to the
  /// next lower macrovector, as the vector lies between the most severe vectors of its macrovector and those of the next.
  ///
  /// Steps are counted as the levels of a vector above those of a most severe vector. All most severe vectors of a set have
  /// the same sum of levels, and each vector lies below one of them in every metric, so the difference of the sums is it.
  ///
  /// The reference implementation counts in binary fractions and adds an epsilon of 10⁻⁶ before it rounds half up. Here the
  /// score is exact: a number of tenths over 840 × sets, as 840 is a multiple of each depth (1, 4, 6, 7, 8, 5) and at most
  /// five sets have a mean. What is not on a half is thus at least 1/4200 of a tenth away from it, more than twenty times
  /// the epsilon; what is on a half goes up either way. So both give the same.
  @inline(__always) private func tenths(_ levels: Levels) -> Int {
    let macro = CVSS.Macrovector(levels)
    let index = macro.index
    let value = CVSS.Macrovector.score(index)

    // A set without a lower macrovector compares with itself, and so asks for nothing.
    let lower1 = value &- CVSS.Macrovector.score(index &+ (macro.eq1 < 2 ? 90 : 0))
    let lower4 = value &- CVSS.Macrovector.score(index &+ (macro.eq4 < 2 ? 3 : 0))
    // EQ3 and EQ6 go down together; where either may go down alone, the higher of the two scores counts.
    let (step, otherStep) = (CVSS.Weights(undefined: 9, 18, 9, 9, 0), CVSS.Weights(undefined: 18, 18, 9, 9, 0))
    let set36 = UInt64(truncatingIfNeeded: macro.eq36)
    let lower36 =
      value
      &- max(
        CVSS.Macrovector.score(index &+ step.of(set36, 0)), CVSS.Macrovector.score(index &+ otherStep.of(set36, 0)))

    // Levels above the most severe vectors, times 840 through the depth. EQ2 and EQ5 have no depth to go.
    let set4 = UInt64(truncatingIfNeeded: macro.eq4)
    let share1 = (levels.sum1 &- macro.eq1) &* 210
    let share36 =
      (levels.sum36 &- CVSS.Weights(undefined: 0, 3, 1, 3, 0).of(set36, 0))
      &* CVSS.Weights(undefined: 120, 140, 105, 105, 0).of(set36, 0)
    let share4 =
      (levels.sum4 &- CVSS.Weights(undefined: 1, 3, 0).of(set4, 0)) &* CVSS.Weights(undefined: 140, 168, 0).of(set4, 0)
    let sum = lower1 &* share1 &+ lower36 &* share36 &+ lower4 &* share4

    // Sets that have a lower macrovector, and 60 through their number.
    let sets =
      (macro.eq1 < 2 ? 1 : 0) &+ (1 &- macro.eq2) &+ (macro.eq36 < 4 ? 1 : 0) &+ (macro.eq4 < 2 ? 1 : 0)
      &+ (macro.eq5 < 2 ? 1 : 0)
    let part = CVSS.Weights(undefined: 0, 60, 30, 20, 15, 12).of(UInt64(truncatingIfNeeded: sets), 0)
    let tenths = (value &* 50_400 &- sum &* part &+ 25_200) / 50_400
    return levels.isHarmless ? 0 : tenths
  }
}

extension CVSS.Macrovector {
  @inline(__always) init(_ levels: CVSS.Version4.Levels) {
    self.init(eq1: levels.eq1, eq2: levels.eq2, eq3: levels.eq3, eq4: levels.eq4, eq5: levels.eq5, eq6: levels.eq6)
  }

  /// In tenths.
  @inline(__always) static func score(_ index: Int) -> Int { Int(scores[index]) }
}
