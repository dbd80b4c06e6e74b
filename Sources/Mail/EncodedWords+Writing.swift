extension EncodedWords {
  /// The text as encoded words (RFC 2047) of at most 60 characters, none of which tears a character. Uses only the
  /// letters that are safe inside a display name as well (section 5, rule 3).
  static func encode(_ text: String) -> [String] {
    let others = text.utf8.count { !isLiteral($0) && $0 != 0x20 }
    let usesBase64 = others * 3 > text.utf8.count
    let room = usesBase64 ? 36 : 48
    var words: [String] = []
    var chunk: [UInt8] = []
    var width = 0
    for scalar in text.unicodeScalars {
      let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      let cost = usesBase64 ? bytes.count : bytes.reduce(0) { $0 + (isLiteral($1) || $1 == 0x20 ? 1 : 3) }
      if width + cost > room {
        words.append(word(chunk, usesBase64: usesBase64))
        chunk = []
        width = 0
      }
      chunk += bytes
      width += cost
    }
    if !chunk.isEmpty { words.append(word(chunk, usesBase64: usesBase64)) }
    return words
  }

  private static func word(_ bytes: [UInt8], usesBase64: Bool) -> String {
    if usesBase64 { return "=?utf-8?B?\(Base64.encode(bytes))?=" }
    let text = bytes.flatMap { byte -> [UInt8] in
      if byte == 0x20 { return [UInt8(ascii: "_")] }
      return isLiteral(byte) ? [byte] : QuotedPrintable.escaped(byte)
    }
    return "=?utf-8?Q?\(String(decoding: text, as: UTF8.self))?="
  }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: "!")
    }
  }
}
