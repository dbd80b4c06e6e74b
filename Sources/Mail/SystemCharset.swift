#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system's converter. Callers pass names of their own table only, never one from a message.
enum SystemCharset {
  /// The text, with U+FFFD for each byte that does not fit; nil if this system lacks the converter
  /// (containers without gconv modules do).
  static func decode(_ bytes: ArraySlice<UInt8>, name: String) -> String? {
    guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    var chunk = [CChar](repeating: 0, count: 4096)
    input.withUnsafeMutableBufferPointer { input in
      chunk.withUnsafeMutableBufferPointer { chunk in
        var next = input.baseAddress
        var left = input.count
        while left > 0 {
          var place = chunk.baseAddress
          var room = chunk.count
          let result = iconv(converter, &next, &left, &place, &room)
          let problem = errno
          out.append(contentsOf: chunk.prefix(chunk.count - room).lazy.map { UInt8(bitPattern: $0) })
          if result != -1 { break }
          if problem == E2BIG { continue }
          // A byte that fits nowhere (EILSEQ), or a character cut off at the end (EINVAL).
          out.append(contentsOf: "\u{FFFD}".utf8)
          guard problem == EILSEQ, left > 0 else { break }
          next = next.map { $0 + 1 }
          left -= 1
        }
        // Some converters hold a character back until they are told that this was all.
        var place = chunk.baseAddress
        var room = chunk.count
        _ = iconv(converter, nil, nil, &place, &room)
        out.append(contentsOf: chunk.prefix(chunk.count - room).lazy.map { UInt8(bitPattern: $0) })
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
