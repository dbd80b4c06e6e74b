/// Files pasted into text as `begin 644 name … end`, older than MIME and still met.
enum UUEncoding {
  /// One file and the lines it took.
  struct Block {
    var name: String
    var content: [UInt8]
    /// From the `begin` line up to and with the `end` line.
    var range: Range<Int>
  }

  /// The content of the first block, or nothing.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    blocks(in: Array(bytes), most: 1).first?.content ?? []
  }

  /// All blocks that have an `end`. A `begin` line is no data line (its first letter is out of range),
  /// so a thousand of them cost one pass and not a thousand.
  static func blocks(in text: [UInt8], most: Int = 100) -> [Block] {
    var found: [Block] = []
    var position = 0
    while found.count < most, let start = beginLine(in: text, from: position) {
      position = start
      let line = text.line(at: position, end: text.count)
      if let name = beginName(text[position..<line.end]), let block = block(in: text, from: position, line.next, name) {
        found.append(block)
        position = block.range.upperBound
      } else {
        position = line.next
      }
    }
    return found
  }

  /// Where the next line starts that starts with `begin `.
  private static func beginLine(in text: [UInt8], from position: Int) -> Int? {
    if text[position...].starts(with: "begin ".utf8) { return position }
    return text.firstIndex(of: "\nbegin ", in: position..<text.count).map { $0 + 1 }
  }

  private static func block(in text: [UInt8], from start: Int, _ first: Int, _ name: String) -> Block? {
    var content: [UInt8] = []
    var position = first
    while position < text.count {
      let line = text.line(at: position, end: text.count)
      let data = text[position..<line.end]
      if data.trimmed.elementsEqual("end".utf8) {
        return Block(name: name, content: content, range: start..<line.next)
      }
      guard append(data, to: &content) else { return nil }
      position = line.next
    }
    return nil
  }

  /// Takes one data line; false if it cannot be one. Blanks cut off at its end count as zeros.
  private static func append(_ line: ArraySlice<UInt8>, to content: inout [UInt8]) -> Bool {
    guard let first = line.first else { return true }
    guard (0x20...0x60).contains(first) else { return false }
    let length = Int(first - 0x20) & 63
    let needed = (length + 2) / 3 * 4
    guard line.count <= needed + 3 else { return false }
    var bits: UInt32 = 0
    var bytes: [UInt8] = []
    for digit in 0..<needed {
      let index = line.startIndex + 1 + digit
      let byte = index < line.endIndex ? line[index] : 0x20
      guard (0x20...0x60).contains(byte) else { return false }
      bits = bits << 6 | UInt32(byte - 0x20) & 63
      if digit % 4 == 3 {
        bytes += [
          UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits),
        ]
      }
    }
    content += bytes.prefix(length)
    return true
  }

  /// The file name in `begin 644 name`, or nil if the line is another.
  private static func beginName(_ line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "begin ".utf8), line.count <= 300 else { return nil }
    let words = line.split(separator: 0x20, maxSplits: 2)
    guard words.count == 3, (3...4).contains(words[1].count), words[1].allSatisfy({ (0x30...0x37).contains($0) })
    else { return nil }
    return Charset.decodeUnlabelled(words[2].trimmed)
  }
}
