/// Writes header fields of at most 78 characters a line where the words allow it.
struct LetterHeader {
  private(set) var bytes: [UInt8] = []

  private static let own: Set<String> = [
    "from", "to", "cc", "bcc", "reply-to", "sender", "subject", "date", "message-id", "in-reply-to", "references",
    "mime-version",
  ]

  /// Free text: as it is if it can be, else in encoded words. A word longer than `longestWord` is encoded to keep lines
  /// short; an extra field may hold a link, which must stay in one piece.
  mutating func add(_ name: String, text: String, longestWord: Int = 60) throws(Letter.Fault) {
    try refuseControls(text, in: name)
    let words = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
    let isPlain =
      text.isEmpty
      || text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        && words.allSatisfy { !$0.isEmpty && $0.count <= longestWord }
        && !text.utf8.contains("=?".utf8)
    if isPlain {
      try fold(name, words.map { String(decoding: $0, as: UTF8.self) })
    } else {
      try fold(name, EncodedWords.encode(text))
    }
  }

  /// Nothing is written for an empty list.
  mutating func add(_ name: String, addresses: [Address]) throws(Letter.Fault) {
    guard !addresses.isEmpty else { return }
    var tokens: [String] = []
    for (place, address) in addresses.enumerated() {
      guard Self.isAddress(address.address) else { throw Letter.Fault(code: .address, field: name) }
      if let display = address.name, !display.isEmpty {
        try refuseControls(display, in: name)
        tokens += Self.phrase(display)
      }
      tokens.append("<\(address.address)>" + (place < addresses.count - 1 ? "," : ""))
    }
    try fold(name, tokens)
  }

  mutating func add(_ name: String, ids: some Sequence<String>) throws(Letter.Fault) {
    for id in ids { try refuseControls(id, in: name) }
    let tokens = ids.filter(Self.isMessageID).map { "<\($0)>" }
    if !tokens.isEmpty { try fold(name, tokens) }
  }

  mutating func add(extra field: Letter.ExtraField) throws(Letter.Fault) {
    let name = field.name.lowercased()
    let isName = (1...60).contains(name.utf8.count) && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3A }
    guard isName, !Self.own.contains(name), !name.hasPrefix("content-") else {
      throw Letter.Fault(code: .fieldName, field: isName ? field.name : "a field")
    }
    try add(field.name, text: field.value, longestWord: 990)
  }

  /// `local@domain` in printable ASCII, without quoting: what every server takes.
  static func isAddress(_ text: String) -> Bool {
    let forbidden = Array("<>(),;:\"\\[]".utf8)
    let halves = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return text.utf8.count <= 320 && halves.count == 2 && halves.allSatisfy { !$0.isEmpty }
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !forbidden.contains($0) }
  }

  static func isMessageID(_ text: String) -> Bool {
    (1...900).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
  }

  private func refuseControls(_ text: String, in name: String) throws(Letter.Fault) {
    guard !text.utf8.contains(where: { $0 == 0x0D || $0 == 0x0A || $0 == 0 }) else {
      throw Letter.Fault(code: .control, field: name)
    }
  }

  /// A display name as words, as one quoted string, or as encoded words.
  private static func phrase(_ name: String) -> [String] {
    let isPrintable = name.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    guard isPrintable, name.utf8.count <= 60, !name.utf8.contains("=?".utf8), name.utf8.first != 0x20,
      name.utf8.last != 0x20
    else { return EncodedWords.encode(name) }
    let words = name.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
    let isAtoms = words.allSatisfy { word in !word.isEmpty && word.allSatisfy(isAtomLetter) }
    if isAtoms { return words.map { String(decoding: $0, as: UTF8.self) } }
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in name.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { quoted.append(UInt8(ascii: "\\")) }
      quoted.append(byte)
    }
    return [String(decoding: quoted + [UInt8(ascii: "\"")], as: UTF8.self)]
  }

  /// RFC 5322 section 3.2.3.
  private static func isAtomLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
  }

  private mutating func fold(_ name: String, _ tokens: [String]) throws(Letter.Fault) {
    var width = name.utf8.count + 1
    bytes += Array(name.utf8) + [UInt8(ascii: ":")]
    for (place, token) in tokens.enumerated() {
      let length = token.utf8.count
      guard length <= 990 else { throw Letter.Fault(code: .tooLong, field: name) }
      // An empty first line would be legal and puzzles old readers.
      if width + 1 + length > 78, place > 0 || width + 1 + length > 998 {
        bytes += [0x0D, 0x0A]
        width = 0
      }
      bytes.append(0x20)
      bytes += token.utf8
      width += 1 + length
    }
    bytes += [0x0D, 0x0A]
  }
}
