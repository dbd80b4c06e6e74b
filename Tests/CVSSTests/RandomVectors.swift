import CVSS

/// Random numbers that are the same on each run (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

extension CVSS.Version {
  /// Random `NAME:VALUE` parts in canonical order: all base metrics, and each of the others with the given chance in percent.
  func randomParts(optional: Int, using chance: inout SplitMix64) -> [String] {
    CVSS.Metric.all(of: self).compactMap { metric in
      guard metric.isMandatory || Int.random(in: 0..<100, using: &chance) < optional else { return nil }
      return "\(metric.name):\(metric.codes.randomElement(using: &chance) ?? "")"
    }
  }

  /// A random vector as ``randomParts(optional:using:)`` makes it.
  func randomText(optional: Int, using chance: inout SplitMix64) -> String {
    prefix + randomParts(optional: optional, using: &chance).joined(separator: "/")
  }

  /// All vectors with base metrics alone.
  var allBaseVectors: [CVSS.Vector] {
    CVSS.Metric.all(of: self).filter(\.isMandatory)
      .reduce([[:]] as [[String: String]]) { vectors, metric in
        vectors.flatMap { vector in metric.codes.map { vector.merging([metric.name: $0]) { $1 } } }
      }
      .compactMap { try? CVSS.Vector(self, $0) }
  }
}
