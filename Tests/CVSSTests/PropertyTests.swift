import CVSS
import Testing

@Suite struct `A worse metric` {
  @Test(arguments: CVSS.Version.allCases) func `never lowers a base score`(version: CVSS.Version) {
    let vectors = version.allBaseVectors
    let metrics = CVSS.Metric.all(of: version).filter(\.isMandatory)
    // All of the small versions; of 4.0 every seventh, and no metric has seven values, so all of them come together.
    for index in stride(from: 0, to: vectors.count, by: version == .v4_0 ? 7 : 1) {
      for metric in metrics { expectNoLess(vectors[index], metric) }
    }
  }

  @Test(arguments: CVSS.Version.allCases, [50, 100])
  func `never lowers a score with temporal or threat metrics`(version: CVSS.Version, optional: Int) throws {
    try expectNoLess(version, groups: [.base, .temporal, .threat], optional: optional)
  }

  /// Not so in version 2.0, where an adjusted base score may lie below zero, nor in 3.0, where the fifteenth power of a
  /// changed scope falls at its end; 3.1 mended that.
  @Test(arguments: [CVSS.Version.v3_1, .v4_0], [50, 100])
  func `never lowers a score with environmental metrics`(version: CVSS.Version, optional: Int) throws {
    try expectNoLess(version, groups: Set(CVSS.Metric.Group.allCases), optional: optional)
  }

  @Test func `may lower an environmental score of 3_0 by a tenth`() throws {
    let text = "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:C/C:L/I:L/A:H/E:U/RL:O/RC:C/CR:H/IR:L/AR:%/MAV:N/MAC:L/MPR:L/MUI:R/MC:H"
    let scores = try ["L", "M"].map { try CVSS.Version3(parsing: text.replacing("%", with: $0) + "/MA:H").score.tenths }
    #expect(scores == [79, 78])
  }

  @Test func `of the supplemental ones changes no score`() throws {
    var chance = SplitMix64(state: 37)
    for _ in 0..<200 {
      let vector = try CVSS.Vector(parsing: CVSS.Version.v4_0.randomText(optional: 50, using: &chance))
      for metric in CVSS.Metric.all(of: .v4_0) where metric.group == .supplemental {
        for code in metric.codes { #expect(vector.setting(metric, to: code)?.score == vector.score) }
      }
    }
  }

  private func expectNoLess(_ version: CVSS.Version, groups: Set<CVSS.Metric.Group>, optional: Int) throws {
    var chance = SplitMix64(state: 41)
    let metrics = CVSS.Metric.all(of: version).filter { groups.contains($0.group) && $0.group != .supplemental }
    for _ in 0..<400 {
      let values = metrics.filter { $0.isMandatory || Int.random(in: 0..<100, using: &chance) < optional }
        .map { ($0.name, $0.codes.filter { $0 != "X" && $0 != "ND" }.randomElement(using: &chance) ?? "") }
      let vector = try CVSS.Vector(version, Dictionary(uniqueKeysWithValues: values))
      for metric in metrics { expectNoLess(vector, metric) }
    }
  }

  /// That the next worse value of the metric, if it is defined and there is one, gives no lower score.
  private func expectNoLess(_ vector: CVSS.Vector, _ metric: CVSS.Metric) {
    // The specifications list the worst value first, but for those of 2.0 and Scope.
    var codes = metric.codes.filter { $0 != metric.undefinedCode }
    if vector.version == .v2_0 || metric.name == "S" || metric.name == "MS" { codes.reverse() }
    guard let index = codes.firstIndex(of: vector[metric]), index > 0 else { return }
    let worse = vector.setting(metric, to: codes[index - 1])
    #expect((worse?.score.tenths ?? -1) >= vector.score.tenths, "\(vector) \(metric):\(codes[index - 1])")
  }
}
