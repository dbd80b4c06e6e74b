import Casework
import Desk
import Foundation

/// Two people, who can do everything together.
struct Team: Sendable {
  let desk: Desk
  let ann: Party
  let ben: Party

  init(of desk: Desk) async throws {
    self.desk = desk
    ann = try await desk.addMember(named: "Ann", roles: [.triager, .developer]).member.party
    ben = try await desk.addMember(named: "Ben", roles: [.coordinator, .releaseManager]).member.party
  }

  /// Everything that the rules ask for before something may be published that is public elsewhere already.
  func prepare(_ id: CaseID, title: String = "COPY discloses memory") async throws {
    let now = desk.now
    try await perform(.facts(.record(.public, .init("https://blog.example/1", happened: now))), id)
    try await perform(.report(.acknowledge(text: "Thank you.")), id)
    try await perform(
      .report(.reproduce(.init(outcome: .reproduced, environment: "7.4.0", notes: "It works."))), id)
    try await perform(.report(.validate(duplicates: "none")), id)
    try await perform(
      .assessment(
        .assess(
          .init(
            component: "COPY", versions: "7.2.0 to 7.4.0", impact: [.confidentiality], preconditions: "an account",
            exploitation: .publicProofOfConcept, priority: .p0))), id)
    try await perform(.report(.accept), id)
    for line in desk.policy.lines where line.isSupported(at: now) {
      try await perform(.remediation(.setLine(line.label, .affected(from: line.first))), id)
    }
    try await perform(
      .plan(
        .addMitigation(
          .init(
            action: "Revoke COPY.", appliesTo: "all versions", isFull: false, sideEffects: "no bulk loads",
            verify: "\\dp", undo: "GRANT again", isVerified: true))), id)
    try await perform(
      .advisory(
        .draft(
          .init(
            title: title, summary: "A public exploit reads memory of other sessions.",
            details: "We are working on a fix.", impact: "Loss of confidentiality.", conditions: "",
            references: ["https://blog.example/1"]))), id)
  }

  func approve(_ id: CaseID) async throws {
    let version = try await desk.load(id)?.advisory.contentVersion ?? 0
    try await desk.perform(.advisory(.approve(contentVersion: version)), on: id, by: ben)
  }

  private func perform(_ command: Case.Command, _ id: CaseID) async throws {
    try await desk.perform(command, on: id, by: ann)
  }
}
