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

  static func embargo(_ embargo: Embargo) -> String {
    guard embargo.state.inForce, let end = embargo.terms?.end else {
      return embargo.state == .exited ? "ended" : "none"
    }
    return "until \(end.utcText)"
  }
}
