public import AdvisoryTypes

/// An advisory as Markdown, for repositories and blogs.
public enum AdvisoryMarkdown {
  /// - Parameter pageURL: where the advisory can be read, if it is on a page.
  public static func text(of advisory: Advisory, pageURL: String? = nil) -> String {
    var blocks = [
      "# \(plain(advisory.id)): \(plain(advisory.title))", plain(advisory.summary), facts(advisory, pageURL: pageURL),
    ]
    if !advisory.lines.isEmpty { blocks += ["## Affected versions and what to do", table(advisory)] }
    if !advisory.mitigations.isEmpty {
      blocks += [
        "## \(Words.untilThen(advisory))", advisory.mitigations.enumerated().map(mitigation).joined(separator: "\n"),
      ]
    } else if advisory.noMitigationKnown {
      blocks += ["## \(Words.untilThen(advisory))", Words.noMitigation(advisory)]
    }
    blocks += section("Impact", plain(advisory.impact))
    blocks += section("Who is affected", plain(advisory.conditions))
    blocks += section("Details", advisory.details)
    blocks += section("References", advisory.references.map(reference).joined(separator: "\n"))
    blocks += section(
      "Credits",
      Words.credits(advisory).map { "- \($0.role): \(plain($0.names.joined(separator: ", ")))" }.joined(separator: "\n")
    )
    blocks += section(
      "Timeline", advisory.timeline.map { "- \(Words.moment($0.date)): \(plain($0.text))" }.joined(separator: "\n"))
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func facts(_ advisory: Advisory, pageURL: String?) -> String {
    var facts: [String] = []
    if let cve = advisory.cve { facts.append("- CVE: \(cve)") }
    facts.append("- Product: \(plain(advisory.product))")
    let ratings = Words.ratings(advisory)
    if let headline = Words.headline(ratings) { facts.append("- Severity: **\(headline.word)**") }
    facts += ratings.map { "  - \(plain($0.text)): `\($0.vector)`" }
    facts += Words.unreadVectors(advisory).map { "- Vector: \(plain($0))" }
    if let cwe = advisory.cwe { facts.append("- Weakness: \(plain(Words.weakness(cwe)))") }
    facts.append("- Attacks: \(Words.exploitation(advisory.exploited))")
    facts.append("- Published: \(Words.moment(advisory.published))")
    if Words.isRevised(advisory) { facts.append("- Updated: \(Words.moment(advisory.updated))") }
    if let pageURL { facts.append("- Page: <\(pageURL)>") }
    return facts.joined(separator: "\n")
  }

  private static func table(_ advisory: Advisory) -> String {
    let rows = advisory.lines.map(Words.line).map { line in
      let url = line.url.flatMap { WebAddress.isPlain($0) ? " <\($0)>" : nil } ?? ""
      return "| \(plain(line.label)) | \(line.state.rawValue) | \(plain(line.versions)) | \(plain(line.action))\(url) |"
    }
    return (["| Release line | State | Affected versions | What to do |", "| --- | --- | --- | --- |"] + rows)
      .joined(separator: "\n")
  }

  private static func mitigation(_ index: Int, _ mitigation: Advisory.Mitigation) -> String {
    let details = Words.details(mitigation).map { "\n   - \($0.name): \(plain($0.text))" }.joined()
    return "\(index + 1). \(plain(mitigation.action))\(details)"
  }

  private static func reference(_ reference: Advisory.Reference) -> String {
    guard WebAddress.isPlain(reference.url) else { return "- \(plain(reference.summary)): \(plain(reference.url))" }
    return reference.summary.isEmpty ? "- <\(reference.url)>" : "- \(plain(reference.summary)): <\(reference.url)>"
  }

  private static func section(_ title: String, _ content: String) -> [String] {
    content.isEmpty ? [] : ["## \(title)", content]
  }

  /// Plain text in Markdown: on one line, and every mark shown as it is.
  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
      .reduce(into: "") { output, character in
        if "\\`*_[]<>|#".contains(character) { output.append("\\") }
        output.append(character)
      }
  }
}
