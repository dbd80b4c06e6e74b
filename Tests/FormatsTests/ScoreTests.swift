import AdvisoryTypes
import CSAF
import CVE
import CVSS
import JSON
import OSV
import Testing

/// The documents about one advisory that machines read.
private struct Documents {
  let csaf: JSON
  let cve: JSON
  let osv: JSON

  init(_ advisory: Advisory) throws {
    let page = "https://publisher.example/advisories/WHPG-1900-0001.html"
    let assigner = try #require(
      CVE.Assigner(organization: "4b8f2a30-6c1d-4e57-9a3b-0d5e6f7a8b9c", shortName: "whpg"))
    csaf = CSAF.document(for: advisory)
    cve = CVE.container(for: advisory, assigner: assigner, pageURL: page)
    osv = OSV.record(for: advisory, pageURL: page)
  }

  init(scores: [Advisory.Score]) throws {
    var advisory = Advisory.good
    advisory.scores = scores
    try self.init(advisory)
  }

  var csafScores: [JSON] { csaf["vulnerabilities"]?[0]?["scores"]?.array ?? [] }
  var csafNotes: [String: String] {
    let notes = csaf["vulnerabilities"]?[0]?["notes"]?.array ?? []
    return Dictionary(notes.map { ($0["title"]?.string ?? "", $0["text"]?.string ?? "") }) { first, _ in first }
  }
  var aggregateSeverity: String? { csaf["document"]?["aggregate_severity"]?["text"]?.string }
  var metrics: [JSON] { cve["metrics"]?.array ?? [] }
}

@Suite struct `A score in documents for machines` {
  let v2 = "AV:N/AC:L/Au:N/C:P/I:P/A:P"
  let v30 = "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H"
  let v31 = "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H"
  let v4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
  let low = "CVSS:3.1/AV:N/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"

  @Test func `of two versions stands in each as it can`() throws {
    let documents = try Documents(scores: [.init(vector: v4), .init(vector: v31)])
    #expect(documents.csafScores.count == 1)
    #expect(documents.csafScores[0]["cvss_v3"]?["vectorString"]?.string == v31)
    #expect(documents.csafScores[0]["products"] == ["WarehousePG-7.3", "WarehousePG-7.2"])
    #expect(documents.csafNotes["CVSS 4.0 vector"] == "8.7 High (CVSS-B): \(v4)")
    #expect(documents.aggregateSeverity == "High")
    #expect(
      documents.cve["metrics"] == [
        [
          "format": "CVSS", "scenarios": [["lang": "en", "value": "GENERAL"]],
          "cvssV4_0": [
            "version": "4.0", "vectorString": .string(v4), "baseScore": .number("8.7"), "baseSeverity": "HIGH",
          ],
        ],
        [
          "format": "CVSS", "scenarios": [["lang": "en", "value": "GENERAL"]],
          "cvssV3_1": [
            "version": "3.1", "vectorString": .string(v31), "baseScore": .number("8.8"), "baseSeverity": "HIGH",
          ],
        ],
      ])
    #expect(
      documents.osv["severity"] == [
        ["type": "CVSS_V3", "score": .string(v31)], ["type": "CVSS_V4", "score": .string(v4)],
      ])
    #expect(documents.osv["affected"]?.array?.allSatisfy { $0["severity"] == nil } == true)
    #expect(documents.osv["database_specific"]?["severity"] == "HIGH")
  }

  @Test func `of a group of release lines is theirs alone, and the others have that for all`() throws {
    let documents = try Documents(scores: [
      .init(vector: v4), .init(vector: v31), .init(vector: low, lines: ["7.2"]),
    ])
    let scores = documents.csafScores.map { [$0["cvss_v3"]?["vectorString"], $0["products"]] }
    #expect(scores == [[.string(v31), ["WarehousePG-7.3"]], [.string(low), ["WarehousePG-7.2"]]])
    #expect(documents.aggregateSeverity == "High")
    let scenarios = documents.metrics.map { $0["scenarios"]?[0]?["value"]?.string }
    #expect(scenarios == ["GENERAL", "GENERAL", "Release line 7.2"])
    #expect(documents.osv["severity"] == nil)
    let severities = documents.osv["affected"]?.array?.map { $0["severity"]?.array?.map { $0["score"]?.string } }
    #expect(severities == [[v31, v4], [low, v4]])
  }

  @Test func `of version 4_0 says in its note which release lines it is for`() throws {
    let threat = v4 + "/E:U"
    let documents = try Documents(scores: [.init(vector: v4), .init(vector: threat, lines: ["7.2", "6"])])
    let notes = documents.csaf["vulnerabilities"]?[0]?["notes"]?.array ?? []
    #expect(
      notes.filter { $0["title"] == "CVSS 4.0 vector" }.map { $0["text"]?.string } == [
        "8.7 High (CVSS-B): \(v4)\nFor all other release lines.",
        "6.3 Medium (CVSS-BT): \(threat)\nFor release lines: 7.2, 6.",
      ])
  }

  @Test func `with temporal metrics has both numbers where there is room for them`() throws {
    let vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O/RC:U"
    let documents = try Documents(scores: [.init(vector: vector)])
    let expected: JSON = [
      "version": "3.1", "vectorString": .string(vector), "baseScore": .number("9.8"), "baseSeverity": "CRITICAL",
      "temporalScore": .number("7.8"), "temporalSeverity": "HIGH",
    ]
    #expect(documents.csafScores.first?["cvss_v3"] == expected.sorted)
    #expect(documents.metrics.first?["cvssV3_1"] == expected)
    #expect(documents.aggregateSeverity == "High")
    #expect(documents.osv["severity"] == [["type": "CVSS_V3", "score": .string(vector)]])
  }

  @Test func `with threat and supplemental metrics has its base score in a CVE record, which has no other`() throws {
    let vector = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U/S:P/AU:Y/U:Red"
    let documents = try Documents(scores: [.init(vector: vector)])
    #expect(
      documents.metrics.first?["cvssV4_0"] == [
        "version": "4.0", "vectorString": .string(vector), "baseScore": .number("9.3"), "baseSeverity": "CRITICAL",
      ])
    #expect(documents.csafScores.isEmpty)
    #expect(documents.csafNotes["CVSS 4.0 vector"] == "8.1 High (CVSS-BT): \(vector)")
    #expect(documents.aggregateSeverity == "High")
    #expect(documents.osv["severity"] == [["type": "CVSS_V4", "score": .string(vector)]])
  }

  @Test func `of an old version keeps its version`() throws {
    let three = try Documents(scores: [.init(vector: v30)])
    #expect(three.csafScores.first?["cvss_v3"]?["version"] == "3.0")
    #expect(three.metrics.first?["cvssV3_0"]?["baseSeverity"] == "HIGH")
    #expect(three.osv["severity"] == [["type": "CVSS_V3", "score": .string(v30)]])
    let two = try Documents(scores: [.init(vector: v2)])
    let expected: JSON = ["version": "2.0", "vectorString": .string(v2), "baseScore": .number("7.5")]
    #expect(two.csafScores.first?["cvss_v2"] == expected.sorted && two.csafScores.first?["cvss_v3"] == nil)
    #expect(two.metrics.first?["cvssV2_0"] == expected)
    #expect(two.osv["severity"] == [["type": "CVSS_V2", "score": .string(v2)]])
    #expect(two.aggregateSeverity == "High")
  }

  @Test func `that has no room beside a newer one is not lost`() throws {
    let documents = try Documents(scores: [.init(vector: v30), .init(vector: low)])
    #expect(documents.csafScores.count == 1 && documents.csafScores[0]["cvss_v3"]?["version"] == "3.1")
    #expect(documents.csafNotes["CVSS 3.0 vector"] == "8.8 High: \(v30)")
    #expect(documents.metrics.count == 2)
    #expect(documents.osv["severity"]?.array?.count == 1)
    #expect(
      documents.osv["database_specific"]?["omitted"]?.array?.contains { $0.string?.contains(v30) == true } == true)
  }

  @Test func `that is provisional is called so`() throws {
    let documents = try Documents(scores: [.init(vector: v31, isProvisional: true), .init(vector: v4)])
    #expect(documents.csafNotes["Provisional score"]?.contains("Provisional") == true)
    #expect(documents.csafNotes["CVSS 4.0 vector"]?.contains("Provisional") == false)
    #expect(documents.metrics.map { $0["other"]?["content"]?["provisional"] } == [true, nil])
    #expect(documents.osv["database_specific"]?["provisional_scores"] == [.string(v31)])
  }

  @Test func `is nowhere where there is none`() throws {
    for scores in [[], [Advisory.Score(vector: "9.8, very bad")]] {
      let documents = try Documents(scores: scores)
      #expect(documents.csafScores.isEmpty && documents.aggregateSeverity == nil && documents.metrics.isEmpty)
      #expect(documents.osv["severity"] == nil && documents.osv["database_specific"]?["severity"] == nil)
      #expect(documents.csafNotes["Further CVSS vector"] == scores.first?.vector)
    }
  }

  @Test func `is the same in all of them, whatever the advisory holds`() throws {
    var seed = Seed(state: 40)
    for _ in 0..<300 {
      let advisory = Advisory.any(&seed)
      try expectAgreement(advisory)
    }
  }

  private func expectAgreement(_ advisory: Advisory) throws {
    let documents = try Documents(advisory)
    let entries = documents.csafScores
    var numbers: [String: JSON] = [:]
    for metric in documents.metrics {
      for member in ["cvssV2_0", "cvssV3_0", "cvssV3_1", "cvssV4_0"] {
        guard let content = metric[member], let vector = content["vectorString"]?.string else { continue }
        numbers[vector] = content.sorted
      }
    }
    // Every vector is in every document, with the same numbers.
    let vectors = advisory.scores.compactMap { try? CVSS.Vector(parsing: $0.vector) }
    #expect(Set(vectors.map(\.vector)) == Set(numbers.keys))
    for vector in vectors {
      #expect(documents.csaf.text().contains(vector.vector) && documents.osv.text().contains(vector.vector))
    }
    for case let content? in entries.flatMap({ [$0["cvss_v2"], $0["cvss_v3"]] }) {
      #expect(numbers[content["vectorString"]?.string ?? ""] == content)
    }
    let severity = documents.osv["database_specific"]?["severity"]?.string
    #expect(severity == documents.aggregateSeverity?.uppercased())
    #expect(severity == vectors.map(\.severity).max()?.rawValue.uppercased())

    // Each affected line has the same vectors everywhere.
    let top = documents.osv["severity"]?.array
    let products = documents.csaf["vulnerabilities"]?[0]?["product_status"]?["known_affected"]?.array ?? []
    let affected = documents.osv["affected"]?.array ?? []
    #expect(products.count == affected.count)
    for (product, line) in zip(products, affected) {
      #expect(top == nil || line["severity"] == nil)
      let severities = top ?? line["severity"]?.array ?? []
      #expect(Set(severities.compactMap { $0["type"] }).count == severities.count)
      let own = entries.filter { $0["products"]?.array?.contains(product) == true }
      for (member, type) in [("cvss_v2", "CVSS_V2"), ("cvss_v3", "CVSS_V3")] {
        let csaf = own.compactMap { $0[member]?["vectorString"]?.string }
        #expect(csaf == severities.filter { $0["type"]?.string == type }.compactMap { $0["score"]?.string })
      }
      let label = line["database_specific"]?["line"]?.string ?? ""
      for vector in severities.compactMap({ $0["score"]?.string }) {
        let isOfLine = documents.metrics.contains { metric in
          let scenarios = metric["scenarios"]?.array?.compactMap { $0["value"]?.string } ?? []
          return metric.text().contains(vector)
            && (scenarios == ["GENERAL"] || scenarios.contains("Release line \(label)"))
        }
        #expect(isOfLine, "\(vector) in \(documents.cve.text(pretty: true))")
      }
    }
  }
}
