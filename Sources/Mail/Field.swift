/// One header field as it arrived (RFC 5322 section 2.2).
public struct Field: Sendable {
  /// The name as written: `Subject`, `SUBJECT`.
  public let name: String
  /// Everything after the colon, folds and all, without the last line end. Signatures and token searches need these bytes.
  public var value: [UInt8] { Array(bytes) }
  /// The value for people: unfolded, encoded words decoded (RFC 2047), raw 8-bit letters read as UTF-8 or
  /// windows-1252. Never holds CR, LF or NUL. It may hold other control and bidi characters: show it escaped.
  public var text: String { EncodedWords.decode(bytes).text }

  let bytes: ArraySlice<UInt8>

  /// Whether this is the field `name`; letters' case does not matter.
  public func isNamed(_ name: String) -> Bool {
    self.name.utf8.count == name.utf8.count
      && zip(self.name.utf8, name.utf8).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
  }
}

extension [Field] {
  func first(_ name: String) -> Field? { first { $0.isNamed(name) } }
}
