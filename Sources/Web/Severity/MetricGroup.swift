import CVSS
import HTML

/// Metrics that stand together, as rows of buttons.
struct MetricGroup {
  var title: String
  var names: [String]
  /// Few need them, so that they are folded away.
  var isFolded = false

  /// What the team chooses. Whatever else a version has is environmental and belongs to whoever runs the product.
  static func all(of version: CVSS.Version) -> [MetricGroup] {
    version == .v4_0
      ? [
        MetricGroup(title: "Exploitability", names: ["AV", "AC", "AT", "PR", "UI"]),
        MetricGroup(title: "Impact on the vulnerable system", names: ["VC", "VI", "VA"]),
        MetricGroup(title: "Impact on subsequent systems", names: ["SC", "SI", "SA"]),
        MetricGroup(title: "Threat", names: ["E"], isFolded: true),
        MetricGroup(
          title: "Supplemental, never part of the score", names: ["S", "AU", "R", "V", "RE", "U"], isFolded: true),
      ]
      : [
        MetricGroup(title: "Exploitability", names: ["AV", "AC", "PR", "UI", "S"]),
        MetricGroup(title: "Impact", names: ["C", "I", "A"]),
        MetricGroup(title: "Temporal", names: ["E", "RL", "RC"], isFolded: true),
      ]
  }

  /// Those that are shown and kept, and not offered.
  static func environmental(of version: CVSS.Version) -> [CVSS.Metric] {
    let offered = Set(all(of: version).flatMap(\.names))
    return CVSS.Metric.all(of: version).filter { !offered.contains($0.name) }
  }

  func html(_ draft: VectorDraft) -> HTML {
    let metrics = names.compactMap { CVSS.Metric.named($0, in: draft.version) }
    let rows = metrics.map { Self.row($0, draft) }
    guard isFolded else { return "<h3 class=\"group\">\(title)</h3>\n\(rows)" }
    let set = metrics.filter { draft.buttons[$0.name] != nil }
    return """
      <details class="group"\(set.isEmpty ? "" : " open")><summary>\(title)</summary>
      \(rows)</details>

      """
  }

  private static func row(_ metric: CVSS.Metric, _ draft: VectorDraft) -> HTML {
    let name = "\(draft.key)-\(metric.name)"
    let chosen = draft.buttons[metric.name] ?? (metric.isMandatory ? "" : metric.codes.first ?? "")
    let buttons = metric.codes.map { code -> HTML in
      """
      <label title="\(metric.sentence(for: code))"><input type="radio" name="\(name)" value="\(code)" data-metric \
      data-letter="\(code.first?.uppercased())" aria-describedby="\(name)-help"\(code == chosen ? " checked" : "")><span><b>\(code)</b> \
      \(metric.title(of: code) ?? "")</span></label>
      """
    }
    return """
      <fieldset class="metric" id="\(name)"><legend><code>\(metric.name)</code> \(metric.shortTitle)</legend>
      <small id="\(name)-help">\(metric.question)</small>
      <div class="segments">\(buttons)</div></fieldset>

      """
  }
}
