/// Sorts a tree into what is read and what is attached, by RFC 8621 section 4.1.4, with two changes: pictures are always
/// attachments, and an alternative counts as plain text only if that text is not blank.
struct ReadableContent {
  let limits: Message.Limits
  private(set) var text = ""
  private(set) var hiddenText = ""
  private(set) var isCut = false
  private(set) var attachments: [Attachment] = []

  init(limits: Message.Limits) { self.limits = limits }

  /// A message that is one part is read if it is text of any kind; an attached one is never mixed into the outer text.
  mutating func visitRoot(_ root: Part) {
    if root.isText, !isAttached(root) { show(root) } else { visit(root, isFirst: true, inRelated: false) }
  }

  private mutating func visit(_ part: Part, isFirst: Bool, inRelated: Bool) {
    guard part.isMultipart, !part.isUnread else {
      if isReadable(part, isFirst: isFirst, inRelated: inRelated) { show(part) } else { attach(part) }
      return
    }
    if part.children.isEmpty {
      // No boundary was found: whatever stands here may be the report.
      show(part)
    } else if part.mediaType == "multipart/alternative" {
      visitAlternatives(part.children, inRelated: inRelated)
    } else if part.mediaType == "multipart/encrypted" {
      for leaf in part.leaves { attach(leaf) }
    } else {
      let isRelated = part.mediaType == "multipart/related"
      for (index, child) in part.children.enumerated() {
        visit(child, isFirst: index == 0, inRelated: isRelated)
      }
    }
  }

  /// Takes the first child with plain text, or else the last with HTML. Of the others only what is no text is kept.
  private mutating func visitAlternatives(_ children: [Part], inRelated: Bool) {
    let chosen =
      children.firstIndex { $0.leaves.contains { isText($0, "text/plain") && !isBlank($0) } }
      ?? children.lastIndex { $0.leaves.contains { isText($0, "text/html") } } ?? 0
    for (index, child) in children.enumerated() {
      if index == chosen {
        visit(child, isFirst: true, inRelated: inRelated)
      } else {
        for leaf in child.leaves where !isText(leaf, "text/plain") && !isText(leaf, "text/html") { attach(leaf) }
      }
    }
  }

  private func isText(_ part: Part, _ type: String) -> Bool { part.mediaType == type && !isAttached(part) }

  private func isAttached(_ part: Part) -> Bool { part.disposition?.value == "attachment" }

  private func isReadable(_ part: Part, isFirst: Bool, inRelated: Bool) -> Bool {
    guard !part.isUnread, part.mediaType == "text/plain" || part.mediaType == "text/html", !isAttached(part)
    else { return false }
    return isFirst || (!inRelated && part.fileName == nil)
  }

  /// Looks at the beginning only.
  private func isBlank(_ part: Part) -> Bool {
    let start = part.bodyRange.lowerBound
    let sample = part.source[start..<min(part.bodyRange.upperBound, start + 4096)]
    return part.encoding.decode(sample).allSatisfy(\.isMailSpace)
  }

  private mutating func attach(_ part: Part) {
    attachments.append(Attachment(part, number: attachments.count + 1))
  }

  // MARK: Text

  private mutating func show(_ part: Part) {
    var bytes = part.content()
    let blocks = part.mediaType == "text/html" ? [] : UUEncoding.blocks(in: bytes)
    for block in blocks.reversed() { bytes.removeSubrange(block.range) }
    let room = min(limits.maxDecodedText, limits.maxTotalText - min(limits.maxTotalText, text.utf8.count))
    // Four times: enough for any charset and for HTML, and still a bound.
    let isLong = bytes.count > room * 4
    let decoded = Charset.decode(bytes.prefix(room * 4), label: part.contentType["charset"])
    let read = readable(decoded, of: part, room: room)
    append(read.text)
    hiddenText += read.hidden
    for block in blocks { attachments.append(Attachment(block, number: attachments.count + 1)) }
    if isLong || read.isCut {
      isCut = true
      attach(part)
    }
  }

  private func readable(_ decoded: String, of part: Part, room: Int) -> (text: String, hidden: String, isCut: Bool) {
    if part.mediaType == "text/html" {
      let html = HTMLText(reading: decoded, limit: room)
      return (html.text, html.hiddenText, html.isCut)
    }
    var plain = PlainText.normalized(decoded)
    if part.contentType["format"]?.lowercased() == "flowed" {
      plain = Flowed.unwrapped(plain, deletesSpace: part.contentType["delsp"]?.lowercased() == "yes")
    }
    let cut = PlainText.prefix(of: plain, bytes: room)
    return (cut, "", cut.utf8.count < plain.utf8.count)
  }

  /// Two texts never run into each other.
  private mutating func append(_ more: String) {
    guard !more.isEmpty else { return }
    if !text.isEmpty, text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
    text += more
  }
}
