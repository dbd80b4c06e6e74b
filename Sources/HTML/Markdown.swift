extension HTML {
  /// A small part of Markdown as markup: paragraphs, headings, lists, quotes, code, emphasis, and links to https.
  ///
  /// Whatever else stands in the text is shown as text; markup in it is never passed on. Takes time in proportion to the
  /// length of the text.
  ///
  /// - Parameter heading: the level that `#` becomes, so that the text fits below the page's own headings.
  public static func markdown(_ text: String, heading: Int = 3) -> HTML {
    var blocks = MarkdownBlocks(heading: heading)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) { blocks.read(line) }
    return blocks.finished()
  }
}

/// Reads line by line and keeps one open block.
private struct MarkdownBlocks {
  private enum Block: Equatable {
    case none, paragraph, quote, code
    case list(ordered: Bool)
  }

  private let heading: Int
  private var open = Block.none
  /// The lines of the open block; of a list, those of its last item.
  private var lines: [Substring] = []
  /// The finished items of an open list.
  private var items: [HTML] = []
  private var output: [HTML] = []

  init(heading: Int) { self.heading = heading }

  mutating func read(_ line: Substring) {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    if open == .code {
      if trimmed.hasPrefix("```") { close() } else { lines.append(line) }
    } else if trimmed.hasPrefix("```") {
      begin(.code)
    } else if trimmed.isEmpty {
      close()
    } else if let (level, title) = Self.heading(trimmed) {
      close()
      let tag = HTML.raw(unescaped: "h\(min(heading + level - 1, 6))")
      output.append("<\(tag)>\(HTML.inline(title))</\(tag)>\n")
    } else if let (ordered, item) = Self.item(trimmed) {
      if open == .list(ordered: ordered) { finishItem() } else { begin(.list(ordered: ordered)) }
      lines = [item]
    } else if trimmed.hasPrefix(">") {
      if open != .quote { begin(.quote) }
      lines.append(trimmed.dropFirst().drop { $0 == " " })
    } else {
      if open == .none { begin(.paragraph) }
      lines.append(trimmed)
    }
  }

  mutating func finished() -> HTML {
    close()
    return output.joined()
  }

  private mutating func begin(_ block: Block) {
    close()
    open = block
  }

  private mutating func finishItem() {
    items.append("<li>\(inline)</li>\n")
    lines = []
  }

  private mutating func close() {
    switch open {
    case .none: break
    case .paragraph: output.append("<p>\(inline)</p>\n")
    case .quote: output.append("<blockquote><p>\(inline)</p></blockquote>\n")
    case .code: output.append("<pre><code>\(lines.joined(separator: "\n"))\n</code></pre>\n")
    case .list(let ordered):
      finishItem()
      let tag: HTML = ordered ? "ol" : "ul"
      output.append("<\(tag)>\n\(items)</\(tag)>\n")
      items = []
    }
    open = .none
    lines = []
  }

  private var inline: HTML { HTML.inline(lines.joined(separator: "\n")[...]) }

  private static func heading(_ line: Substring) -> (Int, Substring)? {
    let marks = line.prefix { $0 == "#" }.count
    guard (1...6).contains(marks), line.dropFirst(marks).first == " " else { return nil }
    return (marks, line.dropFirst(marks + 1))
  }

  private static func item(_ line: Substring) -> (ordered: Bool, text: Substring)? {
    if ["- ", "* ", "+ "].contains(where: line.hasPrefix) { return (false, line.dropFirst(2)) }
    let digits = line.prefix { ("0"..."9").contains($0) }.count
    guard (1...9).contains(digits), line.dropFirst(digits).hasPrefix(". ") else { return nil }
    return (true, line.dropFirst(digits + 2))
  }
}
