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
      lines.append("priority \(priority.rawValue)\(subject.assessment.scores.isEmpty ? "  not scored" : "")")
      lines += subject.priorityReasons.map { "  \($0.0.rawValue): \($0.1)" }
    }
    lines += severity(of: subject.assessment)
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

  /// The scores, what others propose beside them, and why they differ.
  private static func severity(of assessment: Assessment) -> [String] {
    var lines: [String] = []
    for score in assessment.scores {
      let rating = score.rating.map { "\($0.score) \($0.severity)" } ?? "no vector"
      lines.append("\(score.title): \(rating), \(score.isFinal ? "final" : "provisional")  \(score.vector)")
      if let explanation = score.explanation { lines.append("  to the reporter: \(explanation)") }
    }
    for proposal in assessment.proposals {
      let rating = proposal.rating.map { "CVSS \($0.version): \($0.score) \($0.severity)" } ?? "no vector"
      let side = proposal.side == .reporter ? "the reporter" : proposal.by.rawValue
      lines.append("proposed by \(side): \(rating)  \(proposal.vector)")
    }
    if let waiver = assessment.finalScoreWaiver { lines.append("may go out provisional: \(waiver.reason)") }
    return lines
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
