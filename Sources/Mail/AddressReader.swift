/// Takes an address list apart (RFC 5322 section 3.4 and what is sent in its name). Group names are dropped, their
/// members kept. One pass; comments are counted, not recursed into.
struct AddressReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var phrase: [UInt8] = []
  private var comment: [UInt8] = []
  private var angle: [UInt8]?
  private var found: [Address] = []

  /// Addresses of one field beyond this many are not read.
  static let mostAddresses = 1000

  static func read(_ bytes: ArraySlice<UInt8>) -> [Address] {
    var reader = AddressReader(bytes)
    reader.read()
    return reader.found
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func read() {
    while let byte = peek, found.count < Self.mostAddresses {
      switch byte {
      case UInt8(ascii: "\""):
        let quoted = readQuoted(keepsQuotes: beforeAt())
        phrase += quoted
      case UInt8(ascii: "("): readComment()
      case UInt8(ascii: "<"): readAngle()
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        index += 1
        finish()
      case UInt8(ascii: ":") where angle == nil && !phrase.contains(UInt8(ascii: "@")):
        index += 1
        phrase = []
        comment = []
      default:
        phrase.append(byte)
        index += 1
      }
    }
    finish()
  }

  /// Closes one mailbox.
  private mutating func finish() {
    defer {
      phrase = []
      comment = []
      angle = nil
    }
    let words = phrase[...].trimmed
    if let angle {
      let name = words.isEmpty ? comment[...] : words
      append(name: name, address: withoutRoute(angle))
    } else if let mailbox = bareMailbox(words) {
      append(name: comment[...], address: Array(mailbox))
    } else if let split = words.lastIndex(where: \.isMailSpace) {
      // No brackets, several words: the last may be the address, or there is none.
      let last = words[(split + 1)...]
      let isAddress = last.contains(UInt8(ascii: "@"))
      append(name: isAddress ? words[..<split] : words, address: isAddress ? Array(last) : [])
    } else if !words.isEmpty {
      append(name: comment[...], address: Array(words))
    }
  }

  /// The words without their blanks if they are one mailbox: `jdoe @ test . example`.
  private func bareMailbox(_ words: ArraySlice<UInt8>) -> [UInt8]? {
    guard words.contains(UInt8(ascii: "@")) else { return nil }
    var previous: UInt8 = UInt8(ascii: ".")
    var sawSpace = false
    for byte in words {
      if byte.isMailSpace {
        sawSpace = true
        continue
      }
      let joins = [previous, byte].contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "@") }
      if sawSpace, !joins { return nil }
      sawSpace = false
      previous = byte
    }
    return words.filter { !$0.isMailSpace }
  }

  private mutating func append(name: ArraySlice<UInt8>, address: [UInt8]) {
    let text = EncodedWords.decode(name).text
    let place = EncodedWords.oneLine(Charset.decodeUnlabelled(address[...]))
    guard !(text.isEmpty && place.isEmpty) else { return }
    found.append(Address(name: text.isEmpty ? nil : text, address: place))
  }

  private mutating func readAngle() {
    index += 1
    var out: [UInt8] = []
    while let byte = peek {
      if byte == UInt8(ascii: ">") {
        index += 1
        break
      }
      if byte == UInt8(ascii: "\"") {
        out += readQuoted(keepsQuotes: true)
      } else if byte == UInt8(ascii: "(") {
        readComment()
      } else {
        if !byte.isMailSpace { out.append(byte) }
        index += 1
      }
    }
    // Of two bracketed addresses in one mailbox the last counts, as mail clients have it.
    angle = out
  }

  /// `@a,@b:user@host` is obsolete routing (RFC 5322 section 4.4).
  private func withoutRoute(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.first == UInt8(ascii: "@"), let colon = bytes.lastIndex(of: UInt8(ascii: ":")) else { return bytes }
    return Array(bytes[(colon + 1)...])
  }

  private mutating func readQuoted(keepsQuotes: Bool) -> [UInt8] {
    index += 1
    var out: [UInt8] = keepsQuotes ? [UInt8(ascii: "\"")] : []
    while let byte = peek {
      index += 1
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\"), let next = peek {
        if keepsQuotes { out.append(byte) }
        out.append(next)
        index += 1
      } else {
        out.append(byte)
      }
    }
    if keepsQuotes { out.append(UInt8(ascii: "\"")) }
    return out
  }

  /// Whether the quoted string that starts here is a local part: `"a b"@example.org`. Looks 200 bytes ahead.
  private func beforeAt() -> Bool {
    guard phrase[...].trimmed.isEmpty else { return false }
    var place = index + 1
    let last = min(bytes.endIndex, index + 200)
    while place < last, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place + 1 < bytes.endIndex && bytes[place + 1] == UInt8(ascii: "@")
  }

  /// Keeps the text of a comment, which old mailers use for the name.
  private mutating func readComment() {
    var depth = 0
    if !comment.isEmpty { comment.append(0x20) }
    while let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\\"):
        if let next = peek {
          comment.append(next)
          index += 1
        }
      case UInt8(ascii: "("):
        depth += 1
        if depth > 1 { comment.append(byte) }
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return }
        comment.append(byte)
      default: comment.append(byte)
      }
    }
  }
}
