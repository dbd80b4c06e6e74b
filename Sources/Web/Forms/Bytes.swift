import Foundation

extension [UInt8] {
  func has(_ pattern: [UInt8], at offset: Int) -> Bool {
    offset + pattern.count <= count && self[offset..<offset + pattern.count].elementsEqual(pattern)
  }

  /// Where a pattern that begins with a line end, and has no other, comes next. So a failed comparison never has to be
  /// repeated, and the search is linear for any body.
  func index(of pattern: [UInt8], from start: Int, to limit: Int? = nil) -> Int? {
    let end = limit ?? count
    guard let first = pattern.first else { return nil }
    return withUnsafeBytes { bytes in
      var position = start
      while position + pattern.count <= end, let base = bytes.baseAddress {
        guard let found = memchr(base + position, Int32(first), end - position) else { return nil }
        position = base.distance(to: UnsafeRawPointer(found))
        guard position + pattern.count <= end else { return nil }
        if pattern.indices.allSatisfy({ bytes[position + $0] == pattern[$0] }) { return position }
        position += 1
      }
      return nil
    }
  }
}
