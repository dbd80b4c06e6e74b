/// Reads the tree in one pass over the lines. Open boundaries lie on a stack that every line starting with `--` is held
/// against, so an outer boundary ends an inner part, and depth does not multiply the work. Recursion is bounded by
/// `limits.maxDepth`.
struct PartReader {
  let source: [UInt8]
  let limits: Message.Limits
  let end: Int
  var position = 0
  var stop: Stop?
  var oddities: [Oddity] = []
  var partCount: Int
  private var boundaries: [[UInt8]] = []

  /// What ended a header or a body.
  enum Stop {
    case end
    case boundary(level: Int, closes: Bool)
  }

  init(_ source: [UInt8], limits: Message.Limits, partCount: Int = 0) {
    self.source = source
    self.limits = limits
    self.partCount = partCount
    end = source.count
  }

  mutating func read() -> Part { readPart(byDefault: "text/plain", depth: 0) }

  /// Reads one part from `position` and leaves `stop` at what ended it.
  mutating func readPart(byDefault defaultType: String, depth: Int) -> Part {
    partCount += 1
    let start = position
    let fields = readHeader()
    let bodyStart = position
    let description = Description(fields, byDefault: defaultType)
    note(description, at: start)
    var isUnread = false
    var children: [Part] = []
    var bodyEnd = bodyStart
    if partCount > limits.maxParts {
      note(.limit, "parts", at: start)
      isUnread = true
      position = end
      bodyEnd = end
      stop = .end
    } else if stop != nil {
      skipBoundaryLine()
    } else if description.nests, depth >= limits.maxDepth {
      note(.limit, "depth", at: start)
      isUnread = true
      bodyEnd = skipBody()
    } else if description.isMultipart {
      (children, bodyEnd) = readChildren(of: description, depth: depth)
    } else if description.isMessage {
      (children, bodyEnd) = readMessage(encoding: description.encoding, depth: depth)
    } else {
      bodyEnd = skipBody()
    }
    return Part(
      source: source, headerRange: start..<bodyStart, bodyRange: bodyStart..<max(bodyStart, bodyEnd), fields: fields,
      contentType: description.contentType, disposition: description.disposition, encoding: description.encoding,
      children: children, isUnread: isUnread)
  }

  private mutating func readChildren(of description: Description, depth: Int) -> ([Part], bodyEnd: Int) {
    let bodyStart = position
    guard let boundary = description.boundary else {
      note(.boundary, "a multipart without a boundary", at: bodyStart)
      return ([], skipBody())
    }
    boundaries.append(boundary)
    let level = boundaries.count
    var children: [Part] = []
    var bodyEnd = skipBody()  // the preamble
    var closed = false
    while case .boundary(level, let closes) = stop {
      if closes {
        closed = true
        break
      }
      let child = readPart(byDefault: description.childType, depth: depth + 1)
      bodyEnd = child.bodyRange.upperBound
      children.append(child)
    }
    boundaries.removeLast()
    if closed {
      bodyEnd = skipBody()  // the epilogue
    } else {
      note(.boundary, "a multipart without its end", at: bodyStart)
    }
    return (children, bodyEnd)
  }

  /// The message inside a message. Encoded ones, which RFC 2046 forbids and mailers send, are decoded first and become
  /// a source of their own.
  private mutating func readMessage(encoding: TransferEncoding, depth: Int) -> ([Part], bodyEnd: Int) {
    if encoding == .identity {
      let inner = readPart(byDefault: "text/plain", depth: depth + 1)
      return ([inner], inner.bodyRange.upperBound)
    }
    let bodyStart = position
    let bodyEnd = skipBody()
    var reader = PartReader(encoding.decode(source[bodyStart..<bodyEnd]), limits: limits, partCount: partCount)
    let inner = reader.readPart(byDefault: "text/plain", depth: depth + 1)
    partCount = reader.partCount
    // Offsets inside another source would mislead: the attachment's own place is what people can look up.
    for oddity in reader.oddities { note(oddity.code, oddity.reason, at: bodyStart) }
    return ([inner], bodyEnd)
  }

  /// Moves behind the next boundary line of any open level, or to the end. Gives where the body ended.
  private mutating func skipBody() -> Int {
    let start = position
    while !boundaries.isEmpty, let lineStart = lineOfDashes() {
      let line = source.line(at: lineStart, end: end)
      position = line.next
      if let hit = boundary(at: lineStart, line.end) {
        stop = hit
        return lineEndBefore(lineStart, notBefore: start)
      }
    }
    position = end
    stop = .end
    return end
  }

  /// The first line from `position` on that starts with `--`: only such a line can be a boundary, and finding it this way
  /// passes everything else at the speed of memory.
  private func lineOfDashes() -> Int? {
    if source[position..<end].starts(with: "--".utf8) { return position }
    return source.firstIndex(of: "\n--", in: position..<end).map { $0 + 1 }
  }

  private mutating func skipBoundaryLine() {
    guard case .boundary = stop else { return }
    position = source.line(at: position, end: end).next
  }

  private func lineEndBefore(_ index: Int, notBefore start: Int) -> Int {
    guard index > start, source[index - 1] == 0x0A else { return max(index, start) }
    return index - 2 >= start && source[index - 2] == 0x0D ? index - 2 : index - 1
  }

  /// Whether the line is `--boundary` or `--boundary--` of an open multipart, innermost first; blanks behind it are
  /// allowed. The whole line is compared: a boundary may be the beginning of another.
  func boundary(at start: Int, _ lineEnd: Int) -> Stop? {
    guard !boundaries.isEmpty, lineEnd - start > 2, source[start] == UInt8(ascii: "-"),
      source[start + 1] == UInt8(ascii: "-")
    else { return nil }
    var textEnd = lineEnd
    while textEnd > start, source[textEnd - 1] == 0x20 || source[textEnd - 1] == 0x09 { textEnd -= 1 }
    let length = textEnd - start - 2
    guard length > 0, length <= Description.longestBoundary + 2 else { return nil }
    let text = source[(start + 2)..<textEnd]
    for level in stride(from: boundaries.count, through: 1, by: -1) {
      let boundary = boundaries[level - 1]
      if length == boundary.count, text.elementsEqual(boundary) { return .boundary(level: level, closes: false) }
      if length == boundary.count + 2, text.suffix(2).elementsEqual("--".utf8), text.starts(with: boundary) {
        return .boundary(level: level, closes: true)
      }
    }
    return nil
  }

  /// Keeps the first hundred; a hostile mail could make millions.
  mutating func note(_ code: Oddity.Code, _ reason: String, at offset: Int) {
    guard oddities.count < 100, !(oddities.last?.code == code && oddities.last?.reason == reason) else { return }
    oddities.append(Oddity(code: code, reason: reason, offset: offset))
  }

  private mutating func note(_ description: Description, at start: Int) {
    if description.hasTwoContentTypes { note(.repeatedField, "Content-Type", at: start) }
    if description.isContentTypeUnreadable { note(.contentType, "a Content-Type that is none", at: start) }
    if description.hasUnknownCharset { note(.charset, "an unknown charset", at: start) }
  }
}
