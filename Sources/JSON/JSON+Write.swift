extension JSON {
  /// The value as text: always the same text for the same value.
  ///
  /// - Parameter pretty: two blanks of indentation and one member a line, without a line end at the end.
  public func text(pretty: Bool = false) -> String {
    String(decoding: bytes(pretty: pretty), as: UTF8.self)
  }

  /// ``text(pretty:)`` in UTF-8.
  public func bytes(pretty: Bool = false) -> [UInt8] {
    var writer = Writer(pretty: pretty)
    writer.write(self, depth: 0)
    return writer.output
  }
}

private struct Writer {
  let pretty: Bool
  var output: [UInt8] = []

  mutating func write(_ value: JSON, depth: Int) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .number(let literal): output += literal.utf8
    case .string(let text): write(text)
    case .array(let elements):
      list(elements, in: ("[", "]"), depth: depth) { writer, element in writer.write(element, depth: depth + 1) }
    case .object(let object):
      list(object.members, in: ("{", "}"), depth: depth) { writer, member in
        writer.write(member.key)
        writer.output += (writer.pretty ? ": " : ":").utf8
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func list<Item>(
    _ items: [Item], in brackets: (String, String), depth: Int, each: (inout Writer, Item) -> Void
  ) {
    output += brackets.0.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      newline(depth + 1)
      each(&self, item)
    }
    if !items.isEmpty { newline(depth) }
    output += brackets.1.utf8
  }

  private mutating func newline(_ depth: Int) {
    guard pretty else { return }
    output.append(UInt8(ascii: "\n"))
    output += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output += "\\\"".utf8
      case UInt8(ascii: "\\"): output += "\\\\".utf8
      case 0x0A: output += "\\n".utf8
      case 0x0D: output += "\\r".utf8
      case 0x09: output += "\\t".utf8
      case 0..<0x20: output += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
