public import AdvisoryTypes

/// An advisory as plain text of 72 columns, for mailing lists.
public enum AnnouncementText {
  /// - Parameter pageURL: where the advisory can be read, if it is on a page.
  public static func text(of advisory: Advisory, pageURL: String? = nil) -> String {
    var output = PlainText()
    output.title("\(advisory.id): \(advisory.title)")
    output.blank()
    facts(advisory, pageURL: pageURL, into: &output)
    if !advisory.summary.isEmpty {
      output.blank()
      output.markdown(advisory.summary)
    }
    if !advisory.lines.isEmpty {
      output.heading("Affected versions and what to do")
      for line in advisory.lines.map(Words.line) {
        output.item("\(line.label): \(line.state.rawValue.lowercased())\(versions(line)). \(line.action)")
        if let url = line.url { output.item(url, mark: "", indent: 2) }
      }
    }
    mitigations(advisory, into: &output)
    for (title, content) in [
      ("Impact", advisory.impact), ("Who is affected", advisory.conditions), ("Details", advisory.details),
    ] where !content.isEmpty {
      output.heading(title)
      output.markdown(content)
    }
    list(
      "References", advisory.references.map { $0.summary.isEmpty ? $0.url : "\($0.summary): \($0.url)" }, into: &output)
    list("Credits", Words.credits(advisory).map { "\($0.role): \($0.names.joined(separator: ", "))" }, into: &output)
    list("Timeline", advisory.timeline.map { "\(Words.moment($0.date)): \($0.text)" }, into: &output)
    output.blank()
    output.markdown("\(advisory.publisher.name), \(advisory.publisher.contact)")
    return output.text
  }

  private static func facts(_ advisory: Advisory, pageURL: String?, into output: inout PlainText) {
    if let cve = advisory.cve { output.field("CVE", cve.description) }
    output.field("Product", advisory.product)
    let ratings = Words.ratings(advisory)
    if let headline = Words.headline(ratings) { output.field("Severity", headline.word) }
    for rating in ratings {
      output.item(rating.text, indent: 2)
      output.item(rating.vector, mark: "", indent: 4)
    }
    for vector in Words.unreadVectors(advisory) { output.field("Vector", vector) }
    if let cwe = advisory.cwe { output.field("Weakness", Words.weakness(cwe)) }
    output.field("Attacks", Words.exploitation(advisory.exploited))
    output.field("Published", Words.moment(advisory.published))
    if Words.isRevised(advisory) { output.field("Updated", Words.moment(advisory.updated)) }
    if let pageURL { output.field("Page", pageURL) }
  }

  private static func versions(_ line: Words.Line) -> String { line.state == .affected ? ", \(line.versions)" : "" }

  private static func mitigations(_ advisory: Advisory, into output: inout PlainText) {
    guard !advisory.mitigations.isEmpty || advisory.noMitigationKnown else { return }
    output.heading(Words.untilThen(advisory))
    if advisory.mitigations.isEmpty { output.markdown(Words.noMitigation(advisory)) }
    for (index, mitigation) in advisory.mitigations.enumerated() {
      if index > 0 { output.blank() }
      output.item(mitigation.action, mark: "\(index + 1). ")
      for (name, content) in Words.details(mitigation) { output.item("\(name): \(content)", mark: "", indent: 3) }
    }
  }

  private static func list(_ title: String, _ items: [String], into output: inout PlainText) {
    guard !items.isEmpty else { return }
    output.heading(title)
    for item in items { output.item(item) }
  }
}
