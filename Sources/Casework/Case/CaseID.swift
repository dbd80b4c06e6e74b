/// The opaque handle of a case, as people read it aloud: `K7Q2M-9XW4T`.
///
/// Ten characters of Crockford's base 32, 50 random bits: it names a case and proves nothing. A reporter also needs the
/// room's secret, a member a session. It holds no count and no date, so nobody can infer how many cases exist.
public struct CaseID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The canonical form, upper case, with its dash.
  public let text: String

  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Reads a handle as people type it: any case, with or without the dash, `O` for `0`, `I` and `L` for `1`.
  public init?(_ text: String) {
    guard text.utf8.count <= 32 else { return nil }
    var characters: [Character] = []
    for character in text.uppercased() where character != "-" && character != " " {
      let plain: Character =
        switch character {
        case "O": "0"
        case "I", "L": "1"
        default: character
        }
      guard Self.alphabet.contains(plain) else { return nil }
      characters.append(plain)
    }
    guard characters.count == 10 else { return nil }
    self.text = String(characters[..<5]) + "-" + String(characters[5...])
  }

  /// Draws a new handle.
  public init(using generator: inout some RandomNumberGenerator) {
    let characters = (0..<10).map { _ in Self.alphabet[Int.random(in: 0..<32, using: &generator)] }
    self.text = String(characters[..<5]) + "-" + String(characters[5...])
  }

  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
