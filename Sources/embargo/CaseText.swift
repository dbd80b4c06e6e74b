import AdvisoryTypes
import Casework
import Foundation

/// A case on a terminal.
enum CaseText {
  static func text(of subject: Case, at now: Date, policy: Policy) -> String {
    var lines = [
      "\(subject.id)  \(subject.phase(at: now).rawValue)  waiting on \(subject.waitingOn.rawValue)",
      subject.report.submission.map { "\($0.title)  (by \($0.channel.rawValue), policy \($0.policyVersion))" } ?? "",
      "report \(subject.report.state.word)  facts \(subject.facts.state)  embargo \(embargo(subject.embargo))",
    ]
    if let priority = subject.priority {
      lines.append("priority \(priority.rawValue)  \(subject.assessment.score?.vector ?? "not scored")")
    }
    for clock in subject.clocks(under: policy) {
      let state =
        clock.stopped.map { "stopped \($0.utcText)" } ?? (clock.isOverdue(at: now) ? "OVERDUE" : "running")
      lines.append("  \(clock.id.rawValue) \(clock.id.promise): due \(clock.due.utcText), \(state)")
    }
    for (label, status) in subject.remediation.lines.sorted(by: { $0.key < $1.key }) {
      lines.append("  line \(label): \(status.words)")
    }
    lines += work(of: subject)
    if let advisory = subject.publication.advisory { lines.append("published as \(advisory.id)") }
    if let closure = subject.report.closure { lines.append("closed: \(closure.disposition.rawValue)") }
    lines.append("")
    for letter in subject.conversation.letters {
      lines.append("— \(letter.by) to \(letter.audience.rawValue), \(letter.at.utcText)")
      lines.append(
        letter.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n"))
    }
    return lines.joined(separator: "\n")
  }

  /// What an approver has to read: plan and advisory, each with the version that an approval names.
  private static func work(of subject: Case) -> [String] {
    var lines: [String] = []
    if let cve = subject.identifiers.cveID { lines.append("CVE id \(cve)") }
    if let date = subject.embargo.ownDate { lines.append("we publish on \(date.date.utcText): \(date.reason)") }
    if let proposal = subject.embargo.proposal {
      lines.append("proposed by \(proposal.by): \(proposal.until.utcText), \(proposal.reason)")
    }
    for mitigation in subject.plan.mitigations { lines.append("mitigation: \(mitigation.action)") }
    if subject.plan.state != .none {
      lines.append("plan (\(subject.plan.state)), plan-version=\(subject.plan.contentVersion)")
      for step in subject.plan.steps { lines.append("  \(step.audience) | \(step.channel) | \(step.text)") }
    }
    if let text = subject.advisory.text {
      let state = subject.advisory.approval == nil ? "not approved" : "approved"
      lines.append("advisory (\(state)), content-version=\(subject.advisory.contentVersion)")
      lines += ["  \(text.title)", "  \(text.summary)", "  \(text.details)", "  \(text.impact)"]
    }
    return lines
  }

  static func embargo(_ embargo: Embargo) -> String {
    guard embargo.state.inForce, let end = embargo.terms?.end else {
      return embargo.state == .exited ? "ended" : "none"
    }
    return "until \(end.utcText)"
  }
}
