import Casework
import Desk
import Foundation

extension Stage {
  /// W2: a blog post and an exploit are public already. No embargo, a holding advisory within a day, completed by a revision.
  func alreadyPublic() async throws {
    say("W2  Already public: no silence to keep, users first; the fix follows in a revision.")
    say("\n\(clock.now.utcText)  A report through the web form")
    let admission = try await desk.receive(
      Submission(
        channel: .web, title: "Memory of other sessions in error messages",
        text: "A blog post shows how a crafted COPY reads memory of other sessions. An exploit is on social media.",
        alreadyPublic: "https://blog.example/warehousepg-copy", claimedImpact: [.confidentiality], policyVersion: ""))
    let id = admission.id
    guard let subject = try await desk.load(id) else { return }
    say("  Form      case \(id): facts \(subject.facts.state), embargo \(CaseText.embargo(subject.embargo))")
    for clock in subject.clocks(under: desk.policy) {
      say("            \(clock.id.rawValue) \(clock.id.promise): \(clock.due.utcText)")
    }
    try await refused(
      ben, "proposes an embargo", .embargo(.propose(until: day(7), reason: "to have time", delay: nil)), on: id)

    try await later(hours: 0.5, "Half an hour later")
    try await act(ann, "acknowledges", .report(.acknowledge(text: "Thank you. We see the post and act now.")), on: id)
    try await act(
      ann, "records the exploit",
      .facts(.record(.exploit, .init("https://social.example/1", happened: clock.now))), on: id)
    try await act(
      ann, "records the reproduction",
      .report(.reproduce(.init(outcome: .reproduced, environment: "7.4.0", notes: "the public exploit works"))), on: id)
    try await act(ann, "finds it valid", .report(.validate(duplicates: "none")), on: id)
    try await act(
      ann, "assesses it",
      .assessment(
        .assess(
          .init(
            component: "COPY", versions: "unknown", impact: [.confidentiality], preconditions: "an account",
            exploitation: .publicProofOfConcept, priority: .p0))), on: id)
    try await act(ann, "accepts it", .report(.accept), on: id)
    for line in desk.policy.lines where line.isSupported(at: clock.now) {
      try await act(
        dan, "line \(line.label): affected", .remediation(.setLine(line.label, .affected(from: line.first))), on: id)
    }

    try await later(hours: 2, "A holding advisory")
    try await act(
      ann, "writes a mitigation",
      .plan(
        .addMitigation(
          .init(
            action: "Revoke COPY from untrusted roles.", appliesTo: "all versions", isFull: false,
            sideEffects: "bulk loads need another role", verify: "\\dp", undo: "GRANT again", isVerified: true))),
      on: id)
    try await act(
      ann, "drafts it",
      .advisory(
        .draft(
          .init(
            title: "COPY discloses memory of other sessions",
            summary: "A public exploit reads memory of other sessions.",
            details: "We know of a public exploit and are working on a fix. This advisory will be revised.",
            impact: "Loss of confidentiality.", conditions: "", references: ["https://blog.example/warehousepg-copy"]))),
      on: id)
    try await publish(ben, id, expected: false)
    try await act(ben, "approves it", .advisory(.approve(contentVersion: try await contentVersion(id))), on: id)
    try await publish(ben, id, expected: true)

    try await later(days: 1, "The fix is there")
    try await fix(id)
    try await refused(
      cleo, "closes the case", .report(.close(.fixedPublished, letter: "It is out.")), on: id)
    try await later(hours: 2, "The holding advisory is completed")
    try await complete(id)
    let advisory = try await desk.publish(
      id, by: cleo.party, note: "The fixed versions are named; the affected versions are known.")
    say("  Cleo      releases revision 2 of \(advisory); \(try await assembly.outbox.drain()) deliveries arrived")
    try await act(
      cleo, "closes the case",
      .report(.close(.fixedPublished, letter: "The fix is out, and the advisory names it. Thank you.")), on: id)
  }

  /// Each supported line gets its fix, and the fix its release.
  private func fix(_ id: CaseID) async throws {
    for line in desk.policy.lines where line.isSupported(at: clock.now) {
      let version = "\(line.label).9"
      let fix = LineStatus.Fix(
        version: version, evidence: "regression test copy_error_context; the public exploit reads nothing",
        author: "Dan",
        tester: "Ann")
      try await act(
        dan, "line \(line.label): fixed in \(version)",
        .remediation(.setLine(line.label, .fixed(from: line.first, fix))), on: id)
      try await act(
        rae, "registers \(version)",
        .remediation(
          .registerRelease(
            .init(version: version, line: line.label, url: "https://warehousepg.org/download/\(version)"))), on: id)
    }
  }

  /// Plan, assessment and words are brought up to date, and approved by others than their authors.
  private func complete(_ id: CaseID) async throws {
    try await act(
      ben, "finishes the communication plan",
      .plan(.edit([.init(audience: "users", channel: "announce list", text: "upgrade; the advisory was revised")])),
      on: id)
    try await act(
      cleo, "approves the plan", .plan(.approve(planVersion: try await planVersion(id))), on: id)
    try await act(
      ann, "assesses it again: the versions are known",
      .assessment(
        .assess(
          .init(
            component: "COPY", versions: "all before the fixed ones", impact: [.confidentiality],
            preconditions: "an account", exploitation: .publicProofOfConcept, priority: .p0))), on: id)
    try await act(
      ann, "drafts the revision",
      .advisory(
        .draft(
          .init(
            title: "COPY discloses memory of other sessions",
            summary: "A public exploit reads memory of other sessions. Fixed versions are available.",
            details: "A crafted COPY puts memory of other sessions into its error message. Upgrade to a fixed version.",
            impact: "Loss of confidentiality.", conditions: "", references: ["https://blog.example/warehousepg-copy"]))),
      on: id)
    try await publish(cleo, id, expected: false)
    try await act(ben, "approves it", .advisory(.approve(contentVersion: try await contentVersion(id))), on: id)
  }

  /// The version of the plan that somebody reads and approves.
  func planVersion(_ id: CaseID) async throws -> Int { try await desk.load(id)?.plan.contentVersion ?? 0 }
}
