import CVSS

/// Random vectors of one kind to measure with.
struct VectorSet {
  let title: String
  let version: CVSS.Version
  /// Whose metrics are written in each vector, defined or not.
  let groups: Set<CVSS.Metric.Group>

  /// Versions 2.0 and 3.1 have only 729 and 2,592 different base vectors; with temporal metrics there are enough.
  static let all: [VectorSet] = [
    VectorSet(title: "v2.0 base", version: .v2_0, groups: [.base]),
    VectorSet(title: "v2.0 base, temporal", version: .v2_0, groups: [.base, .temporal]),
    VectorSet(title: "v2.0 all metrics", version: .v2_0, groups: Set(CVSS.Metric.Group.allCases)),
    VectorSet(title: "v3.1 base", version: .v3_1, groups: [.base]),
    VectorSet(title: "v3.1 base, temporal", version: .v3_1, groups: [.base, .temporal]),
    VectorSet(title: "v3.1 all metrics", version: .v3_1, groups: Set(CVSS.Metric.Group.allCases)),
    VectorSet(title: "v4.0 base", version: .v4_0, groups: [.base]),
    VectorSet(title: "v4.0 all metrics", version: .v4_0, groups: Set(CVSS.Metric.Group.allCases)),
  ]

  /// As many vectors, all different if there are so many; the same ones for the same seed.
  func vectors(_ count: Int, seed: UInt64 = 2026) -> [String] {
    var chance = SplitMix64(state: seed)
    let metrics = CVSS.Metric.all(of: version).filter { groups.contains($0.group) }
    let possible = metrics.reduce(1) { min($0 * $1.codes.count, 1 << 40) }
    var vectors: [String] = []
    var seen: Set<String> = []
    while vectors.count < count {
      let pairs = metrics.map { "\($0.name):\($0.codes.randomElement(using: &chance) ?? "")" }
      let vector = version.prefix + pairs.joined(separator: "/")
      if seen.insert(vector).inserted || seen.count == possible { vectors.append(vector) }
    }
    return vectors
  }
}

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
