/// What may stand as a link in a record or on a page.
public enum WebAddress {
  /// Whether the text is an absolute https address made only of characters that RFC 3986 allows in one.
  ///
  /// Strict on purpose: what is refused is shown as text. No user name, no blanks, no quotes, no control characters.
  public static func isPlain(_ text: String) -> Bool {
    let prefix = "https://"
    guard text.utf8.starts(with: prefix.utf8), text.utf8.count <= 2048 else { return false }
    let rest = text.utf8.dropFirst(prefix.utf8.count)
    let host = rest.prefix { !"/?#".utf8.contains($0) }
    guard !host.isEmpty, host.first != UInt8(ascii: "."), host.first != UInt8(ascii: ":"),
      host.allSatisfy({ $0.isLetter || $0.isDigit || ".-:".utf8.contains($0) })
    else { return false }
    var percent = 0
    for byte in rest {
      switch byte {
      case UInt8(ascii: "%"):
        guard percent == 0 else { return false }
        percent = 2
      case _ where percent > 0:
        guard byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20) else { return false }
        percent -= 1
      default:
        guard byte.isLetter || byte.isDigit || "-._~:/?#@!$&()*+,;=".utf8.contains(byte) else { return false }
      }
    }
    // RFC 3986 has one fragment at most.
    return percent == 0 && rest.count(where: { $0 == UInt8(ascii: "#") }) <= 1
  }
}
