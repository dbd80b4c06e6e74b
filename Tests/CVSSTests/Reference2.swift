import CVSS
import Foundation

/// The equations of version 2.0 in 38 decimal digits, word for word, slowly.
struct Reference2 {
  /// The code of a metric; `ND` where it is undefined.
  let code: (String) -> String

  var base: Decimal { max(base(impact: impact(isAdjusted: false)), 0) }

  var temporal: Decimal { max(temporal(of: base(impact: impact(isAdjusted: false))), 0) }

  var environmental: Decimal {
    let adjusted = temporal(of: base(impact: impact(isAdjusted: true)))
    let damage = weight("CDP", ["ND": "0", "N": "0", "L": "0.1", "LM": "0.3", "MH": "0.4", "H": "0.5"])
    let distribution = weight("TD", ["ND": "1", "N": "0", "L": "0.25", "M": "0.75", "H": "1"])
    return max(((adjusted + (10 - adjusted) * damage) * distribution).rounded(1, .plain), 0)
  }

  private func impact(isAdjusted: Bool) -> Decimal {
    func lost(_ name: String, _ requirement: String) -> Decimal {
      let impact = weight(name, ["N": "0", "P": "0.275", "C": "0.66"])
      return 1 - impact * (isAdjusted ? weight(requirement, ["ND": "1", "L": "0.5", "M": "1", "H": "1.51"]) : 1)
    }
    let impact = decimal("10.41") * (1 - lost("C", "CR") * lost("I", "IR") * lost("A", "AR"))
    return isAdjusted ? min(10, impact) : impact
  }

  private func base(impact: Decimal) -> Decimal {
    guard impact != 0 else { return 0 }
    let exploitability =
      20 * weight("AV", ["L": "0.395", "A": "0.646", "N": "1"]) * weight("AC", ["H": "0.35", "M": "0.61", "L": "0.71"])
      * weight("Au", ["M": "0.45", "S": "0.56", "N": "0.704"])
    let sum = decimal("0.6") * impact + decimal("0.4") * exploitability - decimal("1.5")
    return (sum * decimal("1.176")).rounded(1, .plain)
  }

  private func temporal(of base: Decimal) -> Decimal {
    (base * weight("E", ["ND": "1", "U": "0.85", "POC": "0.9", "F": "0.95", "H": "1"])
      * weight("RL", ["ND": "1", "OF": "0.87", "TF": "0.9", "W": "0.95", "U": "1"])
      * weight("RC", ["ND": "1", "UC": "0.9", "UR": "0.95", "C": "1"])).rounded(1, .plain)
  }

  private func weight(_ name: String, _ weights: [String: String]) -> Decimal { decimal(weights[code(name)]) }
}
