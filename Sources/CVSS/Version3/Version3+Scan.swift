extension CVSS.Version3 {
  /// The quick way; nil for what is not in canonical order and for what is no vector.
  @inline(__always) static func scan(_ bytes: RawSpan) -> CVSS.Packed? {
    guard bytes.byteCount >= 44 else { return nil }
    // CVSS:3.0, or one more in its last byte.
    let minor = (bytes.word(at: 0) ^ 0x302e_333a_5353_5643) &>> 56
    guard bytes.word(at: 0) ^ minor &<< 56 == 0x302e_333a_5353_5643, minor < 2 else { return nil }
    var scan = CVSS.Scan<Letters>(at: 8)
    scan.mandatory(bytes, .init("A", "V"), at: 8, slot: 0)
    scan.mandatory(bytes, .init("A", "C"), at: 13, slot: 1)
    scan.mandatory(bytes, .init("P", "R"), at: 18, slot: 2)
    scan.mandatory(bytes, .init("U", "I"), at: 23, slot: 3)
    scan.mandatory(bytes, .init("S"), at: 28, slot: 4)
    scan.mandatory(bytes, .init("C"), at: 32, slot: 5)
    scan.mandatory(bytes, .init("I"), at: 36, slot: 6)
    scan.mandatory(bytes, .init("A"), at: 40, slot: 7)
    if bytes.byteCount > 44 { more(bytes, &scan) }
    guard var packed = scan.values(bytes, base: 0x1111_1111) else { return nil }
    packed.low |= minor &<< 60
    return packed
  }

  @inline(__always) private static func more(_ bytes: RawSpan, _ scan: inout CVSS.Scan<Letters>) {
    scan.optional(bytes, .init("E"), slot: 8)
    scan.optional(bytes, .init("R", "L"), slot: 9)
    scan.optional(bytes, .init("R", "C"), slot: 10)
    scan.optional(bytes, .init("C", "R"), slot: 11)
    scan.optional(bytes, .init("I", "R"), slot: 12)
    scan.optional(bytes, .init("A", "R"), slot: 13)
    scan.optional(bytes, .init("M", "A", "V"), slot: 16)
    scan.optional(bytes, .init("M", "A", "C"), slot: 17)
    scan.optional(bytes, .init("M", "P", "R"), slot: 18)
    scan.optional(bytes, .init("M", "U", "I"), slot: 19)
    scan.optional(bytes, .init("M", "S"), slot: 20)
    scan.optional(bytes, .init("M", "C"), slot: 21)
    scan.optional(bytes, .init("M", "I"), slot: 22)
    scan.optional(bytes, .init("M", "A"), slot: 23)
  }

  /// Base and modified metrics share their places.
  enum Letters: CVSS.LetterTable {
    @inline(__always) static func numbers(_ letter: Int, slot: UInt64) -> UInt64 { table[letter] }

    /// Requirements, RC RL E, then A I C S UI PR AC AV: the digits from left to right.
    private static let table: InlineArray<32, UInt64> = [
      0,
      0x0000_0000_0000_0002,  // A
      0,
      0x0000_0100_0002_0000,  // C
      0, 0,
      0x0000_0002_0000_0000,  // F
      0,
      0x0011_1001_1110_0320,  // H
      0, 0, 0,
      0x0033_3000_2220_0213,  // L
      0x0022_2000_0000_0000,  // M
      0x0000_0000_3330_1101,  // N
      0x0000_0040_0000_0000,  // O
      0x0000_0003_0000_0004,  // P
      0,
      0x0000_0200_0000_2000,  // R
      0,
      0x0000_0030_0000_0000,  // T
      0x0000_0314_0001_0000,  // U
      0,
      0x0000_0020_0000_0000,  // W
      0x0088_8888_8888_8888,  // X
      0, 0, 0, 0, 0, 0, 0,
    ]
  }
}
