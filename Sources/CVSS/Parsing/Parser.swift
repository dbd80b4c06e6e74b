extension CVSS.MetricTable {
  /// Reads the metrics of a vector, from the byte after the prefix to the end: the exact and patient way, for any order
  /// and with the reason for a refusal. It stops at the first fault, so its effort has a bound whatever the length.
  func parse(_ bytes: borrowing Span<UInt8>, from start: Int) throws(CVSS.Fault) -> CVSS.Packed {
    var packed = CVSS.Packed()
    var seen: UInt64 = 0
    var latest = 0
    var start = start
    while true {
      let part = Part(bytes, from: start)
      guard let index = names.firstIndex(of: part.name) else { throw unknownMetric(part, bytes) }
      let bit = 1 << UInt64(index) as UInt64
      guard seen & bit == 0 else {
        let name = metrics[index].name
        throw CVSS.Fault(
          .repeatedMetric, metric: name, at: start, "\(name) stands there twice; each metric has one value.")
      }
      guard !isOrdered || index >= latest else {
        let (name, next) = (metrics[index].name, metrics[latest].name)
        throw CVSS.Fault(
          .outOfOrder, metric: name, at: start,
          "\(name) must stand before \(next): version \(version.rawValue) fixes the order.")
      }
      guard let value = codes[index].firstIndex(of: part.value) else {
        throw unknownValue(of: metrics[index], part, bytes)
      }
      seen |= bit
      latest = index
      packed[metrics[index].slot] = metrics[index].packed(at: value)
      guard part.end < bytes.count else { break }
      start = part.end + 1
    }
    if mandatory & ~seen != 0 {
      let name = metrics[(mandatory & ~seen).trailingZeroBitCount].name
      throw CVSS.Fault(
        .missingMetric, metric: name, at: bytes.count,
        "\(name) is missing; every vector of version \(version.rawValue) has it.")
    }
    return packed
  }

  /// What stands between two slashes: `NAME:VALUE`, if all is well.
  struct Part {
    let name: CVSS.Token
    let value: CVSS.Token
    let start: Int
    /// Where the colon stands; the end if there is none.
    let colon: Int
    /// Where the next slash stands, or the text ends.
    let end: Int

    init(_ bytes: borrowing Span<UInt8>, from start: Int) {
      var (colon, end) = (-1, start)
      while end < bytes.count, bytes[end] != UInt8(ascii: "/") {
        if colon < 0, bytes[end] == UInt8(ascii: ":") { colon = end }
        end += 1
      }
      self.start = start
      self.end = end
      self.colon = colon < 0 ? end : colon
      name = CVSS.Token(bytes, start..<self.colon)
      value = colon < 0 ? CVSS.Token(bits: 0) : CVSS.Token(bytes, colon + 1..<end)
    }
  }
}
