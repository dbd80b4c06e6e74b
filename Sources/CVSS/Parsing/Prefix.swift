extension CVSS.Version {
  /// The version that a text names in its first nine bytes.
  @inline(__always) init?(namedBy bytes: RawSpan) {
    guard bytes.byteCount > 8, bytes.unsafeLoad(fromByteOffset: 8, as: UInt8.self) == UInt8(ascii: "/") else {
      return nil
    }
    switch bytes.word(at: 0) {
    case 0x302e_333a_5353_5643: self = .v3_0
    case 0x312e_333a_5353_5643: self = .v3_1
    case 0x302e_343a_5353_5643: self = .v4_0
    default: return nil
    }
  }

  /// Whether a text may be meant for version 2.0: its metrics begin with a capital; `CV` is meant for a prefix.
  static func mayBe2(_ bytes: borrowing Span<UInt8>) -> Bool {
    guard bytes.count > 1 else { return false }
    return (65...90).contains(bytes[0]) && !(bytes[0] == UInt8(ascii: "C") && bytes[1] == UInt8(ascii: "V"))
  }

  /// How many bytes at the start of a text are those of the version's prefix.
  private func agreement(with bytes: borrowing Span<UInt8>) -> Int {
    var count = 0
    for byte in prefix.utf8 {
      guard count < bytes.count, bytes[count] == byte else { break }
      count += 1
    }
    return count
  }

  /// Why a text that begins with none of the prefixes is no vector of these versions.
  static func fault(_ bytes: borrowing Span<UInt8>, expecting versions: [CVSS.Version]) -> CVSS.Fault {
    guard bytes.count > 0 else { return CVSS.Fault(.empty, at: 0, "There is no vector.") }
    if let other = CVSS.Version(namedBy: bytes.bytes) {
      return CVSS.Fault(.unknownVersion, at: 5, "This is a vector of version \(other.rawValue).")
    }
    if bytes.count > 5, String(decoding: (0..<6).map { bytes[$0] }, as: UTF8.self) == "CVSS:2" {
      return CVSS.Fault(.unknownVersion, at: 5, "A vector of version 2.0 has no prefix; begin with its first metric.")
    }
    let offset = versions.map { $0.agreement(with: bytes) }.max() ?? 0
    let prefixes = versions.filter { $0 != .v2_0 }.map(\.prefix).joined(separator: " or ")
    let table = CVSS.MetricTable.of(versions.first ?? .v4_0)
    if offset == 0, let stray = table.strayByte(bytes, 0..<1) { return stray }
    if offset == 8 {
      let reason =
        bytes.count == 8
        ? "No metrics follow the version."
        : "After the version stands a slash and nothing else."
      return CVSS.Fault(.malformed, at: 8, reason)
    }
    return CVSS.Fault(
      .unknownVersion, at: offset,
      prefixes.isEmpty
        ? "This is no vector."
        : "A vector begins with \(prefixes)\(versions.contains(.v2_0) ? "; one of version 2.0 with AV:" : "").")
  }
}
