import AdvisoryTypes
import CSAF
import CVSS
import Foundation
import JSON
import Testing

@Suite struct `A CSAF document` {
  let canonical = "https://publisher.example/.well-known/csaf/white/1990/whpg-1900-0001.json"

  // Skipped where the schemas are not at hand (EMBARGO_CONFORMANCE names their folder).
  @Test(.enabled(if: Conformance.isAtHand, "no conformance files"))
  func `is valid by the official schema, whatever the advisory holds`() throws {
    let documents = ([.good] + Advisory.anySample).map {
      CSAF.document(for: $0, canonicalURL: canonical, engine: "Test")
    }
    try SchemaCheck.expectValid(documents, kind: "csaf")
  }

  // Skipped where the schemas are not at hand (EMBARGO_CONFORMANCE names their folder).
  @Test(.enabled(if: Conformance.isAtHand, "no conformance files"))
  func `that is broken is refused by the checks above`() throws {
    var document = try #require(CSAF.document(for: .good).object)
    document["product_tree"] = nil
    document["vulnerabilities"] = [["product_status": ["known_affected": ["nobody"]]], ["cve": "CVE-1900-1"]]
    #expect(mandatoryFindings(.object(document)).starts(with: ["6.1.1", "6.2.2"]))
    let file = FileManager.default.temporaryDirectory.appending(path: "embargo-broken-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(JSON.object(document).bytes()).write(to: file)
    let (status, output) = try SchemaCheck.run(kind: "csaf", paths: [file.path])
    #expect(status == 1 && output.contains("CVE-1900-1"))
  }

  @Test func `passes the mandatory tests, whatever the advisory holds`() throws {
    for advisory in [.good] + Advisory.anySample {
      let document = CSAF.document(for: advisory, canonicalURL: canonical)
      let findings = mandatoryFindings(document)
      #expect(findings.isEmpty, "\(findings) in \(document.text(pretty: true))")
    }
  }

  @Test func `says of each line what the advisory says`() throws {
    let document = CSAF.document(for: .good, canonicalURL: canonical)
    let vulnerability = try #require(document["vulnerabilities"]?[0])
    let status = vulnerability["product_status"]
    #expect(status?["known_affected"] == ["WarehousePG-7.3", "WarehousePG-7.2"])
    #expect(status?["fixed"] == ["WarehousePG-7.3.5-fixed"])
    #expect(status?["known_not_affected"] == ["WarehousePG-6"])
    #expect(status?["under_investigation"] == ["WarehousePG-8"])
    let leaves = document["product_tree"]?["branches"]?[0]?["branches"]?[0]?["branches"]?.array ?? []
    #expect(
      leaves.map { $0["name"]?.string } == [
        "vers:generic/>=7.3.0|<7.3.5", "7.3.5", "vers:generic/>=7.2|<7.3", "vers:generic/>=6|<7", "vers:generic/>=8|<9",
      ])
    #expect(leaves[1]["category"] == "product_version")
    let remediations = vulnerability["remediations"]?.array ?? []
    #expect(remediations.map { $0["category"]?.string } == ["vendor_fix", "no_fix_planned", "mitigation"])
    #expect(vulnerability["flags"]?[0]?["label"] == "component_not_present")
    #expect(vulnerability["scores"]?[0]?["cvss_v3"]?["baseScore"] == .number("8.8"))
    #expect(document["document"]?["tracking"]?["version"] == "2")
    #expect(document["document"]?["references"]?[0]?["url"] == .string(canonical))
  }

  @Test func `has its keys in alphabetical order`() {
    let document = CSAF.document(for: .good)
    #expect(document == document.sorted)
    #expect(document.object?.keys == ["document", "product_tree", "vulnerabilities"])
  }

  @Test(arguments: [
    ("WHPG-1900-0001", "whpg-1900-0001.json"), ("Example Company - 2019-YH3234", "example_company_-_2019-yh3234.json"),
    ("RHBA-2019:0024", "rhba-2019_0024.json"), ("2022 #01-A", "2022_01-a.json"), ("a+b..c", "a+b_c.json"),
    ("../../etc/passwd", "_etc_passwd.json"),
  ]) func `has a file name by section 5_1`(id: String, name: String) {
    #expect(CSAF.fileName(id: id) == name)
  }
}

@Suite struct `A CSAF provider` {
  let site = "https://publisher.example/.well-known/csaf"

  @Test func `lists its documents by year of first release and newest first`() {
    var later = Advisory.good
    later.id = "WHPG 1900:0002"
    later.published = Advisory.date("1991-12-31T23:59:59Z")
    later.updated = later.published
    later.revisions = []
    let entries = [Advisory.good, later].map(CSAF.Entry.init)
    #expect(CSAF.index(of: entries) == "1990/whpg-1900-0001.json\n1991/whpg_1900_0002.json\n")
    #expect(
      CSAF.changes(of: entries)
        == "\"1991/whpg_1900_0002.json\",\"1991-12-31T23:59:59Z\"\n\"1990/whpg-1900-0001.json\",\"1990-01-05T09:30:00Z\"\n"
    )
    #expect(CSAF.changes(of: entries) == CSAF.changes(of: entries.reversed()))
  }

  // Skipped where the schemas are not at hand (EMBARGO_CONFORMANCE names their folder).
  @Test(.enabled(if: Conformance.isAtHand, "no conformance files"))
  func `describes itself and its feed validly`() throws {
    let entries = ([.good] + Advisory.anySample.prefix(30)).map(CSAF.Entry.init)
    let date = Advisory.date("1990-01-05T09:30:00Z")
    let metadata = CSAF.providerMetadata(
      url: "\(site)/provider-metadata.json", publisher: Advisory.good.publisher, directory: "\(site)/white/",
      feed: "\(site)/white/feed.json", updated: date)
    try SchemaCheck.expectValid([metadata], kind: "provider")
    let feeds = [entries, []].map {
      CSAF.feed(
        of: $0, id: "feed-tlp-white", title: "All", url: "\(site)/white/feed.json", directory: "\(site)/white",
        hashes: ["sha256", "sha512"], updated: date)
    }
    try SchemaCheck.expectValid(feeds, kind: "rolie")
  }
}
