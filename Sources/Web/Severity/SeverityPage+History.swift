import AdvisoryTypes
import CVSS
import Casework
import HTML

extension SeverityPage {
  /// Who set which vector when, and what it changed. Newest first.
  var history: HTML {
    let lines = entries.indices.reversed().compactMap { index -> HTML? in
      guard Self.isAboutSeverity(entries[index].event) else { return nil }
      return "<li>\(event(entries[index]))\(difference(of: index))</li>\n"
    }
    let content: HTML = lines.isEmpty ? "<p>Nothing has been set yet.</p>" : "<ol class=\"plain\">\n\(lines)</ol>"
    return """
      <section aria-labelledby="history-title"><h2 id="history-title">History</h2>
      \(content)</section>
      """
  }

  static func isAboutSeverity(_ event: Case.Event) -> Bool {
    switch event {
    case .assessment(.scored), .assessment(.scoreWithdrawn), .assessment(.scoreProposed),
      .assessment(.finalScoreWaived),
      .assessment(.ssvcDecided):
      true
    default: false
    }
  }

  /// An entry as a sentence.
  func event(_ entry: Entry) -> HTML {
    "\(moment(entry.at)) <b>\(visible(names.name(of: entry.by)))</b> \(Self.deed(entry))"
  }

  private static func deed(_ entry: Entry) -> HTML {
    switch entry.event {
    case .assessment(.scored(let vector, let lines, let final, let reason, let explanation)):
      """
      set \(chip(vector)) for \(Self.lines(lines)), \(final ? "<b>final</b>" as HTML : "provisional"). \
      <code>\(breakable(vector))</code>\(said("Team only", reason))\(said("To the reporter", explanation ?? ""))
      """
    case .assessment(.scoreWithdrawn(let vector, let lines, let reason)):
      "withdrew \(chip(vector)) for \(Self.lines(lines)). <code>\(breakable(vector))</code>\(said("Team only", reason))"
    case .assessment(.scoreProposed(let vector, let comment, let side)):
      """
      \(side == .reporter && entry.by != .reporter ? "noted the reporter’s" as HTML : "proposed") \(chip(vector)). <code>\(breakable(vector))</code>\
      \(said("Comment", comment))
      """
    case .assessment(.finalScoreWaived(let reason)): "let a provisional score go out.\(said("Team only", reason))"
    case .assessment(.ssvcDecided(let supplier, let reason)):
      """
      decided <b>\(supplier.outcome.title)</b> by SSVC: exploitation \(supplier.exploitation.title.lowercased()), automatable \
      \(supplier.automatable.title.lowercased()), value density \(supplier.valueDensity.title.lowercased()), technical impact \
      \(supplier.technicalImpact.title.lowercased()), public safety impact \
      \(supplier.publicSafetyImpact.title.lowercased()).\(said("Team only", reason))
      """
    default: ""
    }
  }

  private static func lines(_ lines: [String]) -> HTML {
    lines.isEmpty ? "all lines without their own" : visible(lines.joined(separator: ", "))
  }

  private static func said(_ reader: HTML, _ text: String) -> HTML {
    text.isEmpty ? "" : "<small>\(reader): “\(visible(text))”</small>"
  }

  /// What a vector changed against the one before it, for the same lines and version, in words.
  private func difference(of index: Int) -> HTML {
    guard case .assessment(.scored(let text, let lines, _, _, _)) = entries[index].event,
      let vector = try? CVSS.Vector(parsing: text)
    else { return "" }
    let before = entries[..<index].reversed().lazy.compactMap { entry -> CVSS.Vector? in
      guard case .assessment(.scored(let text, lines, _, _, _)) = entry.event,
        let old = try? CVSS.Vector(parsing: text), old.version == vector.version
      else { return nil }
      return old
    }.first
    guard let before else { return "" }
    let changed = CVSS.Metric.all(of: vector.version).filter { before[$0] != vector[$0] }.map { metric -> HTML in
      """
      \(metric.title) from \(metric.title(of: before[metric]) ?? before[metric]) to \
      \(metric.title(of: vector[metric]) ?? vector[metric])
      """
    }
    guard !changed.isEmpty else { return "<small>The same vector as before.</small>" }
    return """
      <small>Against the one before (\(before.score.description) \(before.severity.rawValue)): \
      \(changed.joined(separator: "; ")).</small>
      """
  }
}
