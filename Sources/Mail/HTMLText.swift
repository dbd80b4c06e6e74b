/// HTML as text: a tokeniser without a tree (names of WHATWG HTML section 13.2.5), linear in its input. Scripts, styles
/// and comments are dropped, links show their real target, pictures are named and never fetched. Text that was told
/// to be invisible is put aside.
struct HTMLText {
  private(set) var isCut = false
  var text: String { visible.finished }
  var hiddenText: String { hidden.finished }

  private var visible = TextWriter()
  private var hidden = TextWriter()
  private var open = OpenElements()
  private var limit: Int

  /// `limit` bounds the bytes that come out.
  init(reading html: String, limit: Int) {
    self.limit = limit
    var tokens = HTMLTokens(html)
    while let token = tokens.next() {
      switch token {
      case .text(let bytes): write(bytes)
      case .start(let tag): start(tag)
      case .end(let name): end(name)
      }
      if visible.count + hidden.count > limit {
        isCut = true
        break
      }
    }
    while open.last != nil { closeLast() }
  }

  private mutating func withWriter(_ body: (inout TextWriter) -> Void) {
    if open.hides { body(&hidden) } else { body(&visible) }
  }

  private mutating func write(_ bytes: [UInt8]) {
    let pre = open.isPreformatted
    // A hostile text has no line end to stop at.
    let room = max(0, limit - visible.count - hidden.count + 1)
    withWriter { $0.write(bytes.prefix(room), preformatted: pre) }
  }

  private mutating func start(_ tag: HTMLTokens.Tag) {
    switch tag.name {
    case "br": withWriter { $0.lineBreak() }
    case "hr": withWriter { $0.rule() }
    case "img": picture(tag)
    case "td", "th": withWriter { $0.cell() }
    case "li":
      closeImplied("li")
      withWriter { $0.item() }
    default:
      if tag.name == "p" { closeImplied("p") }
      if tag.name == "a" { closeImplied("a") }
      if let breaks = Self.breaks[tag.name] { withWriter { $0.block(breaks) } }
    }
    guard !tag.isVoid, !open.isFull else { return }
    var element = OpenElements.Element(name: tag.name)
    element.hasBackground = HTMLStyle.hasBackground(tag)
    element.hides = HTMLStyle.hides(tag, onBackground: open.haveBackground)
    if tag.name == "a", let target = tag["href"], !target.isEmpty { element.link = (target, visible.count) }
    if tag.name == "blockquote" { withWriter { $0.quoteDepth += 1 } }
    open.push(element)
  }

  private mutating func end(_ name: String) {
    guard open.contains(name) else {
      if name == "p" { withWriter { $0.block(2) } }
      return
    }
    while let last = open.last {
      closeLast()
      if last.name == name { break }
    }
  }

  /// An element that a start tag of the same kind closes, if it is the innermost.
  private mutating func closeImplied(_ name: String) {
    if open.last?.name == name { closeLast() }
  }

  private mutating func closeLast() {
    guard let element = open.last else { return }
    if let link = element.link { withWriter { $0.link(to: link.target, from: link.start) } }
    if element.name == "blockquote" { withWriter { $0.quoteDepth = max(0, $0.quoteDepth - 1) } }
    if let breaks = Self.breaks[element.name] { withWriter { $0.block(breaks) } }
    open.pop()
  }

  private mutating func picture(_ tag: HTMLTokens.Tag) {
    let name = tag["alt"] ?? ""
    let source = (tag["src"] ?? "").lowercased()
    let isRemote = !source.hasPrefix("cid:") && !source.hasPrefix("data:")
    let label = isRemote ? "remote picture, not loaded" : "picture"
    withWriter { $0.write(Array("[\(label)\(name.isEmpty ? "" : ": \(name)")]".utf8)[...], preformatted: false) }
  }

  /// Blocks and how many line ends they want around them.
  private static let breaks: [String: Int] = {
    var table = ["p": 2, "blockquote": 2, "pre": 2, "ul": 1, "ol": 1, "table": 1, "tr": 1, "title": 2, "listing": 2]
    for name in ["h1", "h2", "h3", "h4", "h5", "h6"] { table[name] = 2 }
    for name in [
      "div", "section", "article", "header", "footer", "main", "nav", "aside", "address", "center", "form", "fieldset",
      "dl", "dt", "dd", "figure", "figcaption", "details", "summary", "body", "caption", "li", "textarea", "option",
    ] { table[name] = 1 }
    return table
  }()
}
