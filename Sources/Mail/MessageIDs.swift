/// Message identifiers (RFC 5322 section 3.6.4), angle brackets taken off.
enum MessageIDs {
  static let most = 1000

  /// Every `<id>` in the value. Without a single bracket, each word is taken for one. Ids with blanks or controls inside,
  /// or longer than a header line may be, are nobody's.
  static func read(_ bytes: ArraySlice<UInt8>) -> [String] {
    let candidates =
      bytes.contains(UInt8(ascii: "<"))
      ? bytes.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst().compactMap { piece in
        piece.firstIndex(of: UInt8(ascii: ">")).map { piece[..<$0].trimmed }
      }
      : bytes.split(whereSeparator: \.isMailSpace)
    return candidates.lazy
      .filter { !$0.isEmpty && $0.count <= 998 && $0.allSatisfy { $0 > 0x20 && $0 != 0x7F } }
      .prefix(most).map { String(decoding: $0, as: UTF8.self) }
  }
}
