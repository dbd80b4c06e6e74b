/// How a body was made fit for transport (RFC 2045 section 6), with the junk that senders write there forgiven.
public enum TransferEncoding: String, Sendable {
  /// 7bit, 8bit, binary, nothing, or a name nobody knows: the bytes are the content.
  case identity
  case base64
  case quotedPrintable = "quoted-printable"
  /// Not in any standard, still met: `x-uuencode`.
  case uuencode

  /// Reads the value of Content-Transfer-Encoding: `7-bit`, `8bit;` and an empty value are all identity.
  init(_ value: ArraySlice<UInt8>) {
    let word = value.trimmed.prefix { $0 != UInt8(ascii: ";") && !$0.isMailSpace }
    switch word.lowercasedText {
    case "base64", "base-64": self = .base64
    case "quoted-printable", "quotedprintable": self = .quotedPrintable
    case "x-uuencode", "uuencode", "x-uue", "uue": self = .uuencode
    default: self = .identity
    }
  }

  /// The content behind the encoding. Never fails: what does not belong is skipped or taken as it stands.
  func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .identity: Array(bytes)
    case .base64: Base64.decode(bytes)
    case .quotedPrintable: QuotedPrintable.decode(bytes)
    case .uuencode: UUEncoding.decode(bytes)
    }
  }
}
