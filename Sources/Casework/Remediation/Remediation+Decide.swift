import Foundation

extension Case {
  func permitsRemediation(_ name: Command.Name) throws(Refusal) {
    try requireReport()
    guard report.state == .accepted || report.state == .deferred else {
      throw Refusal(
        "Fixes are worked on for an accepted report; this one is \(report.state.word). Accept it first.", rule: "T10")
    }
  }

  func decide(_ command: Remediation.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .setLine(let label, let status): return try setLine(label, status, in: context)
    case .setTimeline(let timeline):
      try Refusal.require(timeline.release, "the release that carries the fix", rule: "S41")
      try context.requireFuture(timeline.date, "The date of the release", rule: "S41")
      guard timeline.kind != .major else {
        throw Refusal(
          "A fix goes into the next patch or minor release; users are not made to wait for a major one.", rule: "S41")
      }
      // Acknowledged and a timeline: the plan to tell the community begins (S49).
      let created: [Event] = plan.state == .none ? [.plan(.created(owner: context.party.id))] : []
      return [.remediation(.timelineSet(timeline))] + created
    case .registerRelease(let release):
      try Refusal.require(release.version, "the version", most: 200, rule: "S48")
      guard release.url.hasPrefix("https://"), release.url.utf8.count <= 2_000 else {
        throw Refusal("Give the https address from which everybody can fetch \(release.version).", rule: "G6")
      }
      guard remediation.lines[release.line] != nil else {
        throw Refusal("\(release.line) is not a line of this case.", rule: "S48")
      }
      guard !remediation.releases.contains(where: { $0.version == release.version }) else {
        throw Refusal("\(release.version) is registered already.", rule: "S48")
      }
      return [.remediation(.releaseRegistered(release))]
    }
  }

  private func setLine(_ label: String, _ status: LineStatus, in context: Context) throws(Refusal) -> [Event] {
    guard remediation.lines[label] != nil || context.policy.lines.contains(where: { $0.label == label }) else {
      let known = context.policy.lines.map(\.label).joined(separator: ", ")
      throw Refusal("The policy knows no release line \(label); it has \(known).", rule: "S46")
    }
    try check(status, in: context)
    var after = remediation
    after.lines[label] = status
    let ready = after.fixIsReady && facts.state.after(.fixReady) != nil
    return [.remediation(.lineSet(label, status))] + (ready ? [.facts(.fixReady)] : [])
  }

  private func check(_ status: LineStatus, in context: Context) throws(Refusal) {
    switch status {
    case .underInvestigation(let followUp):
      if let followUp { try context.requireFuture(followUp, "The follow-up date", rule: "S46") }
    case .affected(let from):
      try Refusal.require(from, "the first affected version", most: 200, rule: "S46")
    case .candidate(let from, let version, let author):
      try Refusal.require(from, "the first affected version", most: 200, rule: "S46")
      try Refusal.require(version, "the version that will carry the fix", most: 200, rule: "S46")
      try Refusal.require(author, "who wrote the fix", rule: "S44")
    case .fixed(let from, let fix):
      try Refusal.require(from, "the first affected version", most: 200, rule: "S46")
      try Refusal.require(fix.version, "the version that carries the fix", most: 200, rule: "S46")
      try Refusal.require(fix.evidence, "the evidence: regression test, proof of concept run again", rule: "S44")
      try Refusal.require(fix.author, "who wrote the fix", rule: "S44")
      try Refusal.require(fix.tester, "who tested it", rule: "S44")
      guard fix.author != fix.tester else {
        throw Refusal("Whoever wrote the fix does not test it: name another tester.", rule: "S44")
      }
    case .willNotFix(let from, let reason), .mitigationOnly(let from, let reason):
      try Refusal.require(from, "the first affected version", most: 200, rule: "S46")
      try Refusal.require(reason, "the reason", rule: "S46")
    case .notAffected(_, let detail):
      try Refusal.require(detail, "why the line is not affected", rule: "S46")
    }
  }
}
