import AdvisoryTypes
import Casework
import Testing

/// What the people of the first story write.
enum Words {
  static let vectors = [
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N",
  ]
  static let ritasVector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"
  static let points = SSVC.Supplier(
    exploitation: .none, automatable: .no, valueDensity: .concentrated, technicalImpact: .partial,
    publicSafetyImpact: .minimal)

  /// The year 1900 is set aside for tests (CNA rule 5.4).
  static func cve() throws -> CVEID { try #require(CVEID("CVE-1900-0101")) }

  static func firstResponse() throws -> FirstResponse {
    try FirstResponse(
      text: "We can see it too.",
      plan: [
        .init(what: "Find every shape of plan that is affected", owner: "Dan", due: utc("2026-12-04T14:00:00Z")),
        .init(what: "Fix and back-port", owner: "Dan", due: utc("2026-12-11T14:00:00Z")),
      ],
      workarounds: .known(["Set plan_cache_mode = force_custom_plan for the tenants' roles."]))
  }

  static let reproduction = Reproduction(
    outcome: .reproduced, environment: "7.3.1, three segments", notes: "poc.sql returns 14 rows of the other tenant.")

  static func finding(_ priority: Priority) -> Finding {
    Finding(
      component: "planner, row-level security", versions: "7.2.0 to 7.4.0", impact: [.confidentiality],
      preconditions: "an account, and a table with policies", exploitation: .none, priority: priority,
      weakness: CWEID("CWE-863"))
  }

  static func fixed(_ version: String, tester: String = "Ann") -> LineStatus {
    .fixed(
      from: version.prefix(3) + ".0",
      .init(
        version: version, evidence: "rls_cached_join; poc.sql returns no foreign row", author: "Dan", tester: tester))
  }

  static let lines: [(String, LineStatus)] = [
    ("7.4", fixed("7.4.1")), ("7.3", fixed("7.3.3")), ("7.2", fixed("7.2.8")),
    ("7.5", .notAffected(.codeNotPresent, detail: "7.5 plans such joins anew.")),
    ("6X", .notAffected(.codeNotPresent, detail: "The 6 series does not cache this plan.")),
  ]

  static let releases = ["7.4.1", "7.3.3", "7.2.8"].map { version in
    Remediation.Release(
      version: version, line: String(version.prefix(3)), url: "https://warehousepg.org/download/\(version)")
  }

  static let mitigation = Plan.Mitigation(
    action: "Set plan_cache_mode = force_custom_plan for roles that are subject to row-level security.",
    appliesTo: "all affected versions", isFull: true, sideEffects: "statements are planned at each execution",
    verify: "SHOW plan_cache_mode", undo: "ALTER ROLE … RESET plan_cache_mode", isVerified: true)

  static let plan = [
    Plan.Step(audience: "users", channel: "announce list", text: "the advisory"),
    Plan.Step(audience: "distributors", channel: "advisory page and feeds", text: "the records for machines"),
  ]

  static let advisory = AdvisoryDraft.Text(
    title: "Row-level security is not applied to cached merge joins",
    summary: "An authenticated user can read rows of other tenants through a prepared statement.",
    details: """
      When a prepared statement with a merge join is executed from the plan cache under another role, the policies of \
      the inner table are those of the first execution. Rows that the second role must not see are returned.
      """,
    impact: "Loss of confidentiality between tenants of one database.",
    conditions: "Tables with row-level security, and roles that share a session or a connection pool.",
    references: ["https://warehousepg.org/docs/row-level-security"])
}
