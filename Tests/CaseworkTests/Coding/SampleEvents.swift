import AdvisoryTypes
import Casework
import Foundation

/// For each wire name the events that its golden file holds: together they show every kind and every word of every
/// vocabulary that is written into the books.
enum SampleEvents {
  static let all: [Case.Event] =
    report + conversation + facts + embargo + assessment + remediation + identifiers + plan + advisory + publication

  static func named(_ name: String) -> [Case.Event] { all.filter { $0.wireName == name } }

  /// 2026-12-14 14:00 UTC and some milliseconds.
  static let date = Date(timeIntervalSince1970: 1_797_256_800.25)
  static let later = Date(timeIntervalSince1970: 1_798_000_000)

  static let attachments: [Submission.Attachment] = [
    .init(id: "a1", name: "proof “of” concept.sql", mediaType: "text/plain", size: 12_345)
  ]

  static let rejections = Disposition.allCases.map {
    Rejection(
      disposition: $0, claim: "Any user may read any table", tested: "7.3.1 on Debian 12", why: "It takes superuser",
      evidence: "A run as an ordinary user", elsewhere: "The public tracker", appeal: "Answer here")
  }

  static let unsafeDefault = UnsafeDefault(
    isDefault: true, bypassesControl: false, documented: true, explanation: "trust is for the first start",
    guidance: "https://example.org/hardening", hardeningItem: "Default to scram-sha-256")

  static let submissions: [Case.Event] =
    [
      .report(.received(Submission(channel: .web, title: "", text: "It crashes.", policyVersion: "1"))),
      .report(.received(Submission(channel: .manual, title: "t", text: "x", claimedImpact: [], policyVersion: "1"))),
      .report(
        .received(
          Submission(
            channel: .mail, title: "Überlauf\u{0}", text: "line\r\nline\t\"quoted\" \\ 🐘", name: "A. Finder",
            affiliation: "Lab", contact: "finder@example.org", steps: "1. psql", effects: "crash",
            configuration: "7.3.1", attackSurface: "network", otherProjects: "upstream",
            alreadyPublic: "https://example.org/post", exploited: "seen in a log",
            claimedImpact: Set(Impact.allCases), credit: CreditWish(wanted: true, name: "A. Finder"), intake: "i1",
            attachments: attachments, policyVersion: "2026-01"))),
    ]

  static let report: [Case.Event] =
    submissions + [
      .report(
        .received(Submission(channel: .web, title: "t", text: "x", vector: "9.8, I think", policyVersion: "2026-01"))),
      .report(.acknowledged(text: "Thank you.")),
      .report(
        .responded(
          FirstResponse(
            text: "We look into it.", plan: [.init(what: "bisect", owner: "Kim", due: date)],
            workarounds: .known(["Revoke CREATE", "Restart"])))),
      .report(.responded(FirstResponse(text: "…", plan: [], workarounds: .noneKnown(revisit: later)))),
      .report(.validated(duplicates: "none found in the tracker")),
      .report(.invalidated(missing: ["a version", "steps"], text: "Please send more.")),
      .report(.invalidated(missing: [], text: "")),
      .report(.accepted),
      .report(.deferred(Deferral(reason: "after the release", review: later))),
      .report(.deferred(Deferral(reason: "not-a-vulnerability", review: .distantPast))),
      .report(.creditChosen(CreditWish(wanted: false, name: ""))),
      .report(.rejectionDeclined(reason: "It was not tried on 7.4.")),
    ]
    + Reproduction.Outcome.allCases.map {
      .report(.reproduced(Reproduction(outcome: $0, environment: "7.3.1, Debian 12", notes: "as described")))
    }
    + rejections.map { .report(.rejectionProposed($0)) }
    + Disposition.allCases.map { .report(.closed(Closure(disposition: $0, letter: "Dear finder"))) } + [
      .report(.closed(rejections[3].closureSample)),
      .report(.closed(Closure(disposition: .unsafeDefault, letter: "Dear finder", unsafeDefault: unsafeDefault))),
    ]

  static let conversation: [Case.Event] = Conversation.Audience.allCases.map {
    .conversation(
      .written(.init(audience: $0, text: "Which version?", asks: $0 == .reporter, attachments: attachments)))
  }

  static let evidence = Facts.Evidence("seen on a mailing list", happened: date)
  static let facts: [Case.Event] =
    [
      .facts(.vendorAware), .facts(.fixReady), .facts(.fixDeployed(evidence)),
      .facts(.publicAware(evidence, byOurselves: false)), .facts(.publicAware(evidence, byOurselves: true)),
      .facts(.exploitPublic(evidence)), .facts(.attacksObserved(evidence)),
    ] + Facts.Fact.allCases.map { .facts(.claimed($0, evidence)) }
    + Facts.Fact.allCases.map { .facts(.refuted($0, reason: "an old version")) }

  static let endings: [Embargo.Ending] = [
    .reached, .publicKnowledge, .exploitPublic, .published, .notAVulnerability, .decided(reason: "it leaked"),
  ]
  static let embargo: [Case.Event] =
    [
      .embargo(.proposed(until: date, reason: "the policy's default", delay: nil)), .embargo(.accepted(until: date)),
      .embargo(.declined(reason: "too late")), .embargo(.consented(.reporter)), .embargo(.consented(PartyID("m1"))),
      .embargo(.dateProposed(date, reason: "users need it")), .embargo(.dateDecided(later, reason: "agreed")),
    ]
    + Embargo.DelayReason.allCases.map { .embargo(.proposed(until: later, reason: "more time", delay: $0)) }
    + endings.map { .embargo(.terminated($0)) }

  static let assessment: [Case.Event] =
    Finding.Exploitation.allCases.map {
      .assessment(
        .assessed(
          Finding(
            component: "planner", versions: "7.0.0 and later", impact: [.integrity, .availability],
            preconditions: "a login", exploitation: $0, priority: .p1, weakness: $0 == .none ? nil : CWEID("CWE-89"))))
    }
    + [
      .assessment(
        .assessed(
          Finding(
            component: "", versions: "unknown", impact: Set(Impact.allCases), preconditions: "", exploitation: .none,
            priority: .p0)))
    ] + Priority.allCases.map { .assessment(.loweringProposed($0, reason: "needs a shell already")) }
    + Priority.allCases.map { .assessment(.lowered($0, reason: "needs a shell already")) }
    + scores
    + [
      .assessment(
        .scored(
          vector: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", lines: ["6", "7"], final: true,
          reason: "tried", explanation: "It takes no login in these lines.")),
      .assessment(
        .scoreWithdrawn(
          vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", lines: ["6", "7"], reason: "they are like the rest")),
      .assessment(.finalScoreWaived(reason: "users wait")),
    ]
    + Assessment.Proposal.Side.allCases.map {
      .assessment(.scoreProposed(vector: "AV:N/AC:L/Au:N/C:C/I:C/A:C", comment: "as I see it", side: $0))
    } + decisions

  static let scores: [Case.Event] = [true, false].map {
    .assessment(.scored(vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", final: $0, reason: ""))
  }

  /// Every answer of every point.
  static let decisions: [Case.Event] = SSVC.Exploitation.allCases.enumerated().map { number, exploitation in
    .assessment(
      .ssvcDecided(
        SSVC.Supplier(
          exploitation: exploitation, automatable: number == 0 ? .no : .yes,
          valueDensity: number == 1 ? .diffuse : .concentrated, technicalImpact: number == 0 ? .partial : .total,
          publicSafetyImpact: number == 2 ? .significant : .minimal), reason: "a server for many"))
  }

  /// What was written under a version that is not written any more, and is read from its golden file for ever.
  static func earlier(_ name: String, version: Int) -> [Case.Event] {
    switch (name, version) {
    case ("assessment.scored", 1): scores
    case ("report.received", 1): submissions
    case ("publication.released", 1): releases
    default: []
    }
  }

  static let statuses: [LineStatus] =
    [
      .underInvestigation(followUp: nil), .underInvestigation(followUp: later), .affected(from: "7.0.0"),
      .candidate(from: "7.0.0", version: "7.3.2", author: "Kim"),
      .fixed(from: "7.0.0", .init(version: "7.3.2", evidence: "test 12", author: "Kim", tester: "Lee")),
      .willNotFix(from: "6.0.0", reason: "its support ended"),
      .mitigationOnly(from: "6.0.0", reason: "a setting helps"),
    ] + LineStatus.Justification.allCases.map { .notAffected($0, detail: "the code came with 7.0") }
  static let remediation: [Case.Event] =
    [
      .remediation(.opened(lines: ["7", "6"])),
      .remediation(.releaseRegistered(.init(version: "7.3.2", line: "7", url: "https://example.org/7.3.2"))),
    ] + statuses.map { .remediation(.lineSet("7", $0)) }
    + Remediation.Timeline.Kind.allCases.map {
      .remediation(.timelineSet(.init(release: "7.3.2", kind: $0, date: later)))
    }

  static let identifiers: [Case.Event] =
    [CVEID("CVE-2026-12345")].compactMap(\.self).map { .identifiers(.reserved($0)) } + [
      .identifiers(.waived(reason: "below the CNA's threshold")),
      .identifiers(.recordPublished(evidence: "https://www.cve.org/CVERecord?id=CVE-2026-12345")),
      .identifiers(.rejected(reason: "a duplicate of CVE-2026-12344")),
    ]

  static let plan: [Case.Event] =
    [
      .plan(.created(owner: PartyID("m1"))),
      .plan(.edited([.init(audience: "users", channel: "announce list", text: "Upgrade to 7.3.2.")])),
      .plan(.edited([])), .plan(.noMitigationDeclared(reason: "nothing but the upgrade")), .plan(.approved),
    ]
    + [true, false].map {
      .plan(
        .mitigationAdded(
          .init(
            action: "Revoke CREATE", appliesTo: "7.0 to 7.3.1", isFull: $0, sideEffects: "none", verify: "\\dp",
            undo: "Grant CREATE", isVerified: !$0)))
    }

  static let advisory: [Case.Event] = [
    .advisory(
      .drafted(
        .init(
          title: "Overflow in the planner", summary: "A crafted query crashes it.", details: "## Details\n\nText.",
          impact: "Denial of service", conditions: "",
          references: ["https://example.org/a", "https://example.org/b"]))),
    .advisory(.approved(contentVersion: 41)),
  ]

  static let releases: [Case.Event] = [
    .publication(
      .released(
        Advisory(
          id: "WHPG-2026-0001", cve: CVEID("CVE-2026-12345"), title: "Overflow in the planner",
          publisher: .init(name: "P", namespace: "https://example.org", contact: "security@example.org"),
          published: later, updated: later, revisions: [.init(number: 1, date: later, note: "Initial publication")],
          vendor: "V", product: "P",
          lines: [.init(label: "7", status: .affected(from: "7.0.0", solution: .fixed(version: "7.3.2", url: nil)))]))
    )
  ]

  static let publication: [Case.Event] =
    releases + [
      .publication(
        .released(
          Advisory(
            id: "WHPG-2026-0002", title: "Overflow in the planner",
            publisher: .init(name: "P", namespace: "https://example.org", contact: "security@example.org"),
            published: later, updated: later,
            scores: [
              .init(vector: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", isProvisional: true),
              .init(vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", lines: ["6", "7"]),
            ], vendor: "V", product: "P")))
    ]
    + Publication.Channel.allCases.map { .publication(.delivered(delivery: "k/1/x/", channel: $0, proof: "250 ok")) }
}

extension Rejection {
  fileprivate var closureSample: Closure { Closure(disposition: disposition, letter: "Dear finder", rejection: self) }
}
