extension HTMLTokens {
  /// Replaces `&amp;`, `&#8211;` and `&#x2013;` (WHATWG HTML section 13.2.5.72), with or without the `;`.
  static func decodingReferences(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(in: bytes, at: index + 1) {
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index = end
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }

  private static func reference(in bytes: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, end: Int)? {
    guard start < bytes.endIndex else { return nil }
    if bytes[start] == UInt8(ascii: "#") { return number(in: bytes, at: start + 1) }
    let word = bytes[start...].prefix(10).prefix { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard let scalar = HTMLEntities.scalar(named: String(decoding: word, as: UTF8.self)) else { return nil }
    let ends = word.endIndex < bytes.endIndex && bytes[word.endIndex] == UInt8(ascii: ";")
    // In a URL `&copy=1` is a parameter, not a sign.
    guard ends || !(word.endIndex < bytes.endIndex && bytes[word.endIndex] == UInt8(ascii: "=")) else { return nil }
    return (scalar, word.endIndex + (ends ? 1 : 0))
  }

  private static func number(in bytes: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, end: Int)? {
    let isHex = start < bytes.endIndex && bytes[start].lowercasedASCII == UInt8(ascii: "x")
    var index = isHex ? start + 1 : start
    let first = index
    var value: UInt32 = 0
    while index < bytes.endIndex, let digit = bytes[index].hexValue, isHex || digit < 10 {
      value = min(value * (isHex ? 16 : 10) + UInt32(digit), 0x11_0000)
      index += 1
    }
    guard index > first else { return nil }
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: ";") { index += 1 }
    if (0x80...0x9F).contains(value) {
      // Numbers of windows-1252, which browsers forgive.
      return (Charset.decodeWindows1252([UInt8(value)]).unicodeScalars.first ?? "\u{FFFD}", index)
    }
    return (value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}", index)
  }
}
