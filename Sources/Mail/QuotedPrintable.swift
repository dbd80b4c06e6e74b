/// Quoted-printable (RFC 2045 section 6.7).
enum QuotedPrintable {
  /// Soft line breaks are joined, blanks before a line end are dropped (they were added on the way),
  /// and an `=` that begins nothing stands for itself. In a header's encoded word blanks are never dropped.
  static func decode(_ bytes: ArraySlice<UInt8>, keepsBlanks: Bool = false) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    var blanks = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "="):
        blanks = 0
        if index + 2 < bytes.endIndex, let high = bytes[index + 1].hexValue, let low = bytes[index + 2].hexValue {
          out.append(high << 4 | low)
          index += 3
        } else if let next = softBreak(in: bytes, after: index) {
          index = next
        } else {
          out.append(byte)
          index += 1
        }
      case 0x20, 0x09:
        blanks += keepsBlanks ? 0 : 1
        out.append(byte)
        index += 1
      case 0x0D, 0x0A:
        out.removeLast(blanks)
        blanks = 0
        out.append(byte)
        index += 1
      default:
        blanks = 0
        out.append(byte)
        index += 1
      }
    }
    return out
  }

  /// Where the text goes on after `=`, blanks and a line end; nil if that is not what follows.
  private static func softBreak(in bytes: ArraySlice<UInt8>, after equals: Int) -> Int? {
    var index = equals + 1
    while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    if index == bytes.endIndex { return index }
    if bytes[index] == 0x0D, index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { return index + 2 }
    return bytes[index] == 0x0A ? index + 1 : nil
  }

  /// Writes text whose lines end in LF as lines of at most 76 characters that end in CR LF. Blanks at a line's end,
  /// `From ` and a lone dot at its start are encoded, so that no mail server on the way touches them.
  static func encode(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count + text.count / 8)
    for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if number > 0 { out += [0x0D, 0x0A] }
      encode(line: line, into: &out)
    }
    return out
  }

  private static func encode(line: ArraySlice<UInt8>, into out: inout [UInt8]) {
    let escapesFirst = line.starts(with: "From ".utf8) || line.first == UInt8(ascii: ".")
    var width = 0
    for index in line.indices {
      let byte = line[index]
      let isLast = index == line.endIndex - 1
      let plain =
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || (byte == 0x20 || byte == 0x09) && !isLast
      let piece = plain && !(escapesFirst && index == line.startIndex) ? [byte] : escaped(byte)
      if width + piece.count > (isLast ? 76 : 75) {
        out += [UInt8(ascii: "="), 0x0D, 0x0A]
        width = 0
      }
      out += piece
      width += piece.count
    }
  }

  static func escaped(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
