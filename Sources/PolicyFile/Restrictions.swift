/// What YAML allows and a policy has no need of, refused before the parser sees it.
///
/// An alias repeats what an anchor names, and aliases of aliases grow without bound; a key that is itself a tree is
/// hashed again at each level. The rule is wider than the grammar, so that nothing slips through: an ampersand that
/// begins a word is refused even inside text, where writing “and” is just as good.
enum Restrictions {
  static func offence(in text: String) -> (line: Int, reason: String)? {
    var line = 1
    var before: UInt8 = 0x0A
    let bytes = Array(text.utf8)
    for (place, byte) in bytes.enumerated() {
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0x0A
      if byte == UInt8(ascii: "&"), isName(next), !isWord(before) {
        return (line, "uses a YAML anchor (&…), which a policy must not; in a text, put a space after the ampersand")
      }
      if byte == UInt8(ascii: "?"), isBlank(next), startsToken(before) {
        return (line, "uses a YAML key with a question mark (? …), which a policy must not")
      }
      if byte == 0x0A { line += 1 }
      before = byte
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    // A blank, a line end, or the first byte of one of Unicode's.
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0xC2 || byte == 0xE2
  }

  /// Whether a token may begin after this byte: blanks, line ends (Unicode's by their last byte), brackets and quotes.
  private static func startsToken(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0D, 0x85, 0xA8, 0xA9, 0xBF].contains(byte) || "[]{},\"'".utf8.contains(byte)
  }
}
