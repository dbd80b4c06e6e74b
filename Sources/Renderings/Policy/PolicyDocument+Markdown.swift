extension PolicyDocument {
  var markdown: String {
    (["# \(Self.escaped(title))"] + blocks.map(Self.markdown)).joined(separator: "\n\n") + "\n"
  }

  private static func markdown(_ block: Block) -> String {
    switch block {
    case .heading(let text): "## \(escaped(text))"
    case .prose(let words): words
    case .sentence(let text): escaped(text)
    case .points(let texts): texts.map { "- \(escaped($0))" }.joined(separator: "\n")
    case .facts(let facts):
      facts.map { fact in
        let text = escaped(fact.text)
        return "- \(escaped(fact.label)): \(fact.link.map { "[\(text)](\($0))" } ?? text)"
      }.joined(separator: "\n")
    case .table(let columns, let rows):
      ([columns, columns.map { _ in "---" }] + rows).enumerated()
        .map { index, row in "| \(row.map { index == 1 ? $0 : escaped($0) }.joined(separator: " | ")) |" }
        .joined(separator: "\n")
    }
  }

  /// Text on one line that Markdown shows as it is.
  private static func escaped(_ text: String) -> String {
    var output = ""
    for character in text {
      if character.isNewline {
        output += " "
      } else {
        if "\\`*_[]<>|".contains(character) { output += "\\" }
        output.append(character)
      }
    }
    return output
  }
}
