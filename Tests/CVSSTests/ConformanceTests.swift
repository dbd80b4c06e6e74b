import CVSS
import Testing

// Skipped where the conformance tables are not at hand (EMBARGO_CONFORMANCE names their folder).
@Suite(.enabled(if: ConformanceTables.areThere, "no conformance tables"))
struct `The published vectors` {
  @Test(arguments: ["v2.0.tsv", "v3.0.tsv", "v3.1.tsv"])
  func `have their scores and severities`(table: String) throws {
    let rows = try ConformanceTables.rows(table)
    #expect(rows.count == 2000)
    for row in rows {
      let vector = try CVSS.Vector(parsing: row["vector"] ?? "")
      let found = [
        "score": vector.score.description, "severity": vector.severity.rawValue,
        "base": vector.baseScore.description, "temporal": vector.temporalScore?.description ?? "",
        "environmental": vector.environmentalScore?.description ?? "",
      ]
      let wanted = row.filter { found[$0.key] != nil }
      #expect(found == wanted, "\(row["vector"] ?? "")")
    }
  }

  @Test func `of 4_0 have their scores, severities, nomenclatures and macrovectors`() throws {
    let rows = try ConformanceTables.rows("v4.0.tsv")
    #expect(rows.count == 2000)
    for row in rows {
      let vector = try CVSS.Version4(parsing: row["vector"] ?? "")
      let found = [
        "score": vector.score.description, "severity": vector.severity.rawValue,
        "nomenclature": vector.nomenclature.rawValue, "macrovector": vector.macrovector.description,
      ]
      let wanted = row.filter { found[$0.key] != nil }
      #expect(found == wanted, "\(row["vector"] ?? "")")
    }
  }

  @Test func `are rounded as the specifications say, where others differ`() throws {
    let rows = try ConformanceTables.rows("rounding.tsv")
    #expect(rows.count > 100)
    for row in rows {
      let vector = try CVSS.Vector(parsing: row["vector"] ?? "")
      let found = [vector.baseScore, vector.temporalScore, vector.environmentalScore].map { $0?.description ?? "" }
      #expect(found == [row["base"], row["temporal"], row["environmental"]], "\(row["vector"] ?? "")")
    }
  }

  @Test func `are accepted or refused as the rules say`() throws {
    let rows = try ConformanceTables.rows("validity.tsv")
    #expect(rows.count > 50)
    for row in rows {
      // The table writes a line's end as two characters.
      let text = (row["vector"] ?? "").replacing("\\n", with: "\n")
      let vector = try? CVSS.Vector(parsing: text)
      #expect((vector != nil) == (row["expect"] == "valid"), "\(text): \(row["reason"] ?? "")")
    }
  }

  @Test(arguments: ["v2.0.tsv", "v3.0.tsv", "v3.1.tsv", "v4.0.tsv"])
  func `are the same when written and read again`(table: String) throws {
    for row in try ConformanceTables.rows(table) {
      let vector = try CVSS.Vector(parsing: row["vector"] ?? "")
      #expect(try CVSS.Vector(parsing: vector.vector) == vector)
    }
  }
}
