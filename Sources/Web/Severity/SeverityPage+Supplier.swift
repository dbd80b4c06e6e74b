import AdvisoryTypes
import Casework
import HTML

extension SeverityPage {
  /// The supplier’s decision of SSVC, and the priority that follows from all that is known.
  var supplier: HTML {
    """
    <section class="panel" aria-labelledby="ssvc-title">
    \(card.html)
    <div class="field team-only"><b>Team only</b><label for="ssvc-reason">Why the decision changes</label> \
    <small id="ssvc-reason-help">\(subject.assessment.ssvc == nil ? "Not needed for a first decision." : "Needed: it was decided before.")</small>
    <input type="text" id="ssvc-reason" name="ssvc-reason" value="\(form.pointsReason)" \
    aria-describedby="ssvc-reason-help"></div>
    <div id="priority" data-live>\(priority)</div>
    \(mayNotDecide.map(refusal) ?? "<p class=\"buttons\"><button name=\"do\" value=\"decide\">Save the decision</button></p>")
    </section>

    """
  }

  /// The priority that follows, with what is chosen here, and why (S40).
  private var priority: HTML {
    var after = subject
    var isNew = false
    if let chosen = card.supplier, chosen != subject.ssvc {
      after.evolve(Entry(.assessment(.ssvcDecided(chosen, reason: "")), at: now, by: .desk))
      isNew = true
    }
    let reasons = after.priorityReasons
    guard let (first, why) = reasons.first else {
      return "<p class=\"explanation\">Nothing says yet how soon it has to be mended.</p>"
    }
    let others = reasons.dropFirst().map { "<li>\($0.0.rawValue): \(visible($0.1))</li>\n" as HTML }
    let before: HTML = isNew ? " <small>once this is saved; now \(subject.priority?.rawValue ?? "none")</small>" : ""
    return """
      <h3>Priority that follows</h3>
      <p class="priority"><b>\(first.rawValue)</b> \(visible(why))\(before)</p>
      \(others.isEmpty ? "" : "<ul>\n\(others)</ul>" as HTML)
      """
  }
}
