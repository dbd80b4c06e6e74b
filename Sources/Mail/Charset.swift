/// Turns bytes under a charset label into text. Never fails, and never hands a sender's label to the system:
/// only names of the table reach iconv (a label that chose iconv's ISO-2022-CN-EXT was once an overflow, CVE-2024-2961).
enum Charset {
  /// How a label is read.
  enum Decoder: Equatable {
    /// UTF-8, ill-formed bytes shown as U+FFFD.
    case utf8
    /// No promise was made, or one that is often broken: UTF-8 if it is that, else windows-1252.
    case unlabelled
    case windows1252
    case iso2022JP
    case hz
    /// glibc's converter of this name.
    case system(String)
  }

  /// The text, a byte order mark taken off.
  static func decode(_ bytes: ArraySlice<UInt8>, label: String?) -> String {
    let text =
      switch decoder(for: label) {
      case .utf8: String(decoding: bytes, as: UTF8.self)
      case .windows1252: decodeWindows1252(bytes)
      case .iso2022JP: SystemCharset.decode(ISO2022JP.shiftJIS(bytes)[...], name: "CP932") ?? decodeUnlabelled(bytes)
      case .hz: SystemCharset.decode(HZ.gb18030(bytes)[...], name: "GB18030") ?? decodeUnlabelled(bytes)
      case .system(let name): SystemCharset.decode(bytes, name: name) ?? decodeUnlabelled(bytes)
      case .unlabelled, nil: decodeUnlabelled(bytes)
      }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// UTF-8 if the bytes are well-formed, else windows-1252, which every byte is.
  static func decodeUnlabelled(_ bytes: ArraySlice<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self) ?? decodeWindows1252(bytes)
  }

  /// The decoder for a label, or nil if nobody knows it. Capitals, quotes and an RFC 2231 language
  /// (`utf-8*en`) do not matter.
  static func decoder(for label: String?) -> Decoder? {
    guard let label else { return .unlabelled }
    let name = label.utf8.prefix { $0 != UInt8(ascii: "*") }.filter { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }
    return table[String(decoding: name.prefix(40).map(\.lowercasedASCII), as: UTF8.self)]
  }

  /// Latin-1 as everybody writes it: with Microsoft's letters where ISO 8859-1 has control codes.
  static func decodeWindows1252(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append((0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(text)
  }

  private static let windows1252: [Unicode.Scalar] = Array(
    """
    \u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}\
    \u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}
    """.unicodeScalars)
}
