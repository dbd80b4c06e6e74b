import CVSS
import HTML

/// Why there is no score yet: the reason, the place in the text, and the way forward. What was typed stays in the field.
struct VectorTrouble {
  var draft: VectorDraft
  var reading: VectorReading

  private var key: String { draft.key }
  private var version: String { draft.version.rawValue }

  var html: HTML {
    switch reading {
    case .empty, .vector: ""
    case .incomplete(let missing):
      "<p class=\"still\">Still to choose: \(missing.map(link).joined(separator: ", ")).</p>"
    case .fault(let fault, let meant):
      "<div class=\"trouble\"><p>\(visible(fault.reason))</p>\(place(of: fault))\(offer(meant))</div>"
    case .otherVersion(let vector, let same):
      """
      <div class="trouble"><p>This is a vector of CVSS \(vector.version.rawValue), which says \(vector.score.description) \
      \(vector.severity.rawValue). \(elsewhere(vector))</p>\(offer(same))</div>
      """
    case .disagreement:
      """
      <p class="trouble">Vector and buttons were both changed, and say different things. Press “Read the vector” or \
      “Show the score” to say which of them counts.</p>
      """
    }
  }

  private func link(_ metric: CVSS.Metric) -> HTML {
    "<a href=\"#\(key)-\(metric.name)\" title=\"\(metric.title)\">\(metric.name)</a>"
  }

  private func elsewhere(_ vector: CVSS.Vector) -> HTML {
    switch vector.version {
    case .v3_0: "The team scores in 3.1; its metrics are the same, its numbers may differ."
    case let other where VectorDraft.versions.contains(other):
      """
      It belongs into the other field; one version is never turned into another. <button class="quiet small" name="do" \
      value="move-\(key)" data-previews>Move it there</button>
      """
    default: "The team scores in 4.0 and 3.1; one version is never turned into another."
    }
  }

  /// The text with the wrong part marked, as far as it is short enough to be one.
  private func place(of fault: CVSS.Fault) -> HTML {
    let bytes = Array(draft.text.utf8)
    guard bytes.count <= VectorDraft.longestText else { return "" }
    let start = min(max(fault.offset, 0), bytes.count)
    let end = bytes[start...].dropFirst().firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
    func part(_ range: Range<Int>) -> HTML { visible(String(decoding: bytes[range], as: UTF8.self)) }
    let mark: HTML = start == end ? "<mark>here</mark>" : "<mark>\(part(start..<end))</mark>"
    return "<p class=\"place\"><code>\(part(0..<start))\(mark)\(part(end..<bytes.count))</code></p>"
  }

  private func offer(_ meant: CVSS.Vector?) -> HTML {
    guard let meant else { return "" }
    return """
      <p>Did you mean <code>\(meant.vector)</code>? \
      <button class="quiet small" name="do" value="take-\(key)" data-previews>Take it</button></p>
      """
  }
}
