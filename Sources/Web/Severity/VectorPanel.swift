import CVSS
import HTML

/// One version of CVSS: the vector as a text and as buttons, what it says, and what would change its band.
struct VectorPanel {
  var draft: VectorDraft
  var reading: VectorReading

  private var key: String { draft.key }
  private var version: CVSS.Version { draft.version }

  var html: HTML {
    """
    <section class="panel" id="\(key)" aria-labelledby="\(key)-title">
    \(verdict)
    <div class="vector"><label for="\(key)-text">Vector</label>
    <input type="text" id="\(key)-text" name="\(key)-text" value="\(draft.text)" data-reads="read-\(key)" \
    aria-describedby="\(key)-trouble" spellcheck="false" autocapitalize="off">
    <p class="tools"><button class="quiet small" name="do" value="read-\(key)" data-previews>Read the vector</button> \
    <button class="quiet small" name="do" value="clear-\(key)" data-previews>Clear</button></p></div>
    <div id="\(key)-trouble" data-live>\(VectorTrouble(draft: draft, reading: reading).html)</div>
    <input type="hidden" name="\(key)-shown-text" value="\(draft.shownText)">
    <input type="hidden" name="\(key)-shown-buttons" value="\(Self.packed(draft.shownButtons))">
    \(MetricGroup.all(of: version).map { $0.html(draft) })\(environment)<p class="tools"><button class="quiet small" name="do" value="buttons-\(key)" data-previews>\
    Show the score</button></p>
    <h3 id="\(key)-changes-title">What would change the band</h3>
    <div id="\(key)-changes" data-live tabindex="-1">\(changes)</div>
    <h3 id="\(key)-says-title">What it says</h3>
    <div id="\(key)-says" class="says" data-live tabindex="-1">\(sentences)</div>
    </section>

    """
  }

  /// The score, big, where it stays in sight.
  private var verdict: HTML {
    let title: HTML = "<h2 id=\"\(key)-title\">CVSS \(version.rawValue)</h2>"
    guard let vector = reading.vector else {
      return """
        <div class="verdict unknown" id="\(key)-verdict" data-live>\(title)<p class="number">–</p>\
        <p class="band">\(reading.words)</p></div>
        """
    }
    return """
      <div class="verdict \(vector.severity.tone)" id="\(key)-verdict" data-live>\(title)\
      <p class="number">\(vector.score.description)</p><p class="band"><b>\(vector.severity.rawValue)</b>\
      \(VectorPanel.nomenclature(of: vector))</p></div>
      """
  }

  /// A score of CVSS 4.0 never stands without saying which metrics it comes from.
  static func nomenclature(of vector: CVSS.Vector) -> HTML {
    guard case .version4(let four) = vector else { return "" }
    return """
       <span class="kind">\(four.nomenclature.rawValue)</span> <span class="kind">macrovector \
      <code>\("\(four.macrovector)")</code></span>
      """
  }

  // MARK: Buttons

  /// Environmental metrics belong to whoever runs the product; they are shown and kept, and not offered.
  private var environment: HTML {
    let set = MetricGroup.environmental(of: version).filter { draft.buttons[$0.name] != nil }
    let fields = set.map { metric -> HTML in
      "<input type=\"hidden\" name=\"\(key)-\(metric.name)\" value=\"\(draft.buttons[metric.name] ?? "")\">"
    }
    let words = set.map { "\($0.name):\(draft.buttons[$0.name] ?? "")" }.joined(separator: ", ")
    let note: HTML =
      set.isEmpty
      ? ""
      : """
      <p class="claims">The vector has environmental metrics (<code>\(words)</code>). They belong to whoever runs the \
      product, not to the supplier. <button class="quiet small" name="do" value="bare-\(key)" data-previews>Leave them \
      out</button></p>
      """
    return "<div id=\"\(key)-environment\" data-live>\(fields)\(note)</div>\n"
  }

  /// `AV:N/AC:L`, to know later what the page held.
  static func packed(_ buttons: [String: String]) -> String {
    buttons.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: "/")
  }

  // MARK: Words

  private var sentences: HTML {
    guard let vector = reading.vector else { return "<p class=\"explanation\">Nothing yet.</p>" }
    let sections = vector.explanation().sections.map { section -> HTML in
      let lines = section.lines.map { "<li><code>\($0.text)</code> <span>\($0.sentence)</span></li>\n" as HTML }
      return "<p class=\"part\">\(section.title)</p>\n<ul class=\"plain\">\n\(lines)</ul>\n"
    }
    return "\(sections)"
  }

  private var changes: HTML {
    guard let vector = reading.vector else { return "<p class=\"explanation\">Nothing yet.</p>" }
    let others = Set(MetricGroup.environmental(of: version).map(\.name))
    let changes = vector.changes(nearestOnly: true).filter { !others.contains($0.metric.name) }
    guard !changes.isEmpty else {
      return
        "<p class=\"explanation\">No single metric: it is \(vector.severity.rawValue) with each of them changed.</p>"
    }
    let items = changes.map { change -> HTML in
      """
      <li><button class="change" name="do" value="set-\(key)-\(change.metric.name)-\(change.to)" data-previews>\
      <span><code>\(change.metric.name)</code> \(change.metric.title(of: change.from) ?? change.from) → \
      \(change.metric.title(of: change.to) ?? change.to)</span> \
      <span class="chip \(change.severity.tone)">\(change.score.description) \(change.severity.rawValue)</span></button></li>

      """
    }
    return "<ul class=\"changes\">\n\(items)</ul>"
  }
}

extension CVSS.Severity {
  /// The class of what is coloured by it.
  var tone: String { rawValue.lowercased() }
}
