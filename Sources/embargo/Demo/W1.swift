import AdvisoryTypes
import Casework
import Desk
import Foundation

extension Stage {
  /// W1: an authenticated user reads other tenants' rows. The ordinary way, from a mail to the published tree.
  func tenantRows() async throws {
    say(
      "W1  A mailed report becomes a published advisory. Policy \(desk.policy.version) of \(desk.policy.project.name).")
    say("\n\(clock.now.utcText)  A report arrives")
    let id = try await mail("W1", from: "rita@reporter.example")

    try await later(hours: 1.5, "The first hours")
    try await act(
      ann, "acknowledges", .report(.acknowledge(text: "Thank you, Rita. I am Ann; I look at it today.")), on: id)
    try await refused(
      ann, "answers without a plan",
      .report(.respond(.init(text: "We are on it.", plan: [], workarounds: .known(["Revoke PREPARE."])))), on: id)
    try await act(
      ann, "sends the first response, with plan and workaround",
      .report(
        .respond(
          .init(
            text: "We can see it too.",
            plan: [
              .init(what: "Find every plan shape that is affected", owner: "Dan", due: day(3)),
              .init(what: "Fix and back-port", owner: "Dan", due: day(10)),
            ],
            workarounds: .known(["Set plan_cache_mode = force_custom_plan for tenant roles."])))), on: id)
    try await ring()

    try await later(hours: 20, "Verdict")
    try await act(
      ann, "reproduces it",
      .report(
        .reproduce(.init(outcome: .reproduced, environment: "7.3.1, three segments", notes: "poc.sql returns 14 rows."))
      ),
      on: id)
    try await act(ann, "finds it valid", .report(.validate(duplicates: "searched for row security, none")), on: id)
    try await refused(ann, "calls it P3", .assessment(.assess(finding(.p3))), on: id)
    try await act(ann, "assesses it as P1", .assessment(.assess(finding(.p1))), on: id)
    try await act(
      ann, "scores it in 4.0 and 3.1, quickly rather than perfectly",
      .assessment(.score(.init(vectors: Self.vectors))), on: id)
    try await act(
      Self.reporter, "proposes a higher score in the room",
      .assessment(
        .proposeScore(vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", comment: "Anybody can sign up.")), on: id)
    try await act(
      ann, "decides by SSVC how soon it is mended",
      .assessment(
        .decideSSVC(
          .init(
            exploitation: .none, automatable: .no, valueDensity: .concentrated, technicalImpact: .partial,
            publicSafetyImpact: .minimal), reason: "")), on: id)
    try await act(ann, "accepts it: the line matrix opens", .report(.accept), on: id)
    try await act(ben, "reserves a CVE id", .identifiers(.reserve(cve("CVE-1900-0101"))), on: id)

    try await later(days: 1, "The date is negotiated")
    try await act(
      ben, "proposes \(day(12).utcText)",
      .embargo(.propose(until: day(12), reason: "the fix will be tested by then", delay: nil)), on: id)
    try await act(Self.reporter, "accepts in the room", .embargo(.accept), on: id)
    try await act(
      rae, "sets the timeline: 7.3.3, a patch release",
      .remediation(.setTimeline(.init(release: "7.3.3", kind: .patch, date: day(11)))), on: id)
    try await ring()

    try await later(days: 6, "Fix and tests")
    try await setLines(id)
    try await publish(rae, id, expected: false)

    try await later(days: 3, "Ready")
    try await prepare(id)
    try await refused(
      ben, "approves his own draft", .advisory(.approve(contentVersion: try await contentVersion(id))), on: id)
    try await act(
      cleo, "approves the advisory", .advisory(.approve(contentVersion: try await contentVersion(id))), on: id)
    try await publish(rae, id, expected: false)

    try await later(until: day(12), "The agreed hour has come")
    try await publish(rae, id, expected: true)

    try await later(hours: 3, "Afterwards")
    try await act(
      ben, "confirms the CVE record",
      .identifiers(.confirmRecord(evidence: "https://www.cve.org/CVERecord?id=CVE-1900-0101")),
      on: id)
    try await act(
      ben, "closes the case",
      .report(.close(.fixedPublished, letter: "It is published, with your name. Thank you, Rita.")), on: id)
    try await ring()
  }

  private static let vectors = [
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N",
  ]

  private func finding(_ priority: Priority) -> Finding {
    Finding(
      component: "planner, row-level security", versions: "7.2.0 to 7.4.0", impact: [.confidentiality],
      preconditions: "an account, and a table with policies", exploitation: .none, priority: priority,
      weakness: CWEID("CWE-863"))
  }

  private func setLines(_ id: CaseID) async throws {
    for line in desk.policy.lines where line.isSupported(at: clock.now) {
      let status: LineStatus =
        line.label.hasPrefix("6")
        ? .notAffected(.codeNotPresent, detail: "The 6 series does not cache this plan.")
        : .fixed(
          from: line.first,
          .init(
            version: "\(line.label).9", evidence: "regression test rls_cached_join; poc.sql returns no foreign row",
            author: "Dan", tester: "Ann"))
      try await act(dan, "line \(line.label): \(status.words)", .remediation(.setLine(line.label, status)), on: id)
    }
  }

  private func prepare(_ id: CaseID) async throws {
    try await act(
      ann, "writes a mitigation",
      .plan(
        .addMitigation(
          .init(
            action: "Set plan_cache_mode = force_custom_plan for roles that are subject to row-level security.",
            appliesTo: "all affected versions", isFull: true, sideEffects: "statements are planned at each execution",
            verify: "SHOW plan_cache_mode", undo: "ALTER ROLE … RESET plan_cache_mode", isVerified: true))), on: id)
    try await act(
      ben, "finishes the communication plan",
      .plan(
        .edit([
          .init(audience: "users", channel: "announce list", text: "the advisory"),
          .init(audience: "distributors", channel: "advisory page and feeds", text: "the machine formats"),
        ])), on: id)
    try await act(cleo, "approves the plan", .plan(.approve(planVersion: try await planVersion(id))), on: id)
    var final = Assessment.Scoring(vectors: Self.vectors, isFinal: true, reason: "confirmed by tests")
    try await refused(ann, "makes the scores final", .assessment(.score(final)), on: id)
    final.explanation = "An account is needed, and the operator gives it: privileges required are low."
    try await act(ann, "makes the scores final, and tells Rita why", .assessment(.score(final)), on: id)
    for (line, status) in try await desk.load(id)?.remediation.lines.sorted(by: { $0.key < $1.key }) ?? [] {
      guard case .fixed(_, let fix) = status else { continue }
      try await act(
        rae, "registers \(fix.version)",
        .remediation(
          .registerRelease(
            .init(version: fix.version, line: line, url: "https://warehousepg.org/download/\(fix.version)"))), on: id)
    }
    try await act(
      Self.reporter, "wants to be named", .report(.chooseCredit(.init(wanted: true, name: "Rita Grünwald"))), on: id)
    try await act(
      ben, "drafts the advisory",
      .advisory(
        .draft(
          .init(
            title: "Row-level security is not applied to cached merge joins",
            summary: "An authenticated user can read rows of other tenants through a prepared statement.",
            details: """
              When a prepared statement with a merge join is executed from the plan cache under another role, the policies of \
              the inner table are those of the first execution. Rows that the second role must not see are returned.
              """,
            impact: "Loss of confidentiality between tenants of one database.",
            conditions: "Tables with row-level security, and roles that share a session or a connection pool.",
            references: ["https://warehousepg.org/docs/row-level-security"]))), on: id)
  }
}

extension Stage {
  /// So many days after the report, at 14:00 UTC.
  func day(_ number: Double) -> Date {
    let start = (Timestamp.date("2026-12-01T14:00:00Z") ?? clock.now)
    return start.addingTimeInterval(number * 86_400)
  }

  func contentVersion(_ id: CaseID) async throws -> Int { try await desk.load(id)?.advisory.contentVersion ?? 0 }

  /// CVE ids of the stage are test ids (CNA rule 5.4).
  func cve(_ text: String) throws -> CVEID {
    guard let id = CVEID(text) else { throw Sentence("“\(text)” is no CVE id.") }
    return id
  }
}
