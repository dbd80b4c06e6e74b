import CVSS
import Casework
import HTML

extension SeverityPage {
  /// The end of it: provisional at once, or final beside what the reporter said.
  var saving: HTML {
    """
    <section class="panel saving" aria-labelledby="save-title">
    <h2 id="save-title">Save the score</h2>
    <div class="sides"><div class="side"><h3>The reporter’s own</h3>
    \(reporters)\(others)
    <h3>Yours</h3>
    <div id="save-what" data-live>\(what)</div></div>
    <div class="side">
    \(explanation)
    <div class="field team-only"><b>Team only</b><label for="reason">Why the score changes</label> \
    <small id="reason-help" data-live>\(changes ? "Needed: there is a score for these lines already." : "Not needed for a first score.")</small>
    <input type="text" id="reason" name="reason" value="\(form.reason)" aria-describedby="reason-help"></div>
    </div></div>
    \(mayNotScore.map(refusal) ?? Self.saveButtons)
    </section>

    """
  }

  private static let saveButtons: HTML = """
    <p class="buttons"><button class="quiet" name="do" value="provisional">Save as provisional</button> \
    <button name="do" value="final">Save as final</button> <small>Provisional takes one step and keeps the advisory in. \
    Final is the team’s call, and shows in the reporter’s room.</small></p>
    """

  func refusal(_ sentence: String) -> HTML {
    """
    <p class="claims">\(visible(sentence)) You may look what a vector comes to, and \
    <a href="\(casePath)#assessment">propose one</a>.</p>
    """
  }

  /// What the reporter proposed, or typed into the report when it was none.
  private var reporters: HTML {
    let proposals = subject.assessment.proposals.filter { $0.side == .reporter }
    let asTyped = subject.report.submission?.vector ?? ""
    if proposals.isEmpty {
      guard !asTyped.isEmpty else { return "<p>The reporter gave none.</p>" }
      return "<p>The reporter wrote <code>\(visible(asTyped))</code>, which is no vector\(Self.meant(by: asTyped)).</p>"
    }
    return """
      \(list(proposals))
      <p class="tools"><button class="quiet small" name="do" value="start" data-previews>Start from it</button></p>
      """
  }

  /// What members proposed who do not set scores themselves.
  private var others: HTML {
    let proposals = subject.assessment.proposals.filter { $0.side == .team }
    return proposals.isEmpty ? "" : "<h3>Proposed in the team</h3>\n\(list(proposals))"
  }

  private func list(_ proposals: [Assessment.Proposal]) -> HTML {
    let items = proposals.map { proposal -> HTML in
      """
      <li>\(chip(proposal.vector)) <code>\(breakable(proposal.vector))</code><small>\
      \(proposal.comment.isEmpty ? "" as HTML : "“\(visible(proposal.comment))” ")\(visible(names.name(of: proposal.by))), \
      \(moment(proposal.at))</small></li>

      """
    }
    return "<ul class=\"plain\">\n\(items)</ul>"
  }

  private static func meant(by text: String) -> HTML {
    do throws(CVSS.Fault) {
      _ = try CVSS.Vector(parsing: text)
      return ""
    } catch {
      return error.suggestion.map { "; perhaps <code>\(breakable($0))</code> is meant" } ?? ""
    }
  }

  /// The line for the reporter stands there as soon as there is something to differ from.
  private var explanation: HTML {
    guard subject.assessment.proposals.contains(where: { $0.side == .reporter }) || !form.explanation.isEmpty else {
      return ""
    }
    return """
      <div class="field shared"><b>The reporter reads this</b><label for="explanation">Why the team’s score differs from the reporter’s</label>
      <small id="explanation-help" data-live>\(difference ?? unneeded)</small>
      <input type="text" id="explanation" name="explanation" value="\(form.explanation)" maxlength="500" \
      aria-describedby="explanation-help"></div>
      """
  }

  private var unneeded: HTML {
    form.vectors.isEmpty
      ? "There is no vector yet to compare with the reporter’s."
      : "Not needed: the bands are the same. A line is welcome all the same."
  }

  /// Said before anybody saves (S37).
  private var difference: HTML? {
    let differing = form.vectors.compactMap { vector in
      subject.assessment.proposal(differingFrom: vector.vector).map { (vector, $0) }
    }
    guard let theirs = differing.first?.1, let rating = theirs.baseRating else { return nil }
    let ours = differing.map { vector, _ in
      "\(vector.baseSeverity.rawValue) (\(vector.baseScore.description) in \(vector.version.rawValue))"
    }
    return """
      <b>Needed for a final score:</b> the reporter says \(rating.severity) (\(rating.score) in \(rating.version)), this says \
      \(ours.joined(separator: " and ")), by the base metrics. One line tells the reporter why.
      """
  }

  /// There is a score for the same lines and version, and another vector stands here.
  private var changes: Bool {
    form.vectors.contains { vector in
      subject.assessment.scores.contains {
        $0.lines == form.lines.sorted() && $0.rating?.version == vector.version.rawValue
      }
    }
  }

  private var what: HTML {
    let vectors = form.vectors
    guard !vectors.isEmpty else { return "<p class=\"explanation\">There is no score to save yet.</p>" }
    let scores = vectors.map { vector -> HTML in
      """
      <span class="chip \(vector.severity.tone)">\(vector.score.description) \(vector.severity.rawValue)</span> \
      <small>\(vector.version.rawValue)</small>
      """
    }
    let lines: HTML =
      form.lines.isEmpty
      ? "every line without a score of its own" : "<b>\(visible(form.lines.sorted().joined(separator: ", ")))</b>"
    return "<p>Saves \(scores.joined(separator: " and ")) for \(lines).</p>"
  }
}
