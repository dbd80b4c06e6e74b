import Casework
import HTML

extension CasePage {
  /// Every promise that runs or ran. That one was late stays visible.
  var clocks: HTML {
    let lines = subject.clocks(under: policy).map { clock -> HTML in
      let late = clock.isOverdue(at: now)
      let state: HTML =
        switch (clock.stopped, late) {
        case (let stopped?, false): "kept \(moment(stopped))"
        case (let stopped?, true): "late: \(moment(stopped))"
        case (nil, false): "runs: \(distance(from: now, to: clock.due))"
        case (nil, true): "overdue: \(distance(from: now, to: clock.due))"
        }
      return """
        <tr\(late ? " class=\"late\"" : "")><th scope="row">\(clock.id.rawValue)</th><td>\(clock.id.promise)</td>\
        <td>\(moment(clock.due))</td><td>\(state)</td></tr>

        """
    }
    return """
      <div class="wide"><table><thead><tr><th scope="col">Clock</th><th scope="col">Promise</th><th scope="col">Due</th>\
      <th scope="col">State</th></tr></thead>
      <tbody>
      \(lines)</tbody></table></div>
      """
  }

  var facts: HTML {
    let facts = subject.facts
    let known: [(Bool, String)] = [
      (facts.state.vendorAware, "the team knows"), (facts.state.fixReady, "a fix is ready"),
      (facts.state.fixDeployed, "the fix is deployed"), (facts.state.publicAware, "it is public"),
      (facts.state.exploitPublic, "an exploit is public"), (facts.state.attacksObserved, "attacks are observed"),
    ]
    let so = known.filter(\.0).map(\.1).joined(separator: ", ")
    return """
      <dl class="facts">
      \(row("State", "<code>\(facts.state.description)</code> \(so)"))\
      \(row("Public since", facts.publicSince.map(moment)))\
      \(row("Exploit public since", facts.exploitSince.map(moment)))\
      \(row("Attacks since", facts.attacksSince.map(moment)))</dl>
      """
  }

  var embargo: HTML {
    let embargo = subject.embargo
    let proposal: HTML? = embargo.proposal.map { proposal in
      """
      until \(moment(proposal.until)) by \(visible(names.name(of: proposal.by))), who \
      \(proposal.awaitsReporter ? "waits for the reporter’s answer" : "waits for our answer"): \
      <span class="prose">\(visible(proposal.reason))</span>
      """
    }
    let waiting: HTML? = embargo.proposedOwnDate.map { date in
      """
      \(moment(date.date)), decided by \(visible(names.name(of: date.by))) and waiting for a second member: \
      <span class="prose">\(visible(date.reason))</span>
      """
    }
    let objection: HTML? = embargo.objection.map { objection in
      let wanted: HTML = objection.preferred.map { "wanted \(moment($0)): " } ?? ""
      return "\(wanted)\(visible(objection.reason))"
    }
    return """
      <dl class="facts">
      \(row("Embargo", "\(embargo.state.words)"))\
      \(row("Terms", embargo.terms.map { "version \($0.version), until \(moment($0.end))" }))\
      \(row("Proposed", proposal))\
      \(row("The reporter objects", objection))\
      \(row("Ended", embargo.ending.map { "\(visible($0.words))" }))\
      \(row("We publish on", embargo.ownDate.map { "\(moment($0.date)): \(visible($0.reason))" }))\
      \(row("Date to approve", waiting))</dl>
      """
  }
}

extension Embargo.Ending {
  var words: String {
    switch self {
    case .reached: "its agreed end came"
    case .publicKnowledge: "it became public"
    case .exploitPublic: "an exploit became public"
    case .published: "we published"
    case .notAVulnerability: "it is no vulnerability"
    case .decided(let reason): "decided: \(reason)"
    }
  }
}

extension Facts.Fact {
  var words: String {
    switch self {
    case .deployed: "The fix is deployed"
    case .public: "It is public"
    case .exploit: "An exploit is public"
    case .attacks: "It is being attacked"
    }
  }
}
