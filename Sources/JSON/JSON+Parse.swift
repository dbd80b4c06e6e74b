extension JSON {
  /// What is wrong with a text that is no JSON, and where.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
      case unexpectedEnd, unexpectedByte, trailingText, badNumber, badString, badEscape, loneSurrogate, notUTF8
      case duplicateName, tooDeep
      /// The text is JSON, but not of the shape that was asked for.
      case wrongShape
    }

    public let code: Code
    public let reason: String
    /// In bytes from the start of the text; 0 where the shape of the value is at fault.
    public let offset: Int

    public init(code: Code, reason: String, offset: Int = 0) {
      self.code = code
      self.reason = reason
      self.offset = offset
    }

    public var description: String { offset > 0 ? "\(reason) (at byte \(offset))" : reason }
  }

  /// How many arrays and objects may stand in one another.
  public static let maximumDepth = 128

  /// Reads a text of RFC 8259 to the letter: UTF-8 without byte order mark, one value and nothing after it.
  ///
  /// Refuses what the RFC leaves open and readers disagree on: names that occur twice, lone surrogates, and more than
  /// ``maximumDepth`` levels.
  public init(parsing bytes: some Collection<UInt8>) throws(Fault) {
    var parser = Parser(bytes: Array(bytes))
    parser.skipBlanks()
    self = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.atEnd else { throw parser.fault(.trailingText, "text follows the value") }
  }

  /// Reads the text as ``init(parsing:)-(Collection<UInt8>)`` does.
  public init(parsing text: String) throws(Fault) { try self.init(parsing: text.utf8) }
}

private struct Parser {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var atEnd: Bool { offset == bytes.count }
  var next: UInt8? { atEnd ? nil : bytes[offset] }

  func fault(_ code: JSON.Fault.Code, _ reason: String, at place: Int? = nil) -> JSON.Fault {
    JSON.Fault(code: code, reason: reason, offset: place ?? offset)
  }

  mutating func value(depth: Int) throws(JSON.Fault) -> JSON {
    guard let byte = next else { throw fault(.unexpectedEnd, "the text ends where a value is expected") }
    switch byte {
    case UInt8(ascii: "{"): return try .object(object(depth: depth + 1))
    case UInt8(ascii: "["): return try .array(array(depth: depth + 1))
    case UInt8(ascii: "\""): return try .string(string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try .number(number())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw fault(.unexpectedByte, "no value starts like this")
    }
  }

  mutating func object(depth: Int) throws(JSON.Fault) -> JSON.Object {
    try enter(depth)
    var members: [JSON.Object.Member] = []
    var names: Set<String> = []
    if take(UInt8(ascii: "}")) { return JSON.Object() }
    while true {
      let start = offset
      guard next == UInt8(ascii: "\"") else { throw expected("a name in quotes") }
      let key = try string()
      guard names.insert(key).inserted else { throw fault(.duplicateName, "a name occurs twice", at: start) }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw expected("a colon") }
      members.append(.init(key: key, value: try value(depth: depth)))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return JSON.Object(distinct: members) }
      guard take(UInt8(ascii: ",")) else { throw expected("a comma or a closing brace") }
    }
  }

  mutating func array(depth: Int) throws(JSON.Fault) -> [JSON] {
    try enter(depth)
    var elements: [JSON] = []
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try value(depth: depth))
      skipBlanks()
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else { throw expected("a comma or a closing bracket") }
    }
  }

  private mutating func enter(_ depth: Int) throws(JSON.Fault) {
    guard depth <= JSON.maximumDepth else { throw fault(.tooDeep, "nested deeper than \(JSON.maximumDepth) levels") }
    offset += 1
    skipBlanks()
  }

  /// Takes a mark and the blanks that follow it.
  private mutating func take(_ mark: UInt8) -> Bool {
    guard next == mark else { return false }
    offset += 1
    skipBlanksUnlessClosing(mark)
    return true
  }

  /// After a closing bracket the caller decides about blanks, so that the outermost end is found exactly.
  private mutating func skipBlanksUnlessClosing(_ mark: UInt8) {
    if mark == UInt8(ascii: ",") || mark == UInt8(ascii: ":") { skipBlanks() }
  }

  mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private func expected(_ what: String) -> JSON.Fault {
    atEnd ? fault(.unexpectedEnd, "the text ends where \(what) is expected") : fault(.unexpectedByte, "expected \(what)")
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSON.Fault) -> JSON {
    guard bytes[offset...].starts(with: word.utf8) else { throw fault(.unexpectedByte, "no value starts like this") }
    offset += word.utf8.count
    return value
  }

  private mutating func number() throws(JSON.Fault) -> String {
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

  private mutating func string() throws(JSON.Fault) -> String {
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
