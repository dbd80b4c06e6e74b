import CPostgres

/// Values in the shape that `PQexecParams` wants, all in binary: integers as 8 bytes, texts and bytes as they are.
struct PostgresParameters {
  private var types: [Oid] = []
  private var lengths: [Int32] = []
  private var offsets: [Int?] = []
  private var arena: [UInt8] = []

  init(_ values: [Value]) {
    for value in values {
      switch value {
      case .null: append(nil, type: 0)
      case .integer(let integer):
        append(withUnsafeBytes(of: integer.bigEndian) { [UInt8]($0) }, type: PostgresType.int8)
      case .text(let text): append(Array(text.utf8), type: PostgresType.text)
      case .bytes(let bytes): append(bytes, type: PostgresType.bytea)
      }
    }
    // So that an empty value at the end, or no value at all, has an address too.
    arena.append(0)
  }

  private mutating func append(_ bytes: [UInt8]?, type: Oid) {
    types.append(type)
    lengths.append(Int32(clamping: bytes?.count ?? 0))
    offsets.append(bytes == nil ? nil : arena.count)
    arena.append(contentsOf: bytes ?? [])
  }

  func withPointers<T>(
    _ work: (
      Int32, UnsafePointer<Oid>?, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> T
  ) -> T {
    let formats = [Int32](repeating: 1, count: types.count)
    return arena.withUnsafeBytes { raw in
      let base = raw.assumingMemoryBound(to: CChar.self).baseAddress
      let pointers = offsets.map { offset in offset.flatMap { offset in base.map { $0 + offset } } }
      return work(Int32(clamping: types.count), types, pointers, lengths, formats)
    }
  }
}
