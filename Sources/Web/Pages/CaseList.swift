import Casework
import Desk
import Foundation
import HTML

/// Cases as rows, the most urgent first: what state, whose move, by when.
struct CaseList {
  var rows: [CaseRow]
  var now: Date

  /// What nobody has decided on yet, and whatever is of priority P0 until it is closed.
  static func inbox(_ rows: [CaseRow], now: Date) -> CaseList {
    let open = rows.filter {
      [.received, .invalid, .valid].contains($0.report) || ($0.priority == "P0" && $0.report != .closed)
    }
    return CaseList(rows: open, now: now)
  }

  func html(whenEmpty: HTML = "") -> HTML {
    guard !rows.isEmpty else { return whenEmpty }
    return """
      <div class="wide"><table class="cases">
      <thead><tr><th scope="col">Case</th><th scope="col">Subject</th><th scope="col">Phase</th>\
      <th scope="col">Whose move</th><th scope="col">By when</th><th scope="col">Priority</th>\
      <th scope="col">Score</th>\
      <th scope="col">Embargo</th><th scope="col"><abbr title="vendor knows, fix ready, deployed, public, exploit, attacks">Facts\
      </abbr></th><th scope="col">Last moved</th></tr></thead>
      <tbody>
      \(rows.map(line))</tbody>
      </table></div>
      """
  }

  private func line(_ row: CaseRow) -> HTML {
    """
    <tr><th scope="row"><a href="/desk/cases/\(row.id.text)">\(row.id.text)</a></th><td>\(visible(row.title))</td>\
    <td>\(row.phase)</td><td>\(row.waitingOn)</td>\(due(row))<td>\(row.priority ?? "–")</td>\
    <td>\(row.score ?? "–")</td>\
    <td>\(row.embargo.words)</td><td><code>\(row.facts)</code></td><td>\(moment(row.touchedAt))</td></tr>

    """
  }

  private func due(_ row: CaseRow) -> HTML {
    guard let date = row.nextDue else { return "<td>–</td>" }
    let kind: HTML = date < now ? " class=\"late\"" : ""
    let promise: HTML = row.nextClock.map { "<br><small>\($0.promise)</small>" } ?? ""
    return "<td\(kind)>\(moment(date))<br>\(distance(from: now, to: date))\(promise)</td>"
  }
}

extension Embargo.State {
  /// The state in words for the team.
  var words: String {
    switch self {
    case .none: "none"
    case .proposed: "proposed"
    case .active: "in force"
    case .revising: "in force, new date proposed"
    case .exited: "ended"
    }
  }
}
