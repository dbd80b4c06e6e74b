extension HTML {
  /// Emphasis, code and links within a paragraph.
  static func inline(_ text: Substring) -> HTML {
    MarkdownInline(bytes: Array(text.utf8)).markup(0, text.utf8.count, depth: 0)
  }
}

/// Works on bytes: every mark is ASCII, so what lies between two marks is whole UTF-8.
private struct MarkdownInline {
  let bytes: [UInt8]

  func markup(_ start: Int, _ end: Int, depth: Int) -> HTML {
    var parts: [HTML] = []
    var search = Search(bytes: bytes, end: end)
    var plain = start
    var place = start
    while place < end {
      guard let found = element(at: place, start: start, end: end, depth: depth, search: &search) else {
        place += 1
        continue
      }
      parts.append(text(plain, place))
      parts.append(found.markup)
      place = found.end
      plain = place
    }
    parts.append(text(plain, end))
    return parts.joined()
  }

  private func text(_ start: Int, _ end: Int) -> HTML { HTML(text: string(start, end)) }

  private func string(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  private func element(
    at place: Int, start: Int, end: Int, depth: Int, search: inout Search
  ) -> (markup: HTML, end: Int)? {
    switch bytes[place] {
    case UInt8(ascii: "\\"):
      guard place + 1 < end, "\\`*_[]()<>#-!.".utf8.contains(bytes[place + 1]) else { return nil }
      return (text(place + 1, place + 2), place + 2)
    case UInt8(ascii: "`"):
      guard let close = search.next("`", from: place + 1), close > place + 1 else { return nil }
      return ("<code>\(string(place + 1, close))</code>", close + 1)
    case UInt8(ascii: "*") where depth < 3:
      let isStrong = place + 1 < end && bytes[place + 1] == UInt8(ascii: "*")
      return emphasis(
        isStrong ? "**" : "*", isStrong ? "strong" : "em", at: place, end: end, depth: depth, search: &search)
    case UInt8(ascii: "_") where depth < 3:
      // Underscores within words are part of names.
      guard place == start || !isWord(bytes[place - 1]) else { return nil }
      return emphasis("_", "em", at: place, end: end, depth: depth, search: &search)
    case UInt8(ascii: "["): return link(at: place, search: &search)
    case UInt8(ascii: "<"):
      guard let close = search.next(">", from: place + 1), let address = address(place + 1, close) else { return nil }
      return (anchor(address, HTML(text: address)), close + 1)
    default: return nil
    }
  }

  private func emphasis(
    _ mark: String, _ tag: HTML, at place: Int, end: Int, depth: Int, search: inout Search
  ) -> (markup: HTML, end: Int)? {
    let inside = place + mark.utf8.count
    guard inside < end, !isBlank(bytes[inside]), let close = search.next(mark, from: inside), close > inside,
      !isBlank(bytes[close - 1])
    else { return nil }
    let after = close + mark.utf8.count
    if mark == "_", after < end, isWord(bytes[after]) { return nil }
    return ("<\(tag)>\(markup(inside, close, depth: depth + 1))</\(tag)>", after)
  }

  private func link(at place: Int, search: inout Search) -> (markup: HTML, end: Int)? {
    guard let middle = search.next("](", from: place + 1), let close = search.next(")", from: middle + 2),
      let address = address(middle + 2, close)
    else { return nil }
    return (anchor(address, text(place + 1, middle)), close + 1)
  }

  /// The bound keeps a text full of openers before one long address from costing its square.
  private func address(_ start: Int, _ end: Int) -> String? {
    guard end - start <= 2048 else { return nil }
    let address = string(start, end)
    return WebLink.isSafe(address) ? address : nil
  }

  private func anchor(_ address: String, _ label: HTML) -> HTML {
    "<a href=\"\(address)\" rel=\"noreferrer nofollow\">\(label)</a>"
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}

/// Finds marks ahead and remembers where, so that a text full of openers without closers is not searched again and again.
private struct Search {
  let bytes: [UInt8]
  let end: Int
  private var known: [String: Int] = [:]

  init(bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
  }

  /// The first place of the mark at or after `start`; callers never go back behind an earlier `start` by much.
  mutating func next(_ mark: String, from start: Int) -> Int? {
    if let place = known[mark], place >= start { return place < end ? place : nil }
    let pattern = Array(mark.utf8)
    var place = start
    while place + pattern.count <= end, !bytes[place..<(place + pattern.count)].elementsEqual(pattern) { place += 1 }
    let found = place + pattern.count <= end ? place : end
    known[mark] = found
    return found < end ? found : nil
  }
}

/// Which addresses may become links.
enum WebLink {
  /// https, then only characters that need no quoting: no blanks, quotes, brackets or control characters.
  static func isSafe(_ address: String) -> Bool {
    let prefix = "https://"
    return address.hasPrefix(prefix) && address.utf8.count > prefix.utf8.count
      && address.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"'<>\\^`{|}[]()".utf8.contains($0) }
  }
}
