import AdvisoryTypes
import Foundation
import JSON
import Testing

@Suite struct `An advisory` {
  private var sample: Advisory {
    Advisory(
      id: "WHPG-1900-0001", cve: CVEID("CVE-1900-0001"), title: "A title \"quoted\"", summary: "S", details: "# D\n",
      impact: "I",
      conditions: "C", publisher: .init(name: "P", namespace: "https://p.example", contact: "p@p.example"),
      published: Date(timeIntervalSince1970: 1000.75), updated: Date(timeIntervalSince1970: 2000),
      revisions: [.init(number: 1, date: Date(timeIntervalSince1970: 1000.5), note: "First")],
      scores: [
        .init(vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
        .init(vector: "AV:N/AC:L/Au:N/C:P/I:P/A:P", lines: ["1", "2"], isProvisional: true),
      ], cwe: CWEID("CWE-89"), vendor: "V", product: "P",
      purl: "pkg:generic/p", repository: "https://git.p.example",
      lines: [
        .init(label: "1", status: .affected(from: "1.0", solution: .fixed(version: "1.2", url: nil))),
        .init(label: "2", status: .affected(from: "0", solution: .fixed(version: "2.2", url: "https://p.example/2.2"))),
        .init(label: "3", status: .affected(from: "", solution: .willNotFix(reason: "Old")), supported: false),
        .init(label: "4", status: .affected(from: "4.1", solution: .mitigationOnly(reason: "Hard"))),
        .init(label: "5", status: .affected(from: "5.1", solution: .pending(note: "Soon"))),
        .init(label: "6", status: .notAffected(justification: .vulnerableCodeNotPresent, detail: "Newer")),
        .init(label: "7", status: .underInvestigation(note: "Tomorrow")),
      ],
      mitigations: [.init(action: "A", appliesTo: "B", effect: .full, sideEffects: "C", verify: "D", undo: "E")],
      credits: [.init(name: "N", role: .remediationReviewer)],
      references: [.init(url: "https://r.example", summary: "R")],
      timeline: [.init(date: Date(timeIntervalSince1970: 1), text: "T")], exploited: .active, tlp: .amberStrict)
  }

  @Test func `comes back from storage as it was`() throws {
    var advisory = sample
    #expect(try Advisory(json: JSON(parsing: advisory.json.bytes())) == advisory)
    advisory.cve = nil
    advisory.cwe = nil
    advisory.purl = nil
    advisory.repository = nil
    advisory.updated = Date(timeIntervalSince1970: 3000.999)
    #expect(try Advisory(json: JSON(parsing: advisory.json.text(pretty: true))) == advisory)
  }

  @Test func `that was stored when it had one list of vectors is still read`() throws {
    var object = try #require(sample.json.object)
    object["scores"] = nil
    object["vectors"] = ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "no vector"]
    let advisory = try Advisory(json: .object(object))
    #expect(
      advisory.scores == [
        .init(vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), .init(vector: "no vector"),
      ])
  }

  @Test func `knows of each line its own scores, and for the others those for all`() {
    let scores: [Advisory.Score] = [
      .init(vector: "CVSS:4.0/a"), .init(vector: "CVSS:3.0/b"), .init(vector: "CVSS:3.1/c", isProvisional: true),
      .init(vector: "CVSS:3.1/d", lines: ["1", "2"]), .init(vector: "AV:e", lines: ["1"]),
    ]
    #expect(scores.holding(for: "1").map(\.vector) == ["CVSS:4.0/a", "CVSS:3.1/d", "AV:e"])
    #expect(scores.holding(for: "3").map(\.vector) == ["CVSS:4.0/a", "CVSS:3.0/b", "CVSS:3.1/c"])
    #expect(scores.holding(for: "3").preferred(ofMajorVersion: 3)?.vector == "CVSS:3.1/c")
    #expect(scores.preferred(ofMajorVersion: 3)?.vector == "CVSS:3.1/d")
    #expect(scores.holding(for: "3").preferred(ofMajorVersion: 2) == nil)
  }

  @Test func `says where its stored form is broken`() throws {
    var object = try #require(sample.json.object)
    object["lines"] = [
      ["label": "1", "supported": true, "status": ["is": "affected", "from": "1", "solution": ["is": "magic"]]]
    ]
    let fault = #expect(throws: JSON.Fault.self) { try Advisory(json: .object(object)) }
    #expect(fault?.code == .wrongShape)
    #expect(fault?.reason == "advisory.lines[0].status.solution is no solution")
    for key in object.keys where !["cve", "cwe", "purl", "repository"].contains(key) {
      var broken = object
      broken[key] = 1
      #expect(throws: JSON.Fault.self) { try Advisory(json: .object(broken)) }
      broken[key] = nil
      #expect(throws: JSON.Fault.self) { try Advisory(json: .object(broken)) }
    }
  }

  @Test func `that is fit to be published has no findings`() {
    var advisory = sample
    advisory.tlp = .clear
    #expect(advisory.findings.isEmpty)
    #expect(sample.findings.map(\.code) == [.notForEveryone])
  }

  @Test func `names everything that is missing or contradicts itself`() {
    var advisory = sample
    advisory.title = " "
    advisory.publisher.namespace = "http://p.example"
    advisory.purl = "nothing"
    advisory.cwe = CWEID("CWE-999999")
    advisory.lines[0].status = .affected(from: "1", solution: .fixed(version: "1.2 and later", url: nil))
    advisory.lines[1].label = "1"
    advisory.lines[2].status = .affected(from: "", solution: .willNotFix(reason: ""))
    advisory.revisions = [.init(number: 2, date: advisory.published, note: "")]
    advisory.updated = Date(timeIntervalSince1970: 0)
    advisory.noMitigationKnown = true
    advisory.scores[1].lines = ["9"]
    let expected: Set<Advisory.Finding.Code> = [
      .emptyText, .badAddress, .badPackageURL, .unknownWeakness, .unknownLine, .badVersion, .repeatedLine,
      .historyOutOfOrder,
      .datesOutOfOrder,
      .noWordOnMitigations, .notForEveryone,
    ]
    #expect(Set(advisory.findings.map(\.code)) == expected)
    advisory.lines = []
    #expect(advisory.findings.contains { $0.code == .noLines })
  }
}
