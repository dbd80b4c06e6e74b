import Casework
import Desk
import Foundation

extension Stage {
  /// W2: a blog post and an exploit are public already. No embargo, a holding advisory within a day.
  func alreadyPublic() async throws {
    say("W2  Already public: no silence to keep, users first.")
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
  }
}
