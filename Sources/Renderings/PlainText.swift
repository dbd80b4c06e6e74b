/// Text for mailing lists and terminals: lines of 72 columns, no control characters.
struct PlainText {
  private(set) var text = ""
  private let width = 72

  mutating func title(_ title: String) {
    let title = Self.clean(title, keepingLines: false)
    wrap(title)
    text += String(repeating: "=", count: min(max(title.count, 1), width)) + "\n"
  }

  mutating func heading(_ title: String) {
    text += "\n\(title)\n" + String(repeating: "-", count: title.count) + "\n"
  }

  mutating func blank() { text += "\n" }

  /// `Name:     value`, further lines under the value.
  mutating func field(_ name: String, _ value: String) {
    let label = name + ":"
    wrap(
      Self.clean(value, keepingLines: false), first: label + String(repeating: " ", count: max(1, 13 - label.count)),
      rest: 13)
  }

  mutating func item(_ content: String, mark: String = "- ", indent: Int = 0) {
    let blank = String(repeating: " ", count: indent)
    wrap(Self.clean(content, keepingLines: false), first: blank + mark, rest: indent + mark.count)
  }

  /// Markdown as it is, each paragraph filled; code, lists and indented lines keep their lines.
  mutating func markdown(_ source: String, indent: Int = 0) {
    let blank = String(repeating: " ", count: indent)
    var paragraph: [Substring] = []
    var isCode = false
    func isKept(_ line: Substring) -> Bool {
      isCode || ["    ", "\t", "```", "- ", "* ", "#", ">"].contains(where: line.hasPrefix)
        || line.first?.isNumber == true
    }
    func flush(into output: inout PlainText) {
      if !paragraph.isEmpty { output.wrap(paragraph.joined(separator: " "), first: blank, rest: indent) }
      paragraph = []
    }
    for line in Self.clean(source, keepingLines: true).split(separator: "\n", omittingEmptySubsequences: false) {
      if isKept(line) {
        flush(into: &self)
        if line.hasPrefix("```") { isCode.toggle() }
        text += blank + line + "\n"
      } else if line.allSatisfy(\.isWhitespace) {
        flush(into: &self)
        text += "\n"
      } else {
        paragraph.append(line)
      }
    }
    flush(into: &self)
  }

  private mutating func wrap(_ content: String, first: String = "", rest: Int = 0) {
    var line = first
    var isFresh = true
    for word in content.split(whereSeparator: \.isWhitespace) {
      // A word that is too long stays whole: addresses must not be broken.
      if !isFresh, line.count + 1 + word.count > width {
        text += line + "\n"
        line = String(repeating: " ", count: rest)
        isFresh = true
      }
      line += isFresh ? String(word) : " " + word
      isFresh = false
    }
    text += line + "\n"
  }

  /// Terminals obey control characters, so none is passed on.
  private static func clean(_ text: String, keepingLines: Bool) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\n" || scalar == "\t": output.append(keepingLines ? scalar : " ")
      case .control where scalar == "\r": break
      case .control, .lineSeparator, .paragraphSeparator: output.append(" ")
      case .format where scalar != "\u{200D}": break
      default: output.append(scalar)
      }
    }
    return String(output)
  }
}
