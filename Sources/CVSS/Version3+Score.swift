extension CVSS.Version3 {
  /// The base score (3.1 section 7.1; the same equations in 3.0).
  ///
  /// Counted in whole numbers, because binary fractions give wrong tenths. All weights have two decimals, so every product
  /// is exact in units of 10⁻¹⁸, but for the fifteenth power of a changed scope, whose cut-off digits lie far below what
  /// either rounding can see.
  public var score: CVSS.Score {
    let impact = impact
    guard impact > 0 else { return CVSS.Score(tenths: 0) }
    let sum = impact + exploitability
    let total = min(isScopeChanged ? sum * 108 / 100 : sum, 10 * Self.unit)
    return CVSS.Score(tenths: roundedUp(total))
  }

  private static let unit: Int128 = 1_000_000_000_000_000_000

  private var isScopeChanged: Bool { self[.scope] == "C" }

  /// In units of 10⁻¹⁸.
  private var impact: Int128 {
    let weights: [Character: Int128] = ["H": 56, "L": 22, "N": 0]
    let rest = [Metric.confidentiality, .integrity, .availability].reduce(Int128(1)) { product, metric in
      product * (100 - (weights[self[metric]] ?? 0))
    }
    let base = 1_000_000 - rest  // in units of 10⁻⁶
    let scale = Self.unit / 100_000_000
    guard isScopeChanged else { return 642 * base * scale }
    let root = (base - 20_000) * (Self.unit / 1_000_000)
    let power = (1..<15).reduce(root) { product, _ in product * root / Self.unit }
    return 752 * (base - 29_000) * scale - 325 * power / 100
  }

  /// In units of 10⁻¹⁸.
  private var exploitability: Int128 {
    let vector: Int128 =
      switch self[.attackVector] {
      case "N": 85
      case "A": 62
      case "L": 55
      default: 20
      }
    let complexity: Int128 = self[.attackComplexity] == "L" ? 77 : 44
    let privileges: Int128 =
      switch self[.privilegesRequired] {
      case "N": 85
      case "L": isScopeChanged ? 68 : 62
      default: isScopeChanged ? 50 : 27
      }
    let interaction: Int128 = self[.userInteraction] == "N" ? 85 : 62
    return 822 * vector * complexity * privileges * interaction * (Self.unit / 10_000_000_000)
  }

  /// To tenths, upwards. Version 3.1 first rounds to five decimals (appendix A), so that a hair above a tenth is that tenth.
  private func roundedUp(_ value: Int128) -> Int {
    let tenth = Self.unit / 10
    switch minor {
    case .zero: return Int((value + tenth - 1) / tenth)
    case .one:
      let hundredThousandth = Self.unit / 100_000
      let rounded = (value + hundredThousandth / 2) / hundredThousandth
      return Int((rounded + 9_999) / 10_000)
    }
  }
}
