/// Cuts `value; name=value; …` into pieces. Accepts what mailers really write: no `;` between parameters,
/// unquoted blanks, a quote that never ends.
struct ParameterScanner {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Parameters beyond this many are ignored.
  static let mostParameters = 200

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The part before the parameters.
  mutating func head() -> String {
    var out: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: ";") {
      if byte == UInt8(ascii: "(") {
        skipComment()
      } else if byte.isMailSpace {
        skipSpace()
        if !out.isEmpty, startsParameter { break }
      } else {
        out.append(byte.lowercasedASCII)
        index += 1
      }
    }
    return Charset.decodeUnlabelled(out[...])
  }

  mutating func pieces() -> [ParameterizedValue.Piece] {
    var out: [ParameterizedValue.Piece] = []
    while out.count < Self.mostParameters {
      skipSpaceAndComments()
      guard let byte = peek else { break }
      if byte == UInt8(ascii: ";") {
        index += 1
      } else if let piece = parameter() {
        out.append(piece)
      }
    }
    return out
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  /// One `name=value`; nil if there is no name or no value. Always moves on.
  private mutating func parameter() -> ParameterizedValue.Piece? {
    let nameStart = index
    while let byte = peek, byte != UInt8(ascii: "="), byte != UInt8(ascii: ";") { index += 1 }
    let name = bytes[nameStart..<index].trimmed
    guard peek == UInt8(ascii: "=") else { return nil }
    index += 1
    skipSpace()
    let value = peek == UInt8(ascii: "\"") ? quoted() : unquoted()
    guard !name.isEmpty, !value.isEmpty, name.count <= 80 else { return nil }
    return piece(name: name, value: value)
  }

  /// Reads `name`, `name*`, `name*1` and `name*1*` (RFC 2231).
  private func piece(name: ArraySlice<UInt8>, value: [UInt8]) -> ParameterizedValue.Piece? {
    let parts = name.split(separator: UInt8(ascii: "*"), maxSplits: 2, omittingEmptySubsequences: false)
    let base = parts[0].lowercasedText
    guard !base.isEmpty else { return nil }
    if parts.count == 1 { return .init(name: base, index: nil, isExtended: false, value: value) }
    if parts.count == 2, parts[1].isEmpty { return .init(name: base, index: nil, isExtended: true, value: value) }
    guard parts[1].count <= 9, let index = Int(parts[1].lowercasedText), index >= 0 else { return nil }
    return .init(name: base, index: index, isExtended: parts.count == 3, value: value)
  }

  private mutating func quoted() -> [UInt8] {
    var out: [UInt8] = []
    index += 1
    while let byte = peek {
      index += 1
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\"), let next = peek {
        index += 1
        out.append(next)
      } else if byte != 0x0D, byte != 0x0A {
        out.append(byte)
      }
    }
    return out
  }

  /// Up to `;`, or to a blank after which another parameter starts: `filename=my file.txt` is one value.
  private mutating func unquoted() -> [UInt8] {
    let start = index
    var end = index
    while let byte = peek, byte != UInt8(ascii: ";") {
      if byte.isMailSpace {
        skipSpace()
        if startsParameter || peek == UInt8(ascii: "(") { break }
      } else {
        index += 1
        end = index
      }
    }
    return bytes[start..<end].filter { $0 != 0x0D && $0 != 0x0A }
  }

  /// Whether `token=` stands here. A token is short, so that this look ahead stays cheap.
  private var startsParameter: Bool {
    var place = index
    while place < bytes.endIndex, place - index < 60, bytes[place] != UInt8(ascii: "=") {
      guard isToken(bytes[place]) else { return false }
      place += 1
    }
    return place > index && place < bytes.endIndex && bytes[place] == UInt8(ascii: "=")
  }

  private func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "."): true
    default: false
    }
  }

  private mutating func skipSpace() {
    while let byte = peek, byte.isMailSpace { index += 1 }
  }

  private mutating func skipSpaceAndComments() {
    while let byte = peek {
      if byte == UInt8(ascii: "(") {
        skipComment()
      } else if byte.isMailSpace {
        index += 1
      } else {
        return
      }
    }
  }

  /// Comments nest (RFC 5322 section 3.2.2); counting needs no recursion.
  private mutating func skipComment() {
    var depth = 0
    while let byte = peek {
      index += 1
      if byte == UInt8(ascii: "\\") {
        index = min(index + 1, bytes.endIndex)
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return }
      }
    }
  }
}
