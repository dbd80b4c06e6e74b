import CVSS
import Casework
import HTML

extension SeverityPage {
  /// The scores that count now, and the way from one set of release lines to another.
  var current: HTML {
    let scores = subject.assessment.scores
    let rows = scores.enumerated().map { index, score in row(score, index) }
    let table: HTML =
      scores.isEmpty
      ? """
      <p id="current">No score yet. A provisional one may be set in one step, rather quickly than perfectly; it keeps \
      the advisory in until somebody makes it final.</p>
      """
      : """
      <div class="wide" id="current"><table class="scores"><thead><tr><th scope="col">Lines</th>\
      <th scope="col">Score</th><th scope="col">Vector</th><th scope="col">State</th><th scope="col">Set</th>\
      <td></td></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
    let waiver = subject.assessment.finalScoreWaiver.map { waiver -> HTML in
      "<p>A provisional score may go out, says \(visible(names.name(of: waiver.by))): \(visible(waiver.reason))</p>\n"
    }
    return "\(table)\n\(waiver)\(links)"
  }

  private func row(_ score: Score, _ index: Int) -> HTML {
    let state: HTML =
      score.isFinal ? "<span class=\"state good\">final</span>" : "<span class=\"chip quiet\">provisional</span>"
    return """
      <tr><th scope="row">\(Self.words(score.lines, others: groups.count > 1))</th><td>\(chip(score.vector))</td>\
      <td><code>\(breakable(score.vector))</code></td><td>\(state)</td>\
      <td>\(moment(score.at)) <small>\(visible(names.name(of: score.by)))</small></td><td>\(mayNotScore == nil ? withdrawal(index) : "")</td></tr>

      """
  }

  private func withdrawal(_ index: Int) -> HTML {
    """
    <details class="withdraw"><summary>Withdraw</summary><form method="post" action="\(path)" autocomplete="off">\
    <input type="hidden" name="form-token" value="\(token)"><input type="hidden" name="seen" value="\(subject.version)">\
    <input type="hidden" name="group" value="\(group)"><input type="hidden" name="which" value="\(index)">
    <p><label for="withdraw-\(index)">Why</label> <small>Only the team reads it.</small>
    <input type="text" id="withdraw-\(index)" name="withdraw-reason" required></p>
    <p><button class="small" name="do" value="withdraw">Withdraw this score</button></p></form></details>
    """
  }

  /// The key of a set of lines in the address is its place: labels of unpublished work stay out of addresses.
  private var links: HTML {
    guard groups.count > 1 else { return "" }
    let items = groups.enumerated().map { index, lines -> HTML in
      """
      <li><a href="\(path)\(index == 0 ? "" : "?lines=\(index)")"\(index == group ? " aria-current=\"page\"" as HTML : "")>\
      \(Self.words(lines, others: true))</a></li>

      """
    }
    return "<nav aria-label=\"Scores by release lines\"><ul class=\"groups\">\n\(items)</ul></nav>"
  }

  static func words(_ lines: [String], others: Bool) -> HTML {
    lines.isEmpty ? (others ? "All other lines" : "All lines") : visible(lines.joined(separator: ", "))
  }
}

/// A vector's score and severity, coloured, with what belongs beside a score.
func chip(_ text: String) -> HTML {
  guard let vector = try? CVSS.Vector(parsing: text) else { return "<span class=\"chip quiet\">no vector</span>" }
  let kind: HTML =
    if case .version4(let four) = vector { "\(four.nomenclature.rawValue)" } else { "CVSS \(vector.version.rawValue)" }
  return """
    <span class="chip \(vector.severity.tone)">\(vector.score.description) \(vector.severity.rawValue)</span> \
    <small class="kind">\(vector.version == .v4_0 ? "4.0 \(kind)" as HTML : kind)</small>
    """
}

/// A vector that may be broken into lines after its slashes.
func breakable(_ vector: String) -> HTML {
  vector.split(separator: "/", omittingEmptySubsequences: false).map { visible(String($0)) }.joined(separator: "/<wbr>")
}
