import AdvisoryTypes
import CVSS
import Foundation

/// A repeatable source of chance.
struct Seed: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Advisory {
  /// An advisory as it should be: four lines, one of each kind.
  static let good = Advisory(
    id: "WHPG-1900-0001", cve: CVEID("CVE-1900-0001"), title: "SQL injection through a view's column name",
    summary: "A crafted column name runs SQL as the owner of a view.", details: "## How\n\nThe name is *not* quoted.",
    impact: "Any user who may create a table gets the rights of the database's owner.",
    conditions: "The extension `reports` is installed.",
    publisher: .init(
      name: "WarehousePG", namespace: "https://warehouse-pg.example", contact: "security@warehouse-pg.example"),
    published: date("1990-01-02T14:00:00Z"), updated: date("1990-01-05T09:30:00Z"),
    revisions: [
      .init(number: 1, date: date("1990-01-02T14:00:00Z"), note: "Initial publication"),
      .init(number: 2, date: date("1990-01-05T09:30:00Z"), note: "Line 6 is not affected"),
    ],
    scores: [.init(vector: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H")], cwe: CWEID("CWE-89"),
    vendor: "WarehousePG",
    product: "WarehousePG", purl: "pkg:github/warehouse-pg/warehouse-pg",
    repository: "https://git.warehouse-pg.example/warehouse-pg",
    lines: [
      Line(
        label: "7.3",
        status: .affected(
          from: "7.3.0", solution: .fixed(version: "7.3.5", url: "https://warehouse-pg.example/releases/7.3.5"))),
      Line(
        label: "7.2", status: .affected(from: "0", solution: .willNotFix(reason: "The line has ended.")),
        supported: false),
      Line(
        label: "6", status: .notAffected(justification: .componentNotPresent, detail: "Line 6 has no `reports`."),
        supported: true),
      Line(label: "8", status: .underInvestigation(note: "We look at it again on 9 January.")),
    ],
    mitigations: [
      .init(
        action: "Revoke CREATE on the schema.", appliesTo: "All lines", effect: .partial,
        sideEffects: "Nobody can create tables.",
        verify: "SELECT has_schema_privilege(…)", undo: "Grant it again.")
    ],
    credits: [.init(name: "Ada Example", role: .finder), .init(name: "Bob Example", role: .remediationDeveloper)],
    references: [.init(url: "https://warehouse-pg.example/blog/1", summary: "What happened")],
    timeline: [.init(date: date("1989-12-12T08:00:00Z"), text: "Reported")], exploited: .publicPoC)

  static func date(_ text: String) -> Date { Timestamp.date(text) ?? .distantPast }

  /// Any advisory at all: empty texts, hostile texts, contradictions, lines that occur twice.
  static func any(_ seed: inout Seed) -> Advisory {
    let words = [
      "", " ", "a", "7.3", "\"<script>&'", "Ümläut 😀", "\u{0}\u{1B}[31m", "| pipe \\ * _", "line\nbreak\r\n",
      "CVE-1900-4444",
      "all versions before this", "https://x.example/a?b=c#d", "javascript:alert(1)",
      String(repeating: "long ", count: 1200),
    ]
    let versions = [
      "", "0", "7.3.0", "7.3.5", "7.4.1", "8.0.0-rc1", "7.3 and later", "<7.3", "7.3-before", "v7", "999999999999.1",
      "é",
    ]
    let labels = ["7.3", "7.2", "7", "8", "main", "7.x", "", "7.3", "1.2.3.4", "999999999"]
    func word(_ seed: inout Seed) -> String { words.randomElement(using: &seed) ?? "" }
    func version(_ seed: inout Seed) -> String { versions.randomElement(using: &seed) ?? "" }
    func moment(_ seed: inout Seed) -> Date { Date(timeIntervalSince1970: .random(in: 0...2e9, using: &seed)) }
    func many<T>(_ seed: inout Seed, _ most: Int, _ make: (inout Seed) -> T) -> [T] {
      (0..<Int.random(in: 0...most, using: &seed)).map { _ in make(&seed) }
    }
    func solution(_ seed: inout Seed) -> Line.Solution {
      switch Int.random(in: 0..<5, using: &seed) {
      case 0: .willNotFix(reason: word(&seed))
      case 1: .mitigationOnly(reason: word(&seed))
      case 2: .pending(note: word(&seed))
      default: .fixed(version: version(&seed), url: Bool.random(using: &seed) ? word(&seed) : nil)
      }
    }
    func line(_ seed: inout Seed) -> Line {
      let status: Line.Status =
        switch Int.random(in: 0..<4, using: &seed) {
        case 0:
          .notAffected(
            justification: Line.Justification.allCases.randomElement(using: &seed) ?? .componentNotPresent,
            detail: word(&seed))
        case 1: .underInvestigation(note: word(&seed))
        default: .affected(from: version(&seed), solution: solution(&seed))
        }
      return Line(label: labels.randomElement(using: &seed) ?? "", status: status, supported: .random(using: &seed))
    }
    let texts = ["", "<b>", "CVSS:3.1/A:N/I:N/C:N/S:U/UI:R/PR:H/AC:H/AV:P", "CVSS:4.0/AV:N", "CVSS:5.0/A:B"]
    func score(_ seed: inout Seed) -> Score {
      let isText = Int.random(in: 0..<5, using: &seed) == 0
      let vector = isText ? texts.randomElement(using: &seed) ?? "" : CVSS.anyVector(&seed)
      let lines = Bool.random(using: &seed) ? [] : many(&seed, 3) { labels.randomElement(using: &$0) ?? "" }
      return Score(vector: vector, lines: lines, isProvisional: .random(using: &seed))
    }
    return Advisory(
      id: ["WHPG-1900-0007", " two words ", "", "../../x", "GHSA-aaaa-bbbb-cccc"].randomElement(using: &seed) ?? "",
      cve: Bool.random(using: &seed) ? CVEID("CVE-1900-\(Int.random(in: 1000...999_999, using: &seed))") : nil,
      title: word(&seed), summary: word(&seed), details: word(&seed), impact: word(&seed), conditions: word(&seed),
      publisher: .init(name: word(&seed), namespace: "https://publisher.example", contact: word(&seed)),
      published: moment(&seed), updated: moment(&seed),
      revisions: many(&seed, 4) { .init(number: .random(in: -1...5, using: &$0), date: moment(&$0), note: word(&$0)) },
      scores: many(&seed, 5, score),
      cwe: [nil, CWEID("CWE-89"), CWEID("CWE-79"), CWEID("CWE-999999")].randomElement(using: &seed) ?? nil,
      vendor: word(&seed), product: word(&seed),
      purl: [nil, "pkg:github/A/B@1?x=y#z", "no purl", "pkg:generic/a%20b"].randomElement(using: &seed) ?? nil,
      repository: [nil, "https://git.example/a", "git@git.example:a"].randomElement(using: &seed) ?? nil,
      lines: many(&seed, 6, line),
      mitigations: many(&seed, 3) {
        .init(
          action: word(&$0), appliesTo: word(&$0), effect: .random(using: &$0) ? .full : .partial,
          sideEffects: word(&$0))
      }, noMitigationKnown: .random(using: &seed),
      credits: many(&seed, 4) {
        .init(name: word(&$0), role: Credit.Role.allCases.randomElement(using: &$0) ?? .other)
      },
      references: many(&seed, 4) { .init(url: word(&$0), summary: word(&$0)) },
      timeline: many(&seed, 4) { .init(date: moment(&$0), text: word(&$0)) },
      exploited: Exploitation.allCases.randomElement(using: &seed) ?? .none,
      tlp: TLP.allCases.randomElement(using: &seed) ?? .clear)
  }

  /// The same every time.
  static let anySample: [Advisory] = {
    var seed = Seed(state: 20_220_101)
    return (0..<150).map { _ in any(&seed) }
  }()
}

extension CVSS {
  /// Any vector of any version, with any of the metrics that may be left out.
  static func anyVector(_ seed: inout Seed) -> String {
    let version = Version.allCases.randomElement(using: &seed) ?? .v3_1
    var values: [String: String] = [:]
    let isBase = Bool.random(using: &seed)
    for metric in Metric.all(of: version) {
      guard metric.isMandatory || (!isBase && Int.random(in: 0..<4, using: &seed) == 0) else { continue }
      values[metric.name] = metric.codes.randomElement(using: &seed)
    }
    return (try? Vector(version, values))?.vector ?? ""
  }
}
