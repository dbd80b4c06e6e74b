import CVSS
import Testing

@Suite struct `A vector of any version` {
  @Test(arguments: CVSS.Version.allCases)
  func `is made from a form's values and gives them back`(version: CVSS.Version) throws {
    var chance = SplitMix64(state: 43)
    for _ in 0..<100 {
      let vector = try CVSS.Vector(parsing: version.randomText(optional: 50, using: &chance))
      var values = Dictionary(uniqueKeysWithValues: CVSS.Metric.all(of: version).map { ($0.name, vector[$0]) })
      #expect(try CVSS.Vector(version, values) == vector)
      for metric in CVSS.Metric.all(of: version) where vector[metric] == metric.undefinedCode {
        values[metric.name] = ""
      }
      #expect(try CVSS.Vector(version, values) == vector)
      #expect(vector.version == version)
      #expect(
        vector.metrics.map { "\($0):\(vector[$0])" }.joined(separator: "/")
          == vector.vector.dropFirst(version.prefix.count))
      #expect(vector.base.metrics.allSatisfy { $0.group == .base })
      #expect(vector.base.score == vector.baseScore)
      #expect(vector.has(.environmental) == vector.metrics.contains { $0.group == .environmental })
    }
  }

  @Test func `says which value of a form is wrong`() {
    let missing = #expect(throws: CVSS.Fault.self) { try CVSS.Vector(.v4_0, ["AV": "N", "AC": ""]) }
    #expect(missing?.code == .missingMetric && missing?.metric == "AC")
    let wrong = #expect(throws: CVSS.Fault.self) { try CVSS.Vector(.v3_1, ["AV": "Z"]) }
    #expect(wrong?.code == .unknownValue && wrong?.metric == "AV")
    let values = ["AV": "N", "AC": "L", "Au": "N", "C": "P", "I": "P", "A": "P", "PR": "N"]
    let strange = #expect(throws: CVSS.Fault.self) { try CVSS.Vector(.v2_0, values) }
    #expect(strange?.code == .unknownMetric && strange?.metric == "PR")
  }

  @Test func `changes one metric and no other`() throws {
    let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P")
    let maturity = try #require(CVSS.Metric.named("E", in: .v3_1))
    let attack = try #require(CVSS.Metric.named("AV", in: .v3_1))
    #expect(vector.setting(maturity, to: "X") == vector.base)
    #expect(vector.setting(attack, to: "P")?.vector == "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P")
    #expect(vector.setting(attack, to: "X") == nil)
    #expect(vector.setting(try #require(CVSS.Metric.named("AV", in: .v4_0)), to: "N") == nil)
    #expect(vector[try #require(CVSS.Metric.named("AV", in: .v4_0))] == "")
    #expect(CVSS.Metric.named("av", in: .v3_1) == nil)
  }

  @Test func `without an environmental metric scores as the temporal equation says`() throws {
    let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:A/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H")
    #expect(vector.score.description == "8.3" && vector.environmentalScore?.description == "8.4")
  }

  @Test func `of version 3 is preferred to others, and 3_1 to 3_0`() {
    let old = "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
    let new = "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P"
    let next = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
    #expect(CVSS.preferred(among: ["nothing", next, old, new])?.vector == new)
    #expect(CVSS.preferred(among: [next, old])?.vector == old)
    #expect(CVSS.preferred(among: [next, "AV:N/AC:L/Au:N/C:P/I:P/A:P"]) == nil)
  }
}

@Suite struct `The severity scale` {
  @Test(arguments: [
    (0, CVSS.Severity.none, CVSS.Severity.low), (1, .low, .low), (39, .low, .low), (40, .medium, .medium),
    (69, .medium, .medium), (70, .high, .high), (89, .high, .high), (90, .critical, .high), (100, .critical, .high),
  ]) func `has the borders of the specifications and of NVD`(tenths: Int, now: CVSS.Severity, version2: CVSS.Severity) {
    let score = CVSS.Score(tenths: tenths)
    for version in [CVSS.Version.v3_0, .v3_1, .v4_0] { #expect(CVSS.Severity(score, in: version) == now) }
    #expect(CVSS.Severity(score, in: .v2_0) == version2)
  }

  @Test func `and scores have an order`() {
    #expect(CVSS.Severity.allCases == CVSS.Severity.allCases.sorted())
    #expect(CVSS.Score(tenths: 7) < CVSS.Score(tenths: 100))
    #expect(
      [CVSS.Score(tenths: 7), CVSS.Score(tenths: 1000), CVSS.Score(tenths: -1)].map(\.description) == [
        "0.7", "10.0", "0.0",
      ])
  }
}
