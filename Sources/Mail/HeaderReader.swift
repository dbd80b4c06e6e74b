extension PartReader {
  /// Reads fields up to the blank line, a boundary, or the end. Leaves `position` at the first byte of the body and
  /// `stop` at what cut the header short, if something did.
  mutating func readHeader() -> [Field] {
    let start = position
    var fields: [Field] = []
    var stored = 0
    stop = nil
    while true {
      guard position < end else {
        stop = .end
        break
      }
      let line = source.line(at: position, end: end)
      if let hit = boundary(at: position, line.end) {
        stop = hit
        break
      }
      if line.end == position {
        position = line.next
        break
      }
      guard let colon = colon(from: position, to: line.end) else {
        if isSkippable(line, atTop: fields.isEmpty && position == start) {
          note(.headerLine, "a line that is no field", at: position)
          position = line.next
          continue
        }
        // Most likely somebody forgot the blank line: better a strange body than a lost one.
        note(.headerLine, "the body starts without a blank line", at: position)
        break
      }
      let field = field(from: position, colon: colon, first: line)
      stored += field.bytes.count + field.name.utf8.count
      if fields.count < limits.maxFields, stored <= limits.maxHeaderBytes {
        fields.append(field)
      } else {
        note(.limit, "header fields", at: position)
      }
    }
    return fields
  }

  /// The field with its folded lines; moves `position` behind it.
  private mutating func field(from start: Int, colon: Int, first line: Line) -> Field {
    var valueEnd = line.end
    position = line.next
    while position < end, source[position] == 0x20 || source[position] == 0x09 {
      let next = source.line(at: position, end: end)
      valueEnd = next.end
      position = next.next
    }
    if valueEnd - colon > limits.maxFieldBytes {
      note(.limit, "a header field", at: start)
      valueEnd = colon + 1 + limits.maxFieldBytes
    }
    let name = source[start..<colon].trimmed
    return Field(name: String(decoding: name, as: UTF8.self), bytes: source[min(colon + 1, valueEnd)..<valueEnd])
  }

  /// Where the name ends, if the line is a field: printable ASCII, then perhaps blanks (RFC 5322 section 4.5), then `:`.
  private func colon(from start: Int, to lineEnd: Int) -> Int? {
    var index = start
    while index < lineEnd, (0x21...0x7E).contains(source[index]), source[index] != UInt8(ascii: ":") { index += 1 }
    guard index > start else { return nil }
    while index < lineEnd, source[index] == 0x20 || source[index] == 0x09 { index += 1 }
    return index < lineEnd && source[index] == UInt8(ascii: ":") ? index : nil
  }

  /// An mbox `From ` line, or rubbish between two fields.
  private func isSkippable(_ line: Line, atTop: Bool) -> Bool {
    let text = source[position..<line.end]
    if text.starts(with: "From ".utf8) || text.starts(with: ">From ".utf8) { return true }
    guard !atTop, line.next < end else { return false }
    let next = source.line(at: line.next, end: end)
    return colon(from: line.next, to: next.end) != nil
  }
}
