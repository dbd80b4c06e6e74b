/// One field of what is hashed or authenticated.
public enum Field: Sendable, Hashable {
  case text(String)
  case integer(Int64)
  case bytes([UInt8])
}

/// Fields as bytes, without ambiguity: a tag, the length (8 bytes, big endian), the content.
enum Fields {
  static func encoded(_ fields: [Field]) -> [UInt8] {
    var result: [UInt8] = []
    for field in fields {
      switch field {
      case .text(let text): append(Array(text.utf8), tag: 1, to: &result)
      case .integer(let value): append(bigEndian(UInt64(bitPattern: value)), tag: 2, to: &result)
      case .bytes(let bytes): append(bytes, tag: 3, to: &result)
      }
    }
    return result
  }

  private static func append(_ content: [UInt8], tag: UInt8, to result: inout [UInt8]) {
    result.append(tag)
    result.append(contentsOf: bigEndian(UInt64(content.count)))
    result.append(contentsOf: content)
  }

  private static func bigEndian(_ value: UInt64) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { [UInt8]($0) }
  }
}
