import Yams

/// From text to a tree of sections.
enum Document {
  /// The root of the file, or nil when it is no mapping, with the reason among the findings.
  static func compose(_ text: String, _ findings: Findings) -> Section? {
    guard text.utf8.count <= PolicyFile.limit else {
      findings.error("", 1, "is larger than \(PolicyFile.limit / 1_024) KB; no policy needs that")
      return nil
    }
    if let (line, reason) = Restrictions.offence(in: text) {
      findings.error("", line, reason)
      return nil
    }
    guard let node = parse(text, findings) else { return nil }
    guard let mapping = node.mapping else {
      findings.error("", node.mark?.line ?? 1, "must be a mapping of keys such as “project:” and “clocks:”")
      return nil
    }
    return Section(mapping, path: "", line: 1, findings: findings)
  }

  private static func parse(_ text: String, _ findings: Findings) -> Node? {
    var text = text
    // The parser stops at the first key that is there twice. Such a key gets a mark, which `Section` reports with its
    // path, and the rest of the file is read as well.
    for _ in 0..<5 {
      do {
        // No resolver: `7.10` stays the text 7.10, and `no` stays a word. The encoding is named, since the default
        // would be read from the environment.
        guard let node = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot() else {
          findings.error("", 1, "is empty")
          return nil
        }
        return node
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let marked = marking(context.mark, in: text) else {
          findings.error(keys.first ?? "", context.mark.line, "stands in this section more than once")
          return nil
        }
        text = marked
      } catch {
        let (line, reason) = describe(error)
        findings.error("", line, reason)
        return nil
      }
    }
    findings.error("", 1, "holds many keys more than once; each may stand only once in its section")
    return nil
  }

  /// Stands before a key that is repeated further down. A private-use character, which no key of ours begins with.
  static let repeated: Character = "\u{E0FF}"

  private static func marking(_ mark: Mark, in text: String) -> String? {
    var scalars = text.unicodeScalars
    var place = scalars.startIndex
    var line = 1
    while line < mark.line, place < scalars.endIndex {
      let scalar = scalars[place]
      place = scalars.index(after: place)
      // The line ends of YAML 1.1, as the parser counts them.
      guard ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) else { continue }
      if scalar == "\r", place < scalars.endIndex, scalars[place] == "\n" { place = scalars.index(after: place) }
      line += 1
    }
    guard mark.column >= 1,
      let key = scalars.index(place, offsetBy: mark.column - 1, limitedBy: scalars.endIndex)
    else { return nil }
    scalars.insert(contentsOf: String(repeated).unicodeScalars, at: key)
    return String(scalars)
  }

  private static func describe(_ error: any Error) -> (line: Int, reason: String) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      (mark.line, "is not valid YAML here: \(problem)")
    case YamlError.reader(let problem, let offset, _, let yaml):
      (yaml.prefix(offset ?? 0).reduce(1) { $0 + ($1.isNewline ? 1 : 0) }, "is not valid YAML here: \(problem)")
    default: (1, "is not valid YAML")
    }
  }
}
