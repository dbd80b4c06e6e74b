import CVSS
import Foundation

/// The equations of versions 3.0 and 3.1 in 38 decimal digits, word for word, slowly.
struct Reference3 {
  let version: CVSS.Version
  /// The code of a metric; `X` where it is undefined.
  let code: (String) -> String

  var base: Decimal { roundedUp(capped(isModified: false)) }

  var temporal: Decimal { temporal(of: base) }

  var environmental: Decimal { temporal(of: roundedUp(capped(isModified: true))) }

  private func temporal(of score: Decimal) -> Decimal {
    roundedUp(
      score * weight(["X": "1", "H": "1", "F": "0.97", "P": "0.94", "U": "0.91"], "E")
        * weight(["X": "1", "U": "1", "W": "0.97", "T": "0.96", "O": "0.95"], "RL")
        * weight(["X": "1", "C": "1", "R": "0.96", "U": "0.92"], "RC"))
  }

  /// min(impact + exploitability, 10), or 1.08 times that sum.
  private func capped(isModified: Bool) -> Decimal {
    func value(_ name: String) -> String {
      let modified = isModified ? code("M" + name) : "X"
      return modified == "X" ? code(name) : modified
    }
    func lost(_ name: String, _ requirement: String) -> Decimal {
      let impact: [String: Decimal] = ["H": decimal("0.56"), "L": decimal("0.22"), "N": 0]
      let requirements = ["X": "1", "H": "1.5", "M": "1", "L": "0.5"]
      return 1 - (impact[value(name)] ?? 0) * (isModified ? weight(requirements, requirement) : 1)
    }
    let isChanged = value("S") == "C"
    var iss = 1 - lost("C", "CR") * lost("I", "IR") * lost("A", "AR")
    if isModified { iss = min(iss, decimal("0.915")) }
    var impact = decimal("6.42") * iss
    if isChanged {
      let power =
        isModified && version == .v3_1
        ? self.power(iss * decimal("0.9731") - decimal("0.02"), 13) : self.power(iss - decimal("0.02"), 15)
      impact = decimal("7.52") * (iss - decimal("0.029")) - decimal("3.25") * power
    }
    guard impact > 0 else { return 0 }
    let privileges =
      isChanged ? ["N": "0.85", "L": "0.68", "H": "0.5"] : ["N": "0.85", "L": "0.62", "H": "0.27"]
    let vector = ["N": "0.85", "A": "0.62", "L": "0.55", "P": "0.2"]
    let interaction = ["N": "0.85", "R": "0.62"]
    let exploitability =
      decimal("8.22") * decimal(vector[value("AV")]) * decimal(["L": "0.77", "H": "0.44"][value("AC")])
      * decimal(privileges[value("PR")]) * decimal(interaction[value("UI")])
    return min((impact + exploitability) * (isChanged ? decimal("1.08") : 1), 10)
  }

  private func roundedUp(_ value: Decimal) -> Decimal {
    guard version == .v3_1 else { return value.rounded(1, .up) }
    let whole = (value * 100_000).rounded(0, .plain)
    let tenThousands = (whole / 10_000).rounded(0, .down)
    return whole == tenThousands * 10_000 ? tenThousands / 10 : (tenThousands + 1) / 10
  }

  private func power(_ base: Decimal, _ exponent: Int) -> Decimal {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  private func weight(_ weights: [String: String], _ name: String) -> Decimal { decimal(weights[code(name)]) }
}

/// A decimal fraction as the specifications print it; nothing for what is not there, so that a mistake shows.
func decimal(_ text: String?) -> Decimal { text.flatMap { Decimal(string: $0) } ?? .nan }

extension Decimal {
  func rounded(_ places: Int, _ mode: NSDecimalNumber.RoundingMode) -> Decimal {
    var (value, result) = (self, Decimal())
    NSDecimalRound(&result, &value, places, mode)
    return result
  }

  /// With one decimal, as scores are written.
  var score: String {
    let tenths = NSDecimalNumber(decimal: (self * 10).rounded(0, .plain)).intValue
    return "\(tenths / 10).\(tenths % 10)"
  }
}
