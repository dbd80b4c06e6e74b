/// Arrays and objects; ``JSON/init(parsing:)`` says what is refused.
struct Parser {
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
      skipBlanks()
      members.append(.init(key: key, value: try value(depth: depth)))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return JSON.Object(distinct: members) }
      guard take(UInt8(ascii: ",")) else { throw expected("a comma or a closing brace") }
      skipBlanks()
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
      skipBlanks()
    }
  }

  private mutating func enter(_ depth: Int) throws(JSON.Fault) {
    guard depth <= JSON.maximumDepth else { throw fault(.tooDeep, "nested deeper than \(JSON.maximumDepth) levels") }
    offset += 1
    skipBlanks()
  }

  mutating func take(_ mark: UInt8) -> Bool {
    guard next == mark else { return false }
    offset += 1
    return true
  }

  mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private func expected(_ what: String) -> JSON.Fault {
    atEnd
      ? fault(.unexpectedEnd, "the text ends where \(what) is expected") : fault(.unexpectedByte, "expected \(what)")
  }
}
