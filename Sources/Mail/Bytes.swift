// Searching bytes without copying them.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One line of a byte array: where its text ends and where the next line starts.
struct Line {
  /// The first index after the text, before any CR LF or LF.
  var end: Int
  /// The first index of the next line, or the end of the searched range.
  var next: Int
}

extension [UInt8] {
  /// The first index of `byte` in `range`, or nil. A mail may have 25 MB and few line ends: `memchr` is
  /// what keeps a debug build usable. The range is clamped to the array.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return nil }
    return withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let hit = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(hit) - base
    }
  }

  /// The first index at which `text` begins in `range`, or nil.
  func firstIndex(of text: StaticString, in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return nil }
    let length = text.utf8CodeUnitCount
    return withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, length > 0 else { return nil }
      var start = range.lowerBound
      while range.upperBound - start >= length,
        let hit = memchr(base + start, Int32(text.utf8Start.pointee), range.upperBound - start - length + 1)
      {
        if memcmp(hit, text.utf8Start, length) == 0 { return UnsafeRawPointer(hit) - base }
        start = UnsafeRawPointer(hit) - base + 1
      }
      return nil
    }
  }

  /// The line that starts at `start`. A lone CR does not end a line.
  func line(at start: Int, end: Int) -> Line {
    guard let feed = firstIndex(of: UInt8(ascii: "\n"), in: start..<end) else { return Line(end: end, next: end) }
    let text = feed > start && self[feed - 1] == UInt8(ascii: "\r") ? feed - 1 : feed
    return Line(end: text, next: feed + 1)
  }
}

extension UInt8 {
  /// Space, tab, CR or LF: what may stand between words of a header field.
  var isMailSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }

  /// An ASCII capital made small; everything else as it is.
  var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  /// The value of a hexadecimal digit, or nil.
  var hexValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

extension Collection<UInt8> {
  /// Equal to `text`, capitals and small ASCII letters being the same.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { other in
      zip(self, other).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks and line ends at both ends.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first.isMailSpace { slice.removeFirst() }
    while let last = slice.last, last.isMailSpace { slice.removeLast() }
    return slice
  }

  /// ASCII letters made small; other bytes stay, ill-formed ones become U+FFFD.
  var lowercasedText: String { String(decoding: map(\.lowercasedASCII), as: UTF8.self) }
}
