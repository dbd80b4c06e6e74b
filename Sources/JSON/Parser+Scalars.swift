/// Words, numbers and strings.
extension Parser {
  mutating func word(_ word: String, _ value: JSON) throws(JSON.Fault) -> JSON {
    guard bytes[offset...].starts(with: word.utf8) else { throw fault(.unexpectedByte, "no value starts like this") }
    offset += word.utf8.count
    return value
  }

  mutating func number() throws(JSON.Fault) -> String {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    let leading = next
    let whole = digits()
    guard whole > 0, whole == 1 || leading != UInt8(ascii: "0") else {
      throw fault(.badNumber, "a number needs digits and no leading zero", at: start)
    }
    if take(UInt8(ascii: ".")), digits() == 0 { throw fault(.badNumber, "digits are missing after the point") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if digits() == 0 { throw fault(.badNumber, "digits are missing in the exponent") }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = offset
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    return offset - start
  }

  mutating func string() throws(JSON.Fault) -> String {
    let start = offset
    offset += 1
    var content: [UInt8] = []
    while let byte = next {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else {
          throw fault(.notUTF8, "the string is not UTF-8", at: start)
        }
        return text
      case UInt8(ascii: "\\"): try content += escape()
      case 0..<0x20: throw fault(.badString, "a control character must be escaped", at: offset - 1)
      default: content.append(byte)
      }
    }
    throw fault(.unexpectedEnd, "the string does not end", at: start)
  }

  private mutating func escape() throws(JSON.Fault) -> [UInt8] {
    let start = offset - 1
    guard let byte = next else { throw fault(.unexpectedEnd, "the text ends in an escape") }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try scalar(from: start))).utf8)
    default: throw fault(.badEscape, "there is no such escape", at: start)
    }
  }

  /// The scalar of `\uXXXX`, or of two of them that form a surrogate pair.
  private mutating func scalar(from start: Int) throws(JSON.Fault) -> Unicode.Scalar {
    let first = try codeUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), bytes[offset...].starts(with: "\\u".utf8) else {
      throw fault(.loneSurrogate, "half of a surrogate pair", at: start)
    }
    offset += 2
    let second = try codeUnit(from: start)
    guard UTF16.isTrailSurrogate(second) else { throw fault(.loneSurrogate, "half of a surrogate pair", at: start) }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private mutating func codeUnit(from start: Int) throws(JSON.Fault) -> UInt16 {
    guard offset + 4 <= bytes.count else { throw fault(.unexpectedEnd, "the text ends in an escape", at: start) }
    var unit: UInt16 = 0
    for byte in bytes[offset..<offset + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault(.badEscape, "four hexadecimal digits are expected", at: start)
      }
      unit = unit << 4 | UInt16(digit)
    }
    offset += 4
    return unit
  }
}
