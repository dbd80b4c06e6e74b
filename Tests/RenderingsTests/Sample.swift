import AdvisoryTypes
import CVE
import Foundation
import Renderings

extension Date {
  static var sample: Date { Timestamp.date("1995-01-01T00:00:00Z") ?? .distantPast }
}

extension Site {
  static let sample = Site(
    baseURL: "https://warehouse-pg.example/security/", projectName: "WarehousePG", publisher: Advisory.sample.publisher,
    contacts: ["mailto:security@warehouse-pg.example"], reportURL: "https://desk.warehouse-pg.example/report",
    expires: Timestamp.date("1995-11-01T00:00:00Z") ?? .distantFuture,
    assigner: CVE.Assigner(organization: "4b8f2a30-6c1d-4e57-9a3b-0d5e6f7a8b9c", shortName: "whpg"))
}

extension Advisory {
  static let sample = Advisory(
    id: "WHPG-1900-0001", cve: CVEID("CVE-1900-0001"), title: "SQL injection through a view's column name",
    summary: "A crafted column name runs SQL as the owner of a view.",
    details: """
      When a view is rebuilt, its column names are pasted into a statement **without quotes**. A name may be up to 63 bytes
      long, which is enough for `; DROP TABLE t`.

      - `CREATE VIEW` by the attacker
      - `ALTER VIEW` by the owner
      """,
    impact: "Any user who may create a table gets the rights of the database's owner.",
    conditions: "The extension “reports” is installed.",
    publisher: .init(
      name: "WarehousePG", namespace: "https://warehouse-pg.example", contact: "security@warehouse-pg.example"),
    published: Timestamp.date("1990-01-02T14:00:00Z") ?? .distantPast,
    updated: Timestamp.date("1990-01-05T09:30:00Z") ?? .distantPast,
    revisions: [
      .init(number: 1, date: Timestamp.date("1990-01-02T14:00:00Z") ?? .distantPast, note: "Initial publication"),
      .init(number: 2, date: Timestamp.date("1990-01-05T09:30:00Z") ?? .distantPast, note: "Line 6 is not affected"),
    ],
    scores: [
      .init(vector: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"),
      .init(vector: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H"),
    ], cwe: CWEID("CWE-89"), vendor: "WarehousePG",
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
      Line(label: "6", status: .notAffected(justification: .componentNotPresent, detail: "")),
      Line(label: "8", status: .underInvestigation(note: "We look at it again on 9 January.")),
    ],
    mitigations: [
      .init(
        action: "Revoke CREATE on the schema from everybody who does not need it.", appliesTo: "All lines",
        effect: .partial,
        sideEffects: "Nobody else can create tables.", verify: "SELECT has_schema_privilege('public', 'CREATE')",
        undo: "Grant it again.")
    ],
    credits: [.init(name: "Ada Example", role: .finder), .init(name: "Bob Example", role: .remediationDeveloper)],
    references: [.init(url: "https://warehouse-pg.example/blog/1", summary: "What happened")],
    timeline: [.init(date: Timestamp.date("1989-12-12T08:00:00Z") ?? .distantPast, text: "Reported")],
    exploited: .publicPoC)
}
