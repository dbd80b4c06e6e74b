import AdvisoryTypes
import JSON
import OSV
import Testing

@Suite struct `An OSV record` {
  let page = "https://publisher.example/advisories/WHPG-1900-0001.html"

  // Skipped where the schemas are not at hand (EMBARGO_CONFORMANCE names their folder).
  @Test(.enabled(if: Conformance.isAtHand, "no conformance files"))
  func `is valid by the official schema, whatever the advisory holds`() throws {
    let package = OSV.Package(ecosystem: "PyPI", name: "warehouse-pg")
    let records = ([.good] + Advisory.anySample).flatMap {
      [OSV.record(for: $0, pageURL: page), OSV.record(for: $0, package: package, pageURL: page)]
    }
    try SchemaCheck.expectValid(records, kind: "osv")
  }

  @Test func `claims no range that the format cannot express, and says so`() {
    let record = OSV.record(for: .good, pageURL: page)
    #expect(record["id"] == "x_WHPG-1900-0001")
    #expect(record["aliases"] == ["CVE-1900-0001"])
    let affected = record["affected"]?.array ?? []
    #expect(affected.count == 2)
    #expect(affected.allSatisfy { $0["ranges"] == nil && $0["versions"] == nil && $0["package"] == nil })
    #expect(affected.first?["database_specific"]?["vers"] == "vers:generic/>=7.3.0|<7.3.5")
    #expect(record["database_specific"]?["omitted"]?.array?.count == 2)
  }

  @Test func `of a package has ranges that end with the fix, or with the line`() {
    let package = OSV.Package(ecosystem: "Debian:12", name: "warehouse-pg")
    let affected = OSV.record(for: .good, package: package, pageURL: page)["affected"]?.array ?? []
    #expect(
      affected.map { $0["ranges"]?[0]?["events"] } == [
        [["introduced": "7.3.0"], ["fixed": "7.3.5"]], [["introduced": "7.2"], ["limit": "7.3"]],
      ])
  }

  @Test(arguments: [
    ("WHPG-1900-0001", "x_WHPG-1900-0001"), ("GHSA-aaaa-bbbb-cccc", "GHSA-aaaa-bbbb-cccc"),
    ("CVE-1900-0001", "CVE-1900-0001"),
    ("x_A-1", "x_A-1"), ("GO", "x_GO"),
  ]) func `has an id of a registered prefix, or one that is marked as not registered`(id: String, expected: String) {
    #expect(OSV.identifier(id) == expected)
  }
}
