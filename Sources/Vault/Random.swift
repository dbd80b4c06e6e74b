/// Tokens that cannot be guessed: ids, links, secrets.
public enum Random {
  /// Crockford's base 32 in lower case: no i, l, o, u, so nothing is misread aloud or on paper.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// The number of characters of a token.
  public static let length = 26

  /// 128 random bits as 26 characters.
  public static func token() -> String {
    var generator = SystemRandomNumberGenerator()
    return token(using: &generator)
  }

  /// 128 bits from `generator` as 26 characters; the first one carries 3 bits.
  public static func token(using generator: inout some RandomNumberGenerator) -> String {
    var high = generator.next()
    var low = generator.next()
    var characters: [Character] = []
    for _ in 0..<length {
      characters.append(alphabet[Int(low & 31)])
      low = low >> 5 | high << 59
      high >>= 5
    }
    return String(characters.reversed())
  }

  /// A token as somebody typed it, in its one spelling: lower case, without hyphens and white space, with `o` read
  /// as 0 and `i` and `l` as 1. Nil if it can be no token.
  public static func canonical(_ typed: String) -> String? {
    guard typed.utf8.count <= 4 * length else { return nil }
    var result = ""
    for character in typed.lowercased() where character != "-" && !character.isWhitespace {
      switch character {
      case "o": result.append("0")
      case "i", "l": result.append("1")
      case _ where alphabet.contains(character): result.append(character)
      default: return nil
      }
    }
    return result.count == length ? result : nil
  }
}
