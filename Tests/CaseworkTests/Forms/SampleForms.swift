import AdvisoryTypes
import Foundation

@testable import Casework

/// A form filled in as somebody would, and the command that it means.
struct SampleForm: Sendable, CustomStringConvertible {
  let name: Case.Command.Name
  let values: [String: [String]]
  let command: Case.Command
  var description: String { "\(name.rawValue) \(values.keys.sorted())" }

  init(
    _ name: Case.Command.Name, _ values: [String: String], repeated: [String: [String]] = [:], _ command: Case.Command
  ) {
    self.name = name
    self.values = values.mapValues { [$0] }.merging(repeated) { $1 }
    self.command = command
  }

  /// 2026-12-14 14:00 UTC.
  static let date = Date(timeIntervalSince1970: 1_797_256_800)

  /// A case in which everything is known that a form can suggest. No real case is in all of these states at once.
  static let subject: Case = {
    guard let id = CaseID("K7Q2M9XW4T") else { preconditionFailure("the handle of the samples") }
    var subject = Case(id)
    subject.report.credit = CreditWish(wanted: true, name: "A. Finder")
    subject.facts.claims = [.init(fact: .attacks, evidence: .init("log", happened: date), by: .reporter, at: date)]
    subject.embargo.proposal = .init(until: date, reason: "r", delay: nil, by: .reporter, at: date)
    subject.embargo.ownDate = .init(date: date, reason: "the release")
    subject.embargo.proposedOwnDate = .init(date: date, reason: "r", by: PartyID("m1"))
    subject.assessment.finding = finding
    subject.assessment.scores = [score]
    subject.assessment.ssvc = .init(judged: points, reason: "r", by: PartyID("m1"), at: date)
    subject.assessment.proposedPriority = .init(priority: .p3, reason: "r", by: PartyID("m1"))
    subject.remediation.lines = ["6": .underInvestigation(followUp: nil), "7": fixed]
    subject.remediation.timeline = .init(release: "7.3.2", kind: .patch, date: date)
    subject.plan.steps = steps
    subject.plan.contentVersion = 7
    subject.advisory.text = text
    subject.advisory.contentVersion = 41
    return subject
  }()

  static let policy = Policy(
    version: "1",
    project: .init(
      name: "P", slug: "p", vendor: "V", product: "P", url: "https://example.org", namespace: "https://example.org",
      advisoryPrefix: "P", address: "security@example.org", tracker: "https://example.org/tracker",
      hardeningGuide: "https://example.org/hardening"),
    lines: [.init(label: "7", first: "7.0.0", supportedFrom: .distantPast)])

  static let finding = Finding(
    component: "planner", versions: "7.0.0 and later", impact: [.availability, .integrity], preconditions: "a login",
    exploitation: .publicProofOfConcept, priority: .p1, weakness: CWEID("CWE-89"))
  static let score = Score(
    vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", lines: ["7"], isFinal: false, by: PartyID("m1"), at: date)
  static let points = SSVC.Supplier(
    exploitation: .publicPoC, automatable: .yes, valueDensity: .concentrated, technicalImpact: .total,
    publicSafetyImpact: .minimal)
  static let fixed = LineStatus.fixed(
    from: "7.0.0", .init(version: "7.3.2", evidence: "test 12", author: "Kim", tester: "Lee"))
  static let steps: [Plan.Step] = [
    .init(audience: "Users", channel: "announce list", text: "Upgrade | now"),
    .init(audience: "Packagers", channel: "mail", text: "7.3.2 is out."),
  ]
  static let text = AdvisoryDraft.Text(
    title: "Overflow", summary: "It crashes.", details: "## Details\n\nText.", impact: "Denial of service",
    conditions: "", references: ["https://example.org/a", "https://example.org/b"])
  static let rejection = Rejection(
    disposition: .notAVulnerability, claim: "c", tested: "t", why: "w", evidence: "e", elsewhere: "l", appeal: "a")

  static let all: [SampleForm] = report + embargo + assessment + remediation + publication

  static let report: [SampleForm] = [
    .init(.acknowledge, ["text": " Thank you.\r\nKim \n"], .report(.acknowledge(text: "Thank you.\nKim"))),
    .init(
      .respond,
      [
        "text": "We look.", "workarounds": "Restart\r\n  Revoke  ",
      ], repeated: ["plan": ["Reproduce | bisect | Kim | 2026-12-14 14:00\n\n", "Fix|Lee|2026-12-14T14:00Z"]],
      .report(
        .respond(
          .init(
            text: "We look.",
            plan: [
              .init(what: "Reproduce | bisect", owner: "Kim", due: date), .init(what: "Fix", owner: "Lee", due: date),
            ], workarounds: .known(["Restart", "Revoke"]))))),
    .init(
      .respond,
      ["text": "x", "plan": "y|z|2026-12-14 14:00", "workarounds": "", "none-known-revisit": "2026-12-14 14:00"],
      .report(
        .respond(
          .init(text: "x", plan: [.init(what: "y", owner: "z", due: date)], workarounds: .noneKnown(revisit: date))))),
    .init(
      .reproduce, ["outcome": "not-reproduced", "environment": "7.3.1", "notes": "nothing"],
      .report(.reproduce(.init(outcome: .notReproduced, environment: "7.3.1", notes: "nothing")))),
    .init(.validate, ["duplicates": "none"], .report(.validate(duplicates: "none"))),
    .init(
      .invalidate, ["missing": "a version\nsteps", "text": "Please."],
      .report(.invalidate(missing: ["a version", "steps"], text: "Please."))),
    .init(.accept, [:], .report(.accept)),
    .init(
      .defer, ["reason": "later", "review": "2026-12-14 14:00"], .report(.defer(.init(reason: "later", review: date)))),
    .init(
      .reject,
      [
        "disposition": "not-a-vulnerability", "claim": "c", "tested": "t", "why": "w", "evidence": "e",
        "elsewhere": "l",
        "appeal": "a",
      ], .report(.reject(rejection))),
    .init(.confirmRejection, [:], .report(.confirmRejection)),
    .init(.declineRejection, ["reason": "r"], .report(.declineRejection(reason: "r"))),
    .init(
      .declareUnsafeDefault,
      [
        "is-default": "yes", "bypasses-control": "no", "documented": "yes", "explanation": "for the first start",
        "guidance": "https://example.org/h", "hardening-item": "scram",
      ],
      .report(
        .declareUnsafeDefault(
          .init(
            isDefault: true, bypassesControl: false, documented: true, explanation: "for the first start",
            guidance: "https://example.org/h", hardeningItem: "scram")))),
    .init(
      .close, ["disposition": "duplicate-of", "letter": "Dear finder"],
      .report(.close(.duplicateOf, letter: "Dear finder"))),
    .init(.chooseCredit, ["wanted": "yes", "name": "F"], .report(.chooseCredit(.init(wanted: true, name: "F")))),
    .init(.chooseCredit, ["wanted": "no"], .report(.chooseCredit(.init(wanted: false, name: "")))),
    .init(
      .write, ["audience": "reporter", "text": "Which version?", "asks": "on"],
      .conversation(.write(.init(audience: .reporter, text: "Which version?", asks: true)))),
    .init(
      .write, ["audience": "team", "text": "شكرا \u{202E}x"],
      .conversation(.write(.init(audience: .team, text: "شكرا \u{202E}x")))),
    .init(
      .recordFact, ["fact": "public", "evidence": "a post", "happened": "2026-12-14 14:00 UTC"],
      .facts(.record(.public, .init("a post", happened: date)))),
    .init(.confirmClaim, ["fact": "attacks"], .facts(.confirm(.attacks))),
    .init(.refuteClaim, ["fact": "attacks", "reason": "old"], .facts(.refute(.attacks, reason: "old"))),
  ]

  static let embargo: [SampleForm] = [
    .init(
      .proposeDate, ["until": "2026-12-14 14:00", "reason": "r", "delay": ""],
      .embargo(.propose(until: date, reason: "r", delay: nil))),
    .init(
      .proposeDate, ["until": "2026-12-14 14:00", "reason": "r", "delay": "solution-not-well-tested"],
      .embargo(.propose(until: date, reason: "r", delay: .notTested))),
    .init(.acceptDate, [:], .embargo(.accept)),
    .init(.acceptDate, ["proposal": "2026-12-14 14:00 UTC"], .embargo(.accept)),
    .init(.declineDate, ["reason": "r"], .embargo(.decline(reason: "r"))),
    .init(.decideDate, ["date": "2026-12-14T14:00", "reason": "r"], .embargo(.decideDate(date, reason: "r"))),
    .init(.approveDate, ["decision": "2026-12-14 14:00 UTC"], .embargo(.approveDate)),
    .init(.terminateEmbargo, ["reason": "r"], .embargo(.terminate(reason: "r"))),
  ]

  static let assessment: [SampleForm] =
    [
      .init(
        .assess,
        [
          "component": "planner", "versions": "7.0.0 and later",
          "preconditions": "a login", "exploitation": "public-poc", "priority": "P1", "weakness": "CWE-89",
        ], repeated: ["impact": ["integrity", "availability"]], .assessment(.assess(finding))),
      .init(.lowerPriority, ["priority": "P3", "reason": "r"], .assessment(.lowerPriority(.p3, reason: "r"))),
      .init(.approveLowerPriority, ["proposal": "P3"], .assessment(.approveLowerPriority)),
      .init(.score, ["vector": "CVSS:3.1/…"], .assessment(.score(.init(vectors: ["CVSS:3.1/…"])))),
      .init(
        .score, ["final": "yes", "reason": "r", "explanation": "e"],
        repeated: ["vector": ["v\nw", "", "x"], "lines": ["7", "6"]],
        .assessment(
          .score(
            .init(vectors: ["v", "w", "x"], lines: ["7", "6"], isFinal: true, reason: "r", explanation: "e")))),
      .init(
        .withdrawScore, ["score": "\(score.vector) for 7", "reason": "r"],
        .assessment(.withdrawScore(vector: score.vector, lines: ["7"], reason: "r"))),
      .init(.proposeScore, ["vector": "v"], .assessment(.proposeScore(vector: "v", comment: ""))),
      .init(
        .proposeScore, ["vector": "v", "comment": "c\r\nd"], .assessment(.proposeScore(vector: "v", comment: "c\nd"))),
      .init(.waiveFinalScore, ["reason": "r"], .assessment(.waiveFinalScore(reason: "r"))),
      .init(
        .decideSSVC,
        [
          "automatable": "yes", "value-density": "concentrated", "technical-impact": "total",
          "public-safety-impact": "minimal", "reason": "r",
        ], .assessment(.decideSSVC(points, reason: "r"))),
      .init(.waiveCVE, ["reason": "r"], .identifiers(.waive(reason: "r"))),
      .init(.returnCVE, ["reason": "r"], .identifiers(.giveBack(reason: "r"))),
      .init(.confirmCVERecord, ["evidence": "e"], .identifiers(.confirmRecord(evidence: "e"))),
    ]
    + [CVEID("CVE-2026-12345")].compactMap(\.self).map {
      .init(.reserveCVE, ["cve": "cve-2026-12345"], .identifiers(.reserve($0)))
    }

  static func line(_ values: [String: String], _ status: LineStatus) -> SampleForm {
    SampleForm(.setLine, values.merging(["line": "7"]) { $1 }, .remediation(.setLine("7", status)))
  }

  static let lines: [SampleForm] = [
    line(["status": "under-investigation"], .underInvestigation(followUp: nil)),
    line(
      ["status": "under-investigation", "follow-up": "2026-12-14 14:00"], .underInvestigation(followUp: date)),
    line(["status": "affected", "from": "7.0.0"], .affected(from: "7.0.0")),
    line(
      ["status": "candidate", "from": "7.0.0", "version": "7.3.2", "author": "Kim"],
      .candidate(from: "7.0.0", version: "7.3.2", author: "Kim")),
    line(
      [
        "status": "fixed", "from": "7.0.0", "version": "7.3.2", "evidence": "test 12", "author": "Kim", "tester": "Lee",
      ],
      fixed),
    line(["status": "will-not-fix", "from": "7", "reason": "r"], .willNotFix(from: "7", reason: "r")),
    line(["status": "mitigation-only", "from": "7", "reason": "r"], .mitigationOnly(from: "7", reason: "r")),
    line(
      ["status": "not-affected", "justification": "component_not_present", "detail": "d"],
      .notAffected(.componentNotPresent, detail: "d")),
  ]

  static let remediation: [SampleForm] =
    lines + [
      .init(
        .setTimeline, ["release": "7.3.2", "kind": "minor", "date": "2026-12-14 14:00:00Z"],
        .remediation(.setTimeline(.init(release: "7.3.2", kind: .minor, date: date)))),
      .init(
        .registerRelease, ["version": "7.3.2", "line": "7", "url": "https://example.org/7.3.2"],
        .remediation(.registerRelease(.init(version: "7.3.2", line: "7", url: "https://example.org/7.3.2")))),
    ]

  static let publication: [SampleForm] = [
    .init(
      .editPlan, ["steps": "Users | announce list | Upgrade | now\nPackagers|mail|7.3.2 is out."], .plan(.edit(steps))),
    .init(
      .addMitigation,
      [
        "action": "a", "applies-to": "7", "effect": "partial", "side-effects": "none", "verify": "v", "undo": "u",
        "verified": "yes",
      ],
      .plan(
        .addMitigation(
          .init(
            action: "a", appliesTo: "7", isFull: false, sideEffects: "none", verify: "v", undo: "u", isVerified: true)))
    ),
    .init(.declareNoMitigation, ["reason": "r"], .plan(.declareNoMitigation(reason: "r"))),
    .init(.approvePlan, ["plan-version": "7"], .plan(.approve(planVersion: 7))),
    .init(
      .draftAdvisory,
      [
        "title": "Overflow", "summary": "It crashes.", "details": "## Details\r\n\r\nText.",
        "impact": "Denial of service",
      ], repeated: ["references": ["https://example.org/a", "https://example.org/b"]], .advisory(.draft(text))),
    .init(.approveAdvisory, ["content-version": "41"], .advisory(.approve(contentVersion: 41))),
    .init(
      .release, ["confirm": "k7q2m 9xw4t", "advisory-id": "P-2026-0001"], .publication(.release(id: "P-2026-0001"))),
    .init(
      .release, ["confirm": "K7Q2M-9XW4T", "advisory-id": "P-2026-0001", "note": " Fixed versions. "],
      .publication(.release(id: "P-2026-0001", note: "Fixed versions."))),
  ]
}
