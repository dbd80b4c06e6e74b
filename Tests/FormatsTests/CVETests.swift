import AdvisoryTypes
import CVE
import JSON
import Testing

@Suite struct `A CVE record` {
  let page = "https://publisher.example/advisories/WHPG-1900-0001.html"

  private func assigner() throws -> CVE.Assigner {
    try #require(CVE.Assigner(organization: "4b8f2a30-6c1d-4e57-9a3b-0d5e6f7a8b9c", shortName: "whpg"))
  }

  // Skipped where the schemas are not at hand (EMBARGO_CONFORMANCE names their folder).
  @Test(.enabled(if: Conformance.isAtHand, "no conformance files"))
  func `is valid by the official schema, whatever the advisory holds`() throws {
    let assigner = try assigner()
    let records = ([.good] + Advisory.anySample).compactMap { CVE.record(for: $0, assigner: assigner, pageURL: page) }
    #expect(records.count > 50)
    try SchemaCheck.expectValid(records, kind: "cve")
  }

  @Test func `says before, in and after which versions of each line`() throws {
    var advisory = Advisory.good
    advisory.lines[0].status = .affected(from: "7.3.2", solution: .fixed(version: "7.3.5", url: nil))
    let record = try #require(CVE.record(for: advisory, assigner: assigner(), pageURL: page))
    let versions = record["containers"]?["cna"]?["affected"]?[0]?["versions"]?.array ?? []
    let lines = versions.map { entry in
      [entry["version"], entry["lessThan"], entry["status"]].map { $0?.string ?? "" }.joined(separator: " ")
    }
    #expect(
      lines == [
        "7.3 7.3.2 unaffected", "7.3.2 7.3.5 affected", "7.3.5 7.3.* unaffected", "7.2 7.2.* affected",
        "6 6.* unaffected",
        "8 8.* unknown",
      ])
    #expect(record["containers"]?["cna"]?["affected"]?[0]?["defaultStatus"] == nil)
  }

  @Test func `never credits in its description`() throws {
    let record = try #require(CVE.record(for: .good, assigner: assigner(), pageURL: page))
    let description = record["containers"]?["cna"]?["descriptions"]?[0]?["value"]?.string ?? ""
    #expect(!description.contains("Ada"))
    #expect(record["containers"]?["cna"]?["credits"]?[0] == ["lang": "en", "value": "Ada Example", "type": "finder"])
    #expect(CVE.findings(in: .good, pageURL: page).isEmpty)
  }

  @Test func `has findings where the rules of the programme are broken`() {
    var advisory = Advisory.good
    advisory.summary = "Found by ada example, like CVE-1900-0002."
    advisory.cwe = nil
    advisory.lines.removeFirst(2)
    advisory.lines.removeLast()
    let codes = Set(CVE.findings(in: advisory, pageURL: "http://localhost/").map(\.code))
    #expect(
      codes == [.creditInDescription, .otherIdentifierInDescription, .noProblemType, .nothingAffected, .noReference])
    advisory.summary = ""
    advisory.impact = " "
    #expect(CVE.findings(in: advisory, pageURL: page).contains { $0.code == .noEnglishDescription })
  }

  @Test func `needs an identifier and an assigner that the programme knows`() throws {
    var advisory = Advisory.good
    advisory.cve = nil
    #expect(try CVE.record(for: advisory, assigner: assigner(), pageURL: page) == nil)
    #expect(CVE.Assigner(organization: "not a uuid", shortName: "whpg") == nil)
    #expect(CVE.Assigner(organization: "4b8f2a30-6c1d-1e57-9a3b-0d5e6f7a8b9c", shortName: "whpg") == nil)
    #expect(CVE.Assigner(organization: "4b8f2a30-6c1d-4e57-9a3b-0d5e6f7a8b9c", shortName: "w") == nil)
  }
}
