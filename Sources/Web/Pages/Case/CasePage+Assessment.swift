import AdvisoryTypes
import CVSS
import Casework
import HTML

extension CasePage {
  var assessment: HTML {
    let finding: HTML =
      subject.assessment.finding.map(description)
      ?? "<p>Not assessed yet. Component, versions, impact, preconditions, exploitation and priority come first.</p>"
    return """
      \(finding)
      \(scores)
      \(urgency)<p><a class="button quiet" href="\(path)/severity">Severity</a></p>
      """
  }

  private func description(of finding: Finding) -> HTML {
    let assessment = subject.assessment
    let lowered: HTML? = assessment.proposedPriority.map { proposed in
      """
      \(proposed.priority.rawValue), by \(visible(names.name(of: proposed.by))), waiting for a second member: \
      <span class="prose">\(visible(proposed.reason))</span>
      """
    }
    return """
      <dl class="facts">
      \(row("Component", text: finding.component))\(row("Versions", text: finding.versions))\
      \(row("Impact", text: finding.impact.map(\.rawValue).sorted().joined(separator: ", ")))\
      \(row("Preconditions", text: finding.preconditions))\
      \(row("Exploitation", text: finding.exploitation.rawValue))\
      \(row("Weakness", text: finding.weakness.map { "\($0)" }))\
      \(row("Priority asked for", text: finding.priority.rawValue + (assessment.loweredPriority.map { ", lowered to \($0.rawValue)" } ?? "")))\
      \(row("Lower priority proposed", lowered))</dl>
      """
  }

  /// The numbers are always computed from the vectors (S35).
  private var scores: HTML {
    let assessment = subject.assessment
    guard !assessment.scores.isEmpty else { return "<p>No score yet.</p>" }
    let others = assessment.scores.contains { !$0.lines.isEmpty }
    let items = assessment.scores.map { score -> HTML in
      """
      <li>\(chip(score.vector)) \(score.isFinal ? "final" : "provisional"), for \
      \(score.lines.isEmpty ? "all\(others ? " other" : "") lines" : visible(score.lines.joined(separator: ", "))) <small><code>\(breakable(score.vector))</code></small></li>

      """
    }
    let waiver: HTML =
      assessment.finalScoreWaiver.map { "<p>A provisional score may go out: \(visible($0.reason))</p>\n" } ?? ""
    return "<ul class=\"plain scores\">\n\(items)</ul>\n\(waiver)"
  }

  /// How soon, and why (S40).
  private var urgency: HTML {
    guard let (priority, why) = subject.priorityReasons.first else { return "" }
    let decision: HTML =
      subject.ssvc.map { " SSVC: <span class=\"chip \($0.outcome.tone)\">\($0.outcome.title)</span>" } ?? ""
    return "<p><b>\(priority.rawValue)</b>: \(visible(why))\(decision)</p>\n"
  }
}
