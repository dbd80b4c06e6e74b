import AdvisoryTypes
import Foundation
import HTML
import Renderings
import Testing

@Suite struct `Scores` {
  let v4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
  let v31 = "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H"
  let temporal = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O/RC:U"
  let threat = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U/S:P/AU:Y/U:Red"

  /// Of several versions, for groups of lines, with threat and temporal metrics, provisional, and one that is none.
  private var many: Advisory {
    var advisory = Advisory.sample
    advisory.scores = [
      .init(vector: "AV:N/AC:L/Au:N/C:P/I:P/A:P"), .init(vector: temporal, lines: ["7.2"], isProvisional: true),
      .init(vector: v31), .init(vector: threat, lines: ["7.2", "6"]), .init(vector: v4),
      .init(vector: "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H"), .init(vector: "9.8 <b>"), .init(vector: " "),
    ]
    return advisory
  }

  @Test func `of several versions and groups of lines read well on the page`() throws {
    try expectSnapshot(AdvisoryPage.page(of: many, site: .sample).description, "scores.html")
  }

  @Test func `of several versions and groups of lines read well as Markdown`() throws {
    try expectSnapshot(AdvisoryMarkdown.text(of: many), "scores.md")
  }

  @Test func `of several versions and groups of lines read well in a mail`() throws {
    let text = AnnouncementText.text(of: many)
    try expectSnapshot(text, "scores.txt")
    // A vector is never broken, so one with metrics of every kind may be long; nothing else is.
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 || $0.hasPrefix("    CVSS:4.0/") })
  }

  @Test func `of version 4_0 never go without their nomenclature`() {
    for advisory in [Advisory.sample, many] {
      for (path, text) in texts(of: advisory) where path.hasSuffix(".md") || path.hasSuffix(".txt") {
        for line in text.split(separator: "\n") where line.contains("CVSS 4.0:") {
          #expect(line.contains("(CVSS-B"), "\(line) in \(path)")
        }
      }
      #expect(texts(of: advisory)["advisories/index.html"]?.contains("<span class=\"quiet\">CVSS-B") == true)
    }
  }

  @Test func `are in lists the highest, or the word that there is none`() {
    func cell(_ scores: [Advisory.Score]) -> String {
      var advisory = Advisory.sample
      advisory.scores = scores
      let page = texts(of: advisory)["advisories/index.html"] ?? ""
      return page.split(separator: "\n").first { $0.contains("WHPG-1900-0001") }
        .map { $0.split(separator: "<td>").dropFirst(4).first.map(String.init) ?? "" } ?? ""
    }
    #expect(
      cell([.init(vector: temporal), .init(vector: v31), .init(vector: v4, isProvisional: true)])
        == "<span class=\"severity high\">High</span> 8.7 <span class=\"quiet\">CVSS-B, provisional</span></td>")
    #expect(
      cell([.init(vector: v31), .init(vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", lines: ["6"])])
        == "<span class=\"severity critical\">Critical</span> 9.8 <span class=\"quiet\">CVSS 3.1</span></td>")
    #expect(cell([.init(vector: "9.8")]) == "<span class=\"severity none\">Not scored</span></td>")
  }

  @Test func `are the same for people and for machines, whatever they are`() throws {
    var seed = Seed(state: 7)
    for _ in 0..<60 {
      var advisory = Advisory.sample
      advisory.scores = (0..<Int.random(in: 0...5, using: &seed)).map { _ in
        .init(
          vector: vector(&seed),
          lines: ["7.3", "7.2", "6", "none"].filter { _ in Int.random(in: 0..<4, using: &seed) == 0 },
          isProvisional: .random(using: &seed))
      }
      try expectAgreement(of: advisory)
    }
  }

  private func expectAgreement(of advisory: Advisory) throws {
    let files = texts(of: advisory)
    let page = try #require(files["advisories/WHPG-1900-0001.html"])
    let markdown = try #require(files["advisories/WHPG-1900-0001.md"]).split(separator: "\n")
    let mail = try #require(files["advisories/WHPG-1900-0001.txt"])
    var found: Set<String> = []
    for (path, text) in files where path.hasSuffix(".json") {
      try walk(JSONSerialization.jsonObject(with: Data(text.utf8))) { object in
        let vector =
          object["vectorString"] ?? ((object["type"] as? String)?.hasPrefix("CVSS_V") == true ? object["score"] : nil)
        guard let vector = vector as? String else { return }
        found.insert(vector)
        let line = markdown.first { $0.contains("`\(vector)`") } ?? ""
        #expect(page.contains("<code>\(vector)</code>") && mail.contains("    \(vector)\n"), "\(vector) of \(path)")
        for name in ["base", "environmental"] {
          guard let number = object["\(name)Score"] as? Double else { continue }
          let word = (object["\(name)Severity"] as? String)?.capitalized ?? ""
          #expect(line.contains("\(number) \(word)"), "\(name) \(number) \(word): \(line)")
        }
      }
    }
    #expect(found == Set(advisory.scores.map(\.vector)))
    let csaf = try #require(files[".well-known/csaf/white/1990/whpg-1900-0001.json"])
    let list = try #require(files["advisories/index.html"])
    try walk(JSONSerialization.jsonObject(with: Data(csaf.utf8))) { object in
      guard let severity = (object["aggregate_severity"] as? [String: Any])?["text"] as? String else { return }
      #expect(list.contains("\">\(severity)</span>") && mail.contains("Severity:    \(severity)\n"))
    }
  }

  private func walk(_ value: Any, _ visit: ([String: Any]) -> Void) {
    if let object = value as? [String: Any] {
      visit(object)
      for member in object.values { walk(member, visit) }
    } else if let elements = value as? [Any] {
      for element in elements { walk(element, visit) }
    }
  }

  private func texts(of advisory: Advisory) -> [String: String] {
    PublicTree.files(of: [advisory], site: .sample, now: .sample, hash256: { _ in "00" }, hash512: { _ in "11" })
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// Any vector, in the order in which the specification writes its metrics.
  private func vector(_ seed: inout Seed) -> String {
    func metrics(_ text: String, _ seed: inout Seed) -> String {
      text.split(separator: " ").map { metric in
        let parts = metric.split(separator: ":")
        return "\(parts[0]):\(parts[1].split(separator: ",").randomElement(using: &seed) ?? "")"
      }.joined(separator: "/")
    }
    let more = Bool.random(using: &seed)
    switch Int.random(in: 0..<3, using: &seed) {
    case 0:
      return metrics(
        "AV:N,A,L AC:L,M,H Au:N,S,M C:N,P,C I:N,P,C A:N,P,C\(more ? " E:U,POC,H RL:OF,U RC:UC,C" : "")", &seed)
    case 1:
      let version = Bool.random(using: &seed) ? "3.1" : "3.0"
      let base = "AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:U,C C:H,L,N I:H,L,N A:H,L,N"
      return "CVSS:\(version)/" + metrics(base + (more ? " E:U,P,F,H RL:O,W RC:U,C CR:L,H MAV:A,P" : ""), &seed)
    default:
      let base = "AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A VC:H,L,N VI:H,L,N VA:H,L,N SC:H,L,N SI:H,L,N SA:H,L,N"
      return "CVSS:4.0/" + metrics(base + (more ? " E:A,P,U CR:L,H MSI:S,H S:N,P U:Clear,Red" : ""), &seed)
    }
  }
}

/// A repeatable source of chance.
private struct Seed: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
