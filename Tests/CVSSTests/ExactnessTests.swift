import CVSS
import Foundation
import Testing

@Suite struct `Scores are those of the equations in exact decimals` {
  @Test(arguments: [CVSS.Version.v3_0, .v3_1])
  func `for every base vector of 3_x`(version: CVSS.Version) {
    let vectors = version.allBaseVectors
    #expect(vectors.count == 2592)
    for vector in vectors {
      let reference = reference3(vector)
      #expect(vector.baseScore.description == reference.base.score, "\(vector)")
      #expect(vector.environmentalScore?.description == reference.environmental.score, "\(vector)")
    }
  }

  /// All there is before temporal metrics: the order of the three impacts does not matter, nor whether metrics are modified.
  @Test(arguments: [CVSS.Version.v3_0, .v3_1], ["U", "C"])
  func `for every environmental equation of 3_x`(version: CVSS.Version, scope: String) throws {
    let losses = [("N", "X"), ("L", "L"), ("L", "M"), ("L", "H"), ("H", "L"), ("H", "M"), ("H", "H")]
    let attacks = version.allBaseVectors.filter { vector in
      ["S": scope, "C": "H", "I": "H", "A": "H"].allSatisfy { name, code in
        CVSS.Metric.named(name, in: version).map { vector[$0] } == code
      }
    }
    #expect(attacks.count == 48)
    for attack in attacks {
      for (one, c) in losses.enumerated() {
        for (two, i) in losses.enumerated() where two >= one {
          for (three, a) in losses.enumerated() where three >= two {
            let vector = try CVSS.Version3(
              parsing: "\(attack)/CR:\(c.1)/IR:\(i.1)/AR:\(a.1)/MC:\(c.0)/MI:\(i.0)/MA:\(a.0)")
            let reference = reference3(.version3(vector)).environmental.score
            #expect(vector.environmentalScore.description == reference, "\(vector)")
          }
        }
      }
    }
  }

  @Test(arguments: [CVSS.Version.v3_0, .v3_1], [30, 100])
  func `for random vectors of 3_x`(version: CVSS.Version, optional: Int) throws {
    var chance = SplitMix64(state: 23)
    for _ in 0..<1000 {
      let vector = try CVSS.Vector(parsing: version.randomText(optional: optional, using: &chance))
      let reference = reference3(vector)
      #expect(vector.baseScore.description == reference.base.score, "\(vector)")
      #expect(vector.temporalScore?.description == reference.temporal.score, "\(vector)")
      #expect(vector.environmentalScore?.description == reference.environmental.score, "\(vector)")
    }
  }

  @Test func `for every base vector of 2_0`() {
    let vectors = CVSS.Version.v2_0.allBaseVectors
    #expect(vectors.count == 729)
    for vector in vectors { #expect(vector.score.description == reference2(vector).base.score, "\(vector)") }
  }

  @Test func `for random vectors of 2_0`() throws {
    var chance = SplitMix64(state: 29)
    for _ in 0..<2000 {
      let vector = try CVSS.Vector(parsing: CVSS.Version.v2_0.randomText(optional: 80, using: &chance))
      let reference = reference2(vector)
      #expect(vector.baseScore.description == reference.base.score, "\(vector)")
      if let score = vector.temporalScore { #expect(score.description == reference.temporal.score, "\(vector)") }
      if let score = vector.environmentalScore {
        #expect(score.description == reference.environmental.score, "\(vector)")
      }
    }
  }

  // Skipped where the conformance tables are not at hand (EMBARGO_CONFORMANCE names their folder).
  @Test(.enabled(if: ConformanceTables.areThere, "no conformance tables"))
  func `for every base vector of 4_0`() throws {
    let reference = try Reference4()
    let vectors = CVSS.Version.v4_0.allBaseVectors
    #expect(vectors.count == 104_976)
    for vector in vectors {
      #expect(vector.score.tenths == reference.score(codes(vector)).tenths, "\(vector)")
    }
  }

  @Test(.enabled(if: ConformanceTables.areThere, "no conformance tables"), arguments: [30, 100])
  func `for random vectors of 4_0`(optional: Int) throws {
    let reference = try Reference4()
    var chance = SplitMix64(state: 31)
    for _ in 0..<3000 {
      let vector = try CVSS.Version4(parsing: CVSS.Version.v4_0.randomText(optional: optional, using: &chance))
      let (tenths, macrovector) = reference.score(codes(.version4(vector)))
      #expect(vector.score.tenths == tenths, "\(vector)")
      #expect(vector.macrovector.description == macrovector, "\(vector)")
    }
  }

  private func reference3(_ vector: CVSS.Vector) -> Reference3 {
    Reference3(version: vector.version, code: codes(vector))
  }

  private func reference2(_ vector: CVSS.Vector) -> Reference2 { Reference2(code: codes(vector)) }

  /// The code of each metric by its name.
  private func codes(_ vector: CVSS.Vector) -> (String) -> String {
    let codes = Dictionary(
      uniqueKeysWithValues: CVSS.Metric.all(of: vector.version).map { ($0.name, vector[$0]) })
    return { codes[$0] ?? "" }
  }
}
