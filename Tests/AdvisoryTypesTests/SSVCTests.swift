import AdvisoryTypes
import Foundation
import JSON
import Testing

/// The folder of official tables; it is not part of this repository.
private let registry =
  (ProcessInfo.processInfo.environment["EMBARGO_CONFORMANCE"].map { URL(filePath: $0) }
  ?? URL(filePath: #filePath).appending(path: "../../../../shared/conformance").standardized)
  .appending(path: "ssvc/json")
private let hasRegistry = FileManager.default.fileExists(atPath: registry.path)

@Suite("The supplier's decision of SSVC")
struct SSVCTests {
  /// CERT/CC's table, transcribed: columns are technical impact and public safety impact, partial/minimal,
  /// partial/significant, total/minimal, total/significant.
  static let table: [(SSVC.Exploitation, SSVC.Utility, String)] = [
    (.none, .laborious, "DSSO"), (.none, .efficient, "SOSO"), (.none, .superEffective, "SOOO"),
    (.publicPoC, .laborious, "SOSI"), (.publicPoC, .efficient, "SIOI"), (.publicPoC, .superEffective, "OIOI"),
    (.active, .laborious, "OIOI"), (.active, .efficient, "OIOI"), (.active, .superEffective, "IIII"),
  ]

  static let all: [SSVC.Supplier] = SSVC.Exploitation.allCases.flatMap { exploitation in
    SSVC.Automatable.allCases.flatMap { automatable in
      SSVC.ValueDensity.allCases.flatMap { density in
        SSVC.TechnicalImpact.allCases.flatMap { impact in
          SSVC.PublicSafetyImpact.allCases.map { safety in
            SSVC.Supplier(
              exploitation: exploitation, automatable: automatable, valueDensity: density, technicalImpact: impact,
              publicSafetyImpact: safety)
          }
        }
      }
    }
  }

  @Test("Each of its forty-eight answers is in the table", arguments: all)
  func cell(_ decision: SSVC.Supplier) throws {
    let row = try #require(
      Self.table.first { $0.0 == decision.exploitation && $0.1 == decision.utility })
    let column = (decision.technicalImpact == .total ? 2 : 0) + (decision.publicSafetyImpact == .significant ? 1 : 0)
    #expect(decision.outcome.key == String(Array(row.2)[column]))
  }

  @Test("A worse answer never puts the fix off", arguments: all)
  func monotone(_ decision: SSVC.Supplier) {
    for other in Self.all
    where other.exploitation >= decision.exploitation && other.automatable >= decision.automatable
      && other.valueDensity >= decision.valueDensity && other.technicalImpact >= decision.technicalImpact
      && other.publicSafetyImpact >= decision.publicSafetyImpact
    {
      #expect(other.outcome >= decision.outcome)
    }
  }

  // Skipped where the official tables do not lie beside the repository (EMBARGO_CONFORMANCE).
  @Test("Every row of the registry's table is ours", .enabled(if: hasRegistry))
  func officialTable() throws {
    let table = try json("decision_tables/ssvc/supplier_patch_development_priority_1_0_0.json")
    #expect(try id(of: table) == SSVC.Supplier.id)
    let rows = try #require(table["mapping"]?.array)
    var seen: Set<[String]> = []
    for row in rows {
      func key(_ id: String) throws -> String { try #require(row[id]?.string) }
      let answers = try [
        SSVC.Exploitation.id, SSVC.Utility.id, SSVC.TechnicalImpact.id, SSVC.PublicSafetyImpact.id,
      ].map(key)
      let same = Self.all.filter {
        [$0.exploitation.key, $0.utility.key, $0.technicalImpact.key, $0.publicSafetyImpact.key] == answers
      }
      #expect(!same.isEmpty)
      for decision in same { #expect(try decision.outcome.key == key(SSVC.Outcome.id), "\(answers)") }
      seen.insert(answers)
    }
    #expect(rows.count == 36 && seen.count == 36)
  }

  @Test("What is derived is derived as the registry says", .enabled(if: hasRegistry))
  func derivations() throws {
    let utility = try #require(try json("decision_tables/ssvc/utility_1_0_0.json")["mapping"]?.array)
    #expect(utility.count == 4)
    for row in utility {
      let automatable = SSVC.Automatable.allCases.first { $0.key == row[SSVC.Automatable.id]?.string }
      let density = SSVC.ValueDensity.allCases.first { $0.key == row[SSVC.ValueDensity.id]?.string }
      #expect(try SSVC.Utility(#require(automatable), #require(density)).key == row[SSVC.Utility.id]?.string)
    }
    let safety = try #require(try json("decision_tables/ssvc/public_safety_impact_1_0_0.json")["mapping"]?.array)
    #expect(safety.count == 4)
    for row in safety {
      let impact = SSVC.SafetyImpact.allCases.first { $0.key == row[SSVC.SafetyImpact.id]?.string }
      #expect(try SSVC.PublicSafetyImpact(#require(impact)).key == row[SSVC.PublicSafetyImpact.id]?.string)
    }
  }

  @Test("Each point has the names, keys and order of the registry", .enabled(if: hasRegistry))
  func points() throws {
    try check(SSVC.Exploitation.self, "exploitation_1_1_0")
    try check(SSVC.Automatable.self, "automatable_2_0_0")
    try check(SSVC.ValueDensity.self, "value_density_1_0_0")
    try check(SSVC.Utility.self, "utility_1_0_1")
    try check(SSVC.TechnicalImpact.self, "technical_impact_1_0_0")
    try check(SSVC.SafetyImpact.self, "safety_impact_2_0_1")
    try check(SSVC.PublicSafetyImpact.self, "public_safety_impact_2_0_1")
    try check(SSVC.Outcome.self, "defer_scheduled_out_of_cycle_immediate_1_0_0", named: false)
  }

  @Test("Every answer says in a sentence what it means")
  func words() {
    func check<Point: SSVC.Point>(_: Point.Type) {
      #expect(Point.question.hasSuffix("?"))
      for answer in Point.allCases { #expect(answer.sentence.hasSuffix("."), "\(Point.title) \(answer.title)") }
    }
    check(SSVC.Exploitation.self)
    check(SSVC.Automatable.self)
    check(SSVC.ValueDensity.self)
    check(SSVC.Utility.self)
    check(SSVC.TechnicalImpact.self)
    check(SSVC.SafetyImpact.self)
    check(SSVC.PublicSafetyImpact.self)
    check(SSVC.Outcome.self)
  }

  private func check<Point: SSVC.Point>(_: Point.Type, _ file: String, named: Bool = true) throws {
    let point = try json("decision_points/ssvc/\(file).json")
    #expect(try id(of: point) == Point.id)
    if named { #expect(point["name"]?.string == Point.title) }
    let values = try #require(point["values"]?.array)
    #expect(values.map { $0["key"]?.string } == Point.allCases.map(\.key))
    #expect(values.map { $0["name"]?.string } == Point.allCases.map(\.title))
    #expect(Point.allCases.sorted() == Array(Point.allCases))
  }

  private func json(_ path: String) throws -> JSON {
    try JSON(parsing: Data(contentsOf: registry.appending(path: path)))
  }

  private func id(of table: JSON) throws -> String {
    try ["namespace", "key", "version"].map { try #require(table[$0]?.string) }.joined(separator: ":")
  }
}
