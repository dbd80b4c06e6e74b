/// Cuts HTML into texts and tags. Every byte is looked at a bounded number of times.
struct HTMLTokens {
  enum Token {
    /// Character references already replaced.
    case text([UInt8])
    case start(Tag)
    case end(String)
  }

  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)] = []
    var isVoid = false

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private let bytes: [UInt8]
  private var index = 0
  /// Inside an element whose content is no markup; its text is dropped.
  private var rawElement: String?

  private static let mostAttributes = 50
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]
  private static let dropped: Set<String> = ["script", "style", "iframe", "noembed", "noframes"]

  init(_ html: String) { bytes = Array(html.utf8) }

  mutating func next() -> Token? {
    while index < bytes.count {
      if let name = rawElement {
        skipRaw(name)
        rawElement = nil
      } else if bytes[index] != UInt8(ascii: "<") {
        return .text(text())
      } else if let token = markup() {
        return token
      }
    }
    return nil
  }

  private func byte(_ offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

  private mutating func text() -> [UInt8] {
    let end = bytes.firstIndex(of: UInt8(ascii: "<"), in: index..<bytes.count) ?? bytes.count
    defer { index = end }
    return HTMLTokens.decodingReferences(bytes[index..<end])
  }

  /// A tag, or nil for a comment and its like; a `<` that opens nothing is text.
  private mutating func markup() -> Token? {
    switch byte(1) {
    case UInt8(ascii: "!") where byte(2) == UInt8(ascii: "-") && byte(3) == UInt8(ascii: "-"):
      skipComment()
      return nil
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      index = (bytes.firstIndex(of: UInt8(ascii: ">"), in: index..<bytes.count) ?? bytes.count - 1) + 1
      return nil
    case UInt8(ascii: "/"):
      index += 2
      let name = name()
      index = (bytes.firstIndex(of: UInt8(ascii: ">"), in: index..<bytes.count) ?? bytes.count - 1) + 1
      return name.isEmpty ? nil : .end(name)
    case .some(0x41...0x5A), .some(0x61...0x7A):
      index += 1
      let tag = tag()
      if Self.dropped.contains(tag.name) { rawElement = tag.name }
      return Self.dropped.contains(tag.name) ? nil : .start(tag)
    default:
      index += 1
      return .text([UInt8(ascii: "<")])
    }
  }

  private mutating func skipComment() {
    index += 4
    // `<!-->` is a whole comment.
    if byte(0) == UInt8(ascii: ">") {
      index += 1
      return
    }
    while let end = bytes.firstIndex(of: UInt8(ascii: ">"), in: index..<bytes.count) {
      index = end + 1
      if end >= 2, bytes[end - 1] == UInt8(ascii: "-"), bytes[end - 2] == UInt8(ascii: "-") { return }
    }
    index = bytes.count
  }

  /// To behind `</name`; the rest of that tag is read as text up to `>` by nobody.
  private mutating func skipRaw(_ name: String) {
    while let open = bytes.firstIndex(of: UInt8(ascii: "<"), in: index..<bytes.count) {
      index = open + 1
      guard byte(0) == UInt8(ascii: "/") else { continue }
      let candidate = bytes[(index + 1)..<min(bytes.count, index + 1 + name.utf8.count)]
      guard candidate.lazy.map(\.lowercasedASCII).elementsEqual(name.utf8) else { continue }
      index = (bytes.firstIndex(of: UInt8(ascii: ">"), in: index..<bytes.count) ?? bytes.count - 1) + 1
      return
    }
    index = bytes.count
  }

  /// Small letters; names longer than any real one are cut.
  private mutating func name() -> String {
    let start = index
    while let byte = byte(0), !byte.isMailSpace, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/"), byte != 0x0C {
      index += 1
    }
    return bytes[start..<index].prefix(40).lowercasedText
  }

  private mutating func tag() -> Tag {
    var tag = Tag(name: name())
    tag.isVoid = Self.void.contains(tag.name)
    while let byte = byte(0) {
      if byte == UInt8(ascii: ">") {
        index += 1
        break
      }
      if byte.isMailSpace || byte == UInt8(ascii: "/") || byte == 0x0C {
        index += 1
        continue
      }
      let attribute = attribute()
      if tag.attributes.count < Self.mostAttributes { tag.attributes.append(attribute) }
    }
    return tag
  }

  private mutating func attribute() -> (name: String, value: String) {
    let start = index
    index += 1
    while let byte = byte(0), !byte.isMailSpace, byte != UInt8(ascii: "="), byte != UInt8(ascii: ">"),
      byte != UInt8(ascii: "/")
    {
      index += 1
    }
    let name = bytes[start..<index].prefix(40).lowercasedText
    let afterName = index
    skipSpace()
    guard byte(0) == UInt8(ascii: "=") else {
      index = afterName
      return (name, "")
    }
    index += 1
    skipSpace()
    let valueStart: Int
    let valueEnd: Int
    if let quote = byte(0), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      valueStart = index + 1
      valueEnd = bytes.firstIndex(of: quote, in: valueStart..<bytes.count) ?? bytes.count
      index = min(valueEnd + 1, bytes.count)
    } else {
      valueStart = index
      while let byte = byte(0), !byte.isMailSpace, byte != UInt8(ascii: ">") { index += 1 }
      valueEnd = index
    }
    let value = HTMLTokens.decodingReferences(bytes[valueStart..<max(valueStart, valueEnd)].prefix(4000))
    return (name, String(decoding: value, as: UTF8.self))
  }

  private mutating func skipSpace() {
    while let byte = byte(0), byte.isMailSpace { index += 1 }
  }
}
