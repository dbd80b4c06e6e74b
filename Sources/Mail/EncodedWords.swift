/// Text in header fields (RFC 2047): `=?charset?Q?…?=` between plain words, read as generously as people write it.
enum EncodedWords {
  /// What came out, and whether some word touched its neighbour, which RFC 2047 section 5 forbids.
  struct Decoded {
    var text: String
    var hasGluedWord: Bool
  }

  /// Encoded words beyond this many in one field are left as they stand: 6 MB of them is an attack, not a subject.
  static let mostWords = 500

  /// The text of a field value: unfolded, words decoded, blanks between two words dropped. Words of one charset are
  /// joined before they are decoded, because senders cut them inside a character. A line break or NUL that a
  /// word *decodes to* becomes a blank: a reply built from this text must not gain a header field.
  static func decode(_ value: ArraySlice<UInt8>) -> Decoded {
    var reader = Reader(value.trimmed)
    return reader.read()
  }

  private struct Word {
    var charset: String
    var content: [UInt8]
    var end: Int
  }

  private struct Reader {
    let bytes: ArraySlice<UInt8>
    var result = Decoded(text: "", hasGluedWord: false)
    var pending: Word?
    var words = 0
    /// No `?=` is left, so no search for one is worth repeating.
    var noMoreWords = false

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    mutating func read() -> Decoded {
      var index = bytes.startIndex
      var plainStart = index
      while !noMoreWords, words < mostWords, index + 1 < bytes.endIndex {
        guard bytes[index] == UInt8(ascii: "="), bytes[index + 1] == UInt8(ascii: "?"), let word = word(at: index)
        else {
          index += 1
          continue
        }
        words += 1
        take(word, after: bytes[plainStart..<index])
        index = word.end
        plainStart = index
      }
      let rest = bytes[plainStart...]
      if pending != nil, let next = rest.first, !next.isMailSpace { result.hasGluedWord = true }
      flush()
      result.text += plain(rest)
      return result
    }

    mutating func take(_ word: Word, after gap: ArraySlice<UInt8>) {
      let isJoined = pending != nil && gap.allSatisfy(\.isMailSpace)
      if !isJoined, let last = gap.last, !last.isMailSpace { result.hasGluedWord = true }
      if !isJoined, pending != nil, let first = gap.first, !first.isMailSpace { result.hasGluedWord = true }
      if isJoined, let before = pending, before.charset == word.charset {
        pending?.content += word.content
        return
      }
      flush()
      if !isJoined { result.text += plain(gap) }
      pending = word
    }

    mutating func flush() {
      guard let word = pending else { return }
      pending = nil
      result.text += oneLine(Charset.decode(word.content[...], label: word.charset))
    }

    /// `=?charset?B?text?=` at `start`; the text may hold blanks and folds, which strict readers refuse.
    mutating func word(at start: Int) -> Word? {
      var index = start + 2
      while index < bytes.endIndex, bytes[index] != UInt8(ascii: "?") {
        guard bytes[index] > 0x20, bytes[index] < 0x7F, bytes[index] != UInt8(ascii: "="), index - start < 60
        else { return nil }
        index += 1
      }
      guard index + 2 < bytes.endIndex, index > start + 2, bytes[index + 2] == UInt8(ascii: "?") else { return nil }
      let charset = bytes[(start + 2)..<index].lowercasedText
      let encoding = bytes[index + 1].lowercasedASCII
      guard encoding == UInt8(ascii: "q") || encoding == UInt8(ascii: "b") else { return nil }
      let textStart = index + 3
      guard let textEnd = terminator(from: textStart) else {
        noMoreWords = true
        return nil
      }
      let text = withoutFolds(bytes[textStart..<textEnd])
      let content =
        if encoding == UInt8(ascii: "b") {
          Base64.decode(text[...])
        } else {
          QuotedPrintable.decode(text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...], keepsBlanks: true)
        }
      return Word(charset: charset, content: content, end: textEnd + 2)
    }

    func terminator(from start: Int) -> Int? {
      var index = start
      while index + 1 < bytes.endIndex {
        if bytes[index] == UInt8(ascii: "?"), bytes[index + 1] == UInt8(ascii: "=") { return index }
        index += 1
      }
      return nil
    }

    func withoutFolds(_ text: ArraySlice<UInt8>) -> [UInt8] {
      var out: [UInt8] = []
      var inFold = false
      for byte in text {
        if byte == 0x0D || byte == 0x0A {
          inFold = true
        } else if !(inFold && byte.isMailSpace) {
          inFold = false
          out.append(byte)
        }
      }
      return out
    }
  }

  /// Text outside encoded words, each fold being one blank.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { $0 == 0x0D || $0 == 0x0A || $0 == 0 }) else { return Charset.decodeUnlabelled(bytes) }
    var out: [UInt8] = []
    var blanks: [UInt8] = []
    func isBreak(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A }
    for byte in bytes {
      if byte.isMailSpace || byte == 0 {
        blanks.append(byte == 0 ? 0x20 : byte)
      } else {
        out += blanks.contains(where: isBreak) ? [0x20] : blanks
        blanks.removeAll(keepingCapacity: true)
        out.append(byte)
      }
    }
    out += blanks.contains(where: isBreak) ? [0x20] : blanks
    return Charset.decodeUnlabelled(out[...])
  }

  /// Line breaks and NUL as blanks.
  static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0D || $0 == 0x0A || $0 == 0 }) else { return text }
    var out: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0A, out.last == 0x20, !out.isEmpty { continue }
      out.append(byte == 0x0D || byte == 0x0A || byte == 0 ? 0x20 : byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
