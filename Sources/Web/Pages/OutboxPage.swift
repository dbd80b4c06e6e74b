import Casework
import Foundation
import HTML
import Storage

/// What waits to leave the house, and what the other side said.
struct OutboxPage {
  var entries: [OutboxEntry]

  var html: HTML {
    guard !entries.isEmpty else {
      return "<h1>Outbox</h1>\n<p>Nothing waits. What is published or written to a reporter passes through here.</p>"
    }
    return """
      <h1>Outbox</h1>
      \(Self.table(entries, showsCase: true))
      """
  }

  static func table(_ entries: [OutboxEntry], showsCase: Bool) -> HTML {
    let head: HTML = showsCase ? "<th scope=\"col\">Case</th>" : ""
    return """
      <div class="wide"><table>
      <thead><tr>\(head)<th scope="col">Channel</th><th scope="col">State</th><th scope="col">Since</th>\
      <th scope="col">Attempts</th><th scope="col">What was said</th></tr></thead>
      <tbody>
      \(entries.map { line($0, showsCase: showsCase) })</tbody>
      </table></div>
      """
  }

  private static func line(_ entry: OutboxEntry, showsCase: Bool) -> HTML {
    let handle: HTML =
      showsCase
      ? "<td>\((entry.caseID.flatMap { CaseID($0) }).map { "<a href=\"/desk/cases/\($0.text)\">\($0.text)</a>" as HTML })</td>"
      : ""
    let next: HTML = entry.state == .waiting ? "<br><small>next try not before \(moment(entry.nextAt))</small>" : ""
    let said: HTML = visible(entry.error ?? entry.receipt.map { String(decoding: $0, as: UTF8.self) } ?? "")
    return """
      <tr>\(handle)<td>\(entry.channel)</td><td>\(words(entry.state))\(next)</td>\
      <td>\(moment(entry.deliveredAt ?? entry.enqueuedAt))</td><td>\(entry.attempts)</td><td class="prose">\(said)</td></tr>

      """
  }

  private static func words(_ state: DeliveryState) -> String {
    switch state {
    case .waiting: "waits"
    case .underway: "underway"
    case .delivered: "delivered"
    case .uncertain: "uncertain: somebody has to look whether it arrived"
    case .failed: "given up"
    case .held: "held back"
    }
  }
}
