public import AdvisoryTypes
public import HTML

/// An advisory as a page for people.
public enum AdvisoryPage {
  /// The whole page, as it lies in the tree under `advisories/`.
  public static func page(of advisory: Advisory, site: Site) -> HTML {
    let name = Site.fileName(of: advisory)
    let page = Page(
      site: site, title: "\(advisory.id): \(advisory.title)", root: "../", path: "advisories/\(name).html")
    return page.html(article(of: advisory) + formats(of: advisory, site: site, name: name))
  }

  /// The advisory alone, for pages with a frame of their own.
  ///
  /// - Parameter level: of the title's heading; a page has one of level 1.
  public static func article(of advisory: Advisory, level: Int = 1) -> HTML {
    let sections: [(id: String, title: String, content: HTML)] = [
      ("lines", "Affected versions and what to do", lines(advisory)),
      ("until", Words.untilThen(advisory), mitigations(advisory)),
      ("impact", "Impact", paragraphs(advisory.impact)),
      ("conditions", "Who is affected", paragraphs(advisory.conditions)),
      ("details", "Details", HTML.markdown(advisory.details, heading: level + 2)),
      ("references", "References", references(advisory)),
      ("credits", "Credits", credits(advisory)),
      ("timeline", "Timeline", timeline(advisory)),
      ("revisions", "Revisions", revisions(advisory)),
    ]
    return """
      <article>
      \(head(advisory, level))\(sections.map { Page.section($0.id, $0.title, $0.content, level: level + 1) })</article>

      """
  }

  private static func head(_ advisory: Advisory, _ level: Int) -> HTML {
    var facts: [(String, HTML)] = []
    for vector in Words.unreadVectors(advisory) { facts.append(("Vector", "<code>\(vector)</code>")) }
    facts.append(("Attacks", "\(Words.exploitation(advisory.exploited))"))
    if let cwe = advisory.cwe { facts.append(("Weakness", "\(Words.weakness(cwe))")) }
    if let cve = advisory.cve { facts.append(("CVE", "\(cve.description)")) }
    facts.append(("Published", Page.time(advisory.published, Words.moment(advisory.published))))
    if Words.isRevised(advisory) {
      facts.append(("Updated", Page.time(advisory.updated, Words.moment(advisory.updated))))
    }
    return """
      <p class="kicker">\(advisory.id) · \(advisory.product)</p>
      <h\(level)>\(advisory.title)</h\(level)>
      <p class="lede">\(advisory.summary)</p>
      <dl class="facts">
      \(scores(advisory))\(facts.map { "<div><dt>\($0)</dt><dd>\($1)</dd></div>\n" as HTML })</dl>

      """
  }

  private static func scores(_ advisory: Advisory) -> HTML {
    let ratings = Words.ratings(advisory)
    guard !ratings.isEmpty else { return "" }
    let items = ratings.map { rating -> HTML in
      let level = HTML.raw(unescaped: rating.word.lowercased())
      return """
        <dd>\(rating.system): <strong class="severity \(level)">\(rating.result)</strong>\(rating.addition) \
        <code>\(rating.vector)</code></dd>

        """
    }
    return "<div class=\"scores\"><dt>Severity</dt>\n\(items)</div>\n"
  }

  private static func lines(_ advisory: Advisory) -> HTML {
    guard !advisory.lines.isEmpty else { return "" }
    let rows = advisory.lines.map(Words.line).map { line -> HTML in
      let state: HTML =
        switch line.state {
        case .affected: "bad"
        case .notAffected: "good"
        case .open: "open"
        }
      let more: HTML? = line.url.map { " " + Page.link($0, "Release") }
      return """
        <tr><th scope="row">\(line.label)</th><td><span class="state \(state)">\(line.state.rawValue)</span></td>\
        <td>\(line.versions)</td><td>\(line.action)\(more)</td></tr>

        """
    }
    return """
      <div class="wide" role="region" aria-labelledby="lines" tabindex="0">
      <table>
      <thead><tr><th scope="col">Release line</th><th scope="col">State</th><th scope="col">Affected versions</th>\
      <th scope="col">What to do</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>

      """
  }

  private static func mitigations(_ advisory: Advisory) -> HTML {
    if advisory.mitigations.isEmpty {
      return advisory.noMitigationKnown ? "<p>\(Words.noMitigation(advisory))</p>\n" : ""
    }
    let items = advisory.mitigations.map { mitigation -> HTML in
      let details = Words.details(mitigation).map { "<div><dt>\($0)</dt><dd>\($1)</dd></div>\n" as HTML }
      return "<li>\n\(HTML.markdown(mitigation.action))<dl>\n\(details)</dl>\n</li>\n"
    }
    return "<ol class=\"mitigations\">\n\(items)</ol>\n"
  }

  private static func references(_ advisory: Advisory) -> HTML {
    list(advisory.references.map { Page.link($0.url, $0.summary.isEmpty ? $0.url : $0.summary) })
  }

  private static func credits(_ advisory: Advisory) -> HTML {
    list(Words.credits(advisory).map { "\($0.role): \($0.names.joined(separator: ", "))" })
  }

  private static func timeline(_ advisory: Advisory) -> HTML {
    list(advisory.timeline.map { "\(Page.time($0.date, Words.moment($0.date))): \($0.text)" })
  }

  private static func revisions(_ advisory: Advisory) -> HTML {
    guard advisory.revisions.count > 1 else { return "" }
    return list(advisory.revisions.map { "\($0.number), \(Page.time($0.date, Words.moment($0.date))): \($0.note)" })
  }

  private static func formats(of advisory: Advisory, site: Site, name: String) -> HTML {
    let files = PublicTree.files(for: advisory, site: site)
    let links = files.map { "<a href=\"../\($0.path)\">\($0.label)</a>" as HTML }
    return "<p class=\"formats\">The same as \(links.joined(separator: ", "))</p>\n"
  }

  private static func list(_ items: [HTML]) -> HTML {
    items.isEmpty ? "" : "<ul>\n\(items.map { "<li>\($0)</li>\n" as HTML })</ul>\n"
  }

  private static func paragraphs(_ text: String) -> HTML { HTML.markdown(text) }
}
