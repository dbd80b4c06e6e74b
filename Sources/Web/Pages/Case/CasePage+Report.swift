import Casework
import HTML

extension CasePage {
  /// What was reported, as it was reported, and what was decided about it.
  var report: HTML {
    let report = subject.report
    guard let sent = report.submission else { return "<p>There is no report.</p>" }
    let source: HTML? = hasSource ? "<a href=\"\(path)/source\">Raw mail</a>, byte for byte" : nil
    return """
      <dl class="facts">
      \(row("State", "\(report.state.word)"))\
      \(row("Came in", report.receivedAt.map { "\(moment($0)) by \(sent.channel.rawValue), policy \(sent.policyVersion)" }))\
      \(row("Source", source))\
      \(row("Reporter", text: [sent.name, sent.affiliation].compactMap { $0 }.joined(separator: ", ").orNil ?? "unnamed"))\
      \(row("Contact", text: sent.contact ?? "none: reached through the room alone"))\
      \(row("Steps", text: sent.steps))\(row("Effects", text: sent.effects))\
      \(row("Configuration", text: sent.configuration))\(row("Attack surface", text: sent.attackSurface))\
      \(row("Other projects", text: sent.otherProjects))\(row("Public already", text: sent.alreadyPublic))\
      \(row("Attacks", text: sent.exploited))\
      \(row("Claimed impact", text: sent.claimedImpact.map { $0.map(\.rawValue).sorted().joined(separator: ", ") }))\
      \(row("Credit", text: credit))\(files(sent))</dl>
      \(decisions)
      """
  }

  private var credit: String {
    guard let wish = subject.report.credit else { return "not decided yet" }
    return wish.wanted ? "as “\(wish.name)”" : "none wanted"
  }

  private func files(_ sent: Submission) -> HTML {
    let thread = Thread(letters: [], names: names, readerIsTeam: true, files: "\(path)/files")
    return sent.attachments.isEmpty ? "" : row("Files", thread.attachments(sent.attachments))
  }

  private var decisions: HTML {
    let report = subject.report
    var parts: [HTML] = report.reproductions.map { attempt in
      """
      <li>\(attempt.outcome.words) on <span class="prose">\(visible(attempt.environment))</span>: \
      <span class="prose">\(visible(attempt.notes))</span></li>

      """
    }
    if let response = report.firstResponse {
      parts.append("<li>First response: \(count(response.plan.count, "step")), see the conversation</li>\n")
    }
    if !report.missing.isEmpty {
      parts.append("<li>Asked for: \(visible(report.missing.joined(separator: "; ")))</li>\n")
    }
    if let deferral = report.deferral {
      parts.append(
        "<li>Put off, to be looked at again on \(moment(deferral.review)): \(visible(deferral.reason))</li>\n")
    }
    if let proposed = report.proposedRejection {
      parts.append(
        """
        <li>Rejection as “\(proposed.rejection.disposition.rawValue)” proposed by \
        \(visible(names.name(of: proposed.by))), \(moment(proposed.at)); it waits for a second reviewer.
        <details><summary>The letter as the reporter would get it</summary><div class="prose">\
        \(visible(proposed.rejection.letter(opening: policy.dispositions[proposed.rejection.disposition] ?? "")))</div>
        </details></li>

        """)
    }
    if let closure = report.closure { parts.append("<li>Closed as “\(closure.disposition.rawValue)”</li>\n") }
    return parts.isEmpty ? "" : "<ul>\n\(parts)</ul>"
  }
}

extension String {
  var orNil: String? { isEmpty ? nil : self }
}

extension Reproduction.Outcome {
  var words: String {
    switch self {
    case .reproduced: "Reproduced"
    case .notReproduced: "Not reproduced"
    case .notAttempted: "Not attempted"
    }
  }
}
