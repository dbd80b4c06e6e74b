import HTML

extension PolicyDocument {
  var html: HTML {
    """
    <article class="policy">
    <h1>\(title)</h1>
    \(blocks.map(Self.html))</article>

    """
  }

  private static func html(_ block: Block) -> HTML {
    switch block {
    case .heading(let text): "<h2>\(text)</h2>\n"
    case .prose(let words): HTML.markdown(words)
    case .sentence(let text): "<p>\(text)</p>\n"
    case .points(let texts): "<ul>\n\(texts.map { "<li>\($0)</li>\n" as HTML })</ul>\n"
    case .facts(let facts): "<dl>\n\(facts.map(html(of:)))</dl>\n"
    case .table(let columns, let rows):
      """
      <table>
      <thead><tr>\(columns.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>
      <tbody>
      \(rows.map(html(row:)))</tbody>
      </table>

      """
    }
  }

  private static func html(of fact: Fact) -> HTML {
    let text = fact.link.map { "<a href=\"\($0)\">\(fact.text)</a>" as HTML } ?? HTML(text: fact.text)
    return "<div><dt>\(fact.label)</dt> <dd>\(text)</dd></div>\n"
  }

  private static func html(row: [String]) -> HTML {
    "<tr>\(row.enumerated().map { $0 == 0 ? "<th scope=\"row\">\($1)</th>" : "<td>\($1)</td>" as HTML })</tr>\n"
  }
}
