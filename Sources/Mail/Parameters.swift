/// A field of a value and parameters, as Content-Type and Content-Disposition are
/// (RFC 2045 section 5.1, RFC 2183, RFC 2231).
public struct ParameterizedValue: Sendable, Equatable {
  /// What stands before the first `;`, small letters, comments and blanks taken out: `text/plain`, `attachment`.
  public let value: String
  /// Parameters in order, names in small letters, values decoded.
  public let parameters: [Parameter]

  public struct Parameter: Sendable, Equatable {
    public let name: String
    public let value: String
  }

  /// The first parameter of that name (small letters).
  public subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// Reads any bytes: what makes no sense is passed over.
  init(reading bytes: ArraySlice<UInt8>) {
    var scanner = ParameterScanner(bytes)
    value = scanner.head()
    parameters = ParameterizedValue.combine(scanner.pieces())
  }

  init(value: String, parameters: [Parameter] = []) {
    self.value = value
    self.parameters = parameters
  }
}

extension ParameterizedValue {
  /// One parameter as written: `name*1*=…` has an index and is extended.
  struct Piece {
    var name: String
    var index: Int?
    var isExtended: Bool
    var value: [UInt8]
  }

  /// More segments of one name than this are ignored.
  static let mostSegments = 100

  /// Joins continuations and decodes charsets (RFC 2231 sections 3 and 4). If a sender gives both forms, the plain
  /// one wins when it holds encoded words, because then it is no mere fallback.
  static func combine(_ pieces: [Piece]) -> [Parameter] {
    var order: [String] = []
    var plain: [String: [UInt8]] = [:]
    var segments: [String: [Piece]] = [:]
    for piece in pieces {
      if plain[piece.name] == nil, segments[piece.name] == nil { order.append(piece.name) }
      if piece.index == nil, !piece.isExtended {
        if plain[piece.name] == nil { plain[piece.name] = piece.value }
      } else if segments[piece.name, default: []].count < mostSegments {
        segments[piece.name, default: []].append(piece)
      }
    }
    return order.map { name in
      let simple = plain[name].map(decodePlain)
      let extended = segments[name].map(decodeSegments)
      if let simple, extended == nil || simple.isEncoded { return Parameter(name: name, value: simple.text) }
      return Parameter(name: name, value: extended ?? simple?.text ?? "")
    }
  }

  /// RFC 2047 words do not belong into parameters and are in half of them. One that is glued to other text is
  /// read only if it hides something that is not ASCII.
  private static func decodePlain(_ bytes: [UInt8]) -> (text: String, isEncoded: Bool) {
    let decoded = EncodedWords.decode(bytes[...])
    let asWritten = Charset.decodeUnlabelled(bytes[...])
    if decoded.hasGluedWord, decoded.text.utf8.allSatisfy({ $0 < 0x80 }) { return (asWritten, false) }
    let hasWords = bytes.contains(UInt8(ascii: "?")) && decoded.text != EncodedWords.oneLine(asWritten)
    return hasWords ? (decoded.text, true) : (EncodedWords.oneLine(asWritten), false)
  }

  private static func decodeSegments(_ pieces: [Piece]) -> String {
    var label: String?
    var bytes: [UInt8] = []
    for (place, piece) in pieces.sorted(by: { ($0.index ?? 0) < ($1.index ?? 0) }).enumerated() {
      guard piece.isExtended else {
        bytes += piece.value
        continue
      }
      var value = piece.value[...]
      if place == 0 {
        let parts = value.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3 {
          label = parts[0].isEmpty ? nil : parts[0].lowercasedText
          value = parts[2]
        }
      }
      bytes += percentDecoded(value)
    }
    return EncodedWords.oneLine(Charset.decode(bytes[...], label: label))
  }

  private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = bytes[index + 1].hexValue,
        let low = bytes[index + 2].hexValue
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }
}
