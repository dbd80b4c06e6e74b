import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

/// Three reports that go another way than the first one.
@Suite("Shorter stories")
struct ShorterStories {
  @Test("What is public already is answered in the open: no embargo, users first", arguments: DatabaseKind.testable)
  func alreadyPublic(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      // A blog post is out; somebody tells us through the form.
      let copy = try await house.form(.alreadyPublic)
      let atBirth = try await copy.now()
      #expect(atBirth.facts.state.publicAware)
      #expect(atBirth.embargo.state == .none)
      #expect(try await copy.due(.holdingStatement) == utc("2026-12-02T09:12:00Z"))
      let silence = try await copy.refusal(
        of: house.ben, .embargo(.propose(until: utc("2026-12-08T14:00:00Z"), reason: "to have time", delay: nil)))
      #expect(silence == "It is public, exploited or attacked already: no embargo can be proposed any more.")

      // Half an hour later it is known how bad it is. Nothing is fixed, and people must know all the same.
      try await house.itIs("2026-12-01T09:42:00Z")
      try await copy.isAccepted()
      for line in try await copy.now().remediation.lines.keys.sorted() {
        try await copy.by(house.dan, .remediation(.setLine(line, .affected(from: "6.0.0"))))
      }
      #expect(try await copy.phase() == .publicUnfixed)

      // A holding advisory needs no fix and no final score. It needs a second pair of eyes.
      try await house.itIs("2026-12-01T11:42:00Z")
      try await copy.by(house.ann, .plan(.addMitigation(.revokeCopy)))
      let drafted = try await copy.by(house.ann, .advisory(.draft(.holding)))
      #expect(try await copy.refusalToPublish(by: house.ben).contains("not approved"))
      try await copy.by(house.ben, .advisory(.approve(contentVersion: drafted.advisory.contentVersion)))
      #expect(try await copy.publish(by: house.ben) == "WHPG-2026-0001")
      try await house.outbox.drain()
      let page = try #require(house.published("advisories/WHPG-2026-0001.html"))
      #expect(page.contains("Revoke COPY from untrusted roles."))
      #expect(try await copy.phase() == .publicUnfixed, "honestly")
      let clocks = try await copy.now().clocks(under: house.desk.policy)
      #expect(clocks.first { $0.id == .holdingStatement }?.stopped == house.clock.now, "within the day")
    }
  }

  @Test(
    "An unsafe default is not acted on, is told so honestly, and makes better defaults",
    arguments: DatabaseKind.testable)
  func unsafeDefault(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let omar = try await house.mail("W5", from: "omar@auditor.example")
      try await house.itIs("2026-12-01T11:12:00Z")
      let hasty = try await omar.refusal(of: house.ann, .report(.declareUnsafeDefault(.trust(bypass: false))))
      #expect(hasty.contains("nobody is turned down before a person has answered"))
      try await omar.by(house.ann, .report(.acknowledge(text: "Thank you, Omar. I look at it.")))

      // Had somebody configured a control that is bypassed, it would be an ordinary vulnerability.
      let bypass = try await omar.refusal(of: house.ann, .report(.declareUnsafeDefault(.trust(bypass: true))))
      #expect(bypass.contains("that is an ordinary vulnerability"))
      try await omar.by(house.ann, .report(.declareUnsafeDefault(.trust(bypass: false))))

      let letter = try await omar.lastLetter()
      for words in [
        "WarehousePG expects operators to", "initdb warns about trust", "https://warehousepg.org/docs/hardening",
        "the default of initdb", "you are free to ask one, and free to publish",
      ] {
        #expect(letter.replacing("\n", with: " ").contains(words), "the letter says: \(words)")
      }
      let closed = try await omar.now()
      #expect(closed.report.closure?.disposition == .unsafeDefault)
      #expect(closed.embargo.state == .exited, "nothing binds him any longer")
      #expect(try await omar.phase() == .closed)
    }
  }

  @Test("A rejection names its reasons and is confirmed by a second reader", arguments: DatabaseKind.testable)
  func rejected(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      // A fluent report, in HTML alone, about a function that does not exist.
      let scanner = try await house.mail("W7", from: "findings@scanner.example")
      #expect(try await scanner.now().report.submission?.text.contains("pg_decode_tenant_blob()") == true)
      try await house.itIs("2026-12-01T12:12:00Z")
      try await scanner.by(house.ben, .report(.acknowledge(text: "Thank you. We look at it.")))

      let opening = try #require(house.desk.policy.dispositions[.unverifiedGenerated])
      let canned = try await scanner.refusal(of: house.ben, .report(.reject(.noSuchFunction(because: opening))))
      #expect(canned.contains("the policy's own sentence alone is no reason"))
      let why = "Neither the function nor the file exists in any version."
      try await scanner.by(house.ben, .report(.reject(.noSuchFunction(because: why))))
      #expect(try await scanner.now().report.state == .received, "nothing is decided yet")
      #expect(try await scanner.refusal(of: house.ben, .report(.confirmRejection)).contains("A second reviewer"))
      try await scanner.by(house.cleo, .report(.confirmRejection))

      let letter = try await scanner.lastLetter()
      #expect(letter.hasPrefix(opening) && letter.contains(why) && letter.contains("What would change our mind:"))
      #expect(try await scanner.phase() == .closed)
      #expect(try await house.desk.audit().faults.isEmpty)
    }
  }
}

extension Submission {
  static let alreadyPublic = Submission(
    channel: .web, title: "Memory of other sessions in error messages",
    text: "A blog post shows how a crafted COPY reads memory of other sessions.",
    alreadyPublic: "https://blog.example/warehousepg-copy", claimedImpact: [.confidentiality], policyVersion: "")
}

extension Matter {
  /// From a report that nobody has read to an accepted one, in one go.
  func isAccepted() async throws {
    let ann = house.ann
    try await by(ann, .report(.acknowledge(text: "Thank you. We see it and act now.")))
    try await by(ann, .report(.reproduce(.init(outcome: .reproduced, environment: "7.4.0", notes: "it works"))))
    try await by(ann, .report(.validate(duplicates: "none")))
    try await by(
      ann,
      .assessment(
        .assess(
          .init(
            component: "COPY", versions: "unknown", impact: [.confidentiality], preconditions: "an account",
            exploitation: .publicProofOfConcept, priority: .p0))))
    try await by(ann, .report(.accept))
  }

  /// From a report about what is public already to a holding advisory that only waits to be released.
  func isReadyToHold() async throws {
    try await isAccepted()
    try await by(house.ann, .plan(.addMitigation(.revokeCopy)))
    let drafted = try await by(house.ann, .advisory(.draft(.holding)))
    try await by(house.ben, .advisory(.approve(contentVersion: drafted.advisory.contentVersion)))
  }
}

extension Plan.Mitigation {
  static let revokeCopy = Plan.Mitigation(
    action: "Revoke COPY from untrusted roles.", appliesTo: "all versions", isFull: false,
    sideEffects: "bulk loads need another role", verify: "\\dp", undo: "GRANT again", isVerified: true)
}

extension AdvisoryDraft.Text {
  static let holding = AdvisoryDraft.Text(
    title: "COPY discloses memory of other sessions", summary: "A public exploit reads memory of other sessions.",
    details: "We know of a public exploit and are working on a fix. This advisory will be revised.",
    impact: "Loss of confidentiality.", conditions: "", references: ["https://blog.example/warehousepg-copy"])
}

extension UnsafeDefault {
  fileprivate static func trust(bypass: Bool) -> UnsafeDefault {
    UnsafeDefault(
      isDefault: true, bypassesControl: bypass, documented: true,
      explanation: "initdb warns about trust authentication, and the guide asks for --auth=scram-sha-256.",
      guidance: "https://warehousepg.org/docs/hardening",
      hardeningItem: "Make scram-sha-256 the default of initdb in the next minor release.")
  }
}

extension Rejection {
  fileprivate static func noSuchFunction(because why: String) -> Rejection {
    Rejection(
      disposition: .unverifiedGenerated, claim: "A heap overflow in pg_decode_tenant_blob(), tenant.c line 812.",
      tested: "We searched all branches since 6.0 for the function and the file.", why: why,
      evidence: "A file and line that exist, or a command that crashes a server.",
      elsewhere: "If it is another product's function, its own security team.",
      appeal: "Answer in this room; somebody else than us two will look at it.")
  }
}
