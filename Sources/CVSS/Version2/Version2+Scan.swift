extension CVSS.Version2 {
  /// The quick way; nil for what is not in canonical order and for what is no vector.
  @inline(__always) static func scan(_ bytes: RawSpan) -> CVSS.Packed? {
    guard bytes.byteCount >= 26 else { return nil }
    var scan = CVSS.Scan<Letters>(at: 0)
    scan.mandatory(bytes, .init("A", "V").withoutSlash, at: 0, slot: 0)
    scan.mandatory(bytes, .init("A", "C"), at: 4, slot: 1)
    scan.mandatory(bytes, .init("A", "u"), at: 9, slot: 2)
    scan.mandatory(bytes, .init("C"), at: 14, slot: 3)
    scan.mandatory(bytes, .init("I"), at: 18, slot: 4)
    scan.mandatory(bytes, .init("A"), at: 22, slot: 5)
    if bytes.byteCount > 26 { more(bytes, &scan) }
    return scan.values(bytes, base: 0x11_1111)
  }

  @inline(__always) private static func more(_ bytes: RawSpan, _ scan: inout CVSS.Scan<Letters>) {
    scan.word(bytes, .init("E"), slot: 6)
    scan.word(bytes, .init("R", "L"), slot: 7)
    scan.word(bytes, .init("R", "C"), slot: 8)
    scan.word(bytes, .init("C", "D", "P"), slot: 9)
    scan.word(bytes, .init("T", "D"), slot: 10)
    scan.word(bytes, .init("C", "R"), slot: 11)
    scan.word(bytes, .init("I", "R"), slot: 12)
    scan.word(bytes, .init("A", "R"), slot: 13)
  }

  /// Base metrics have letters for values, the others words.
  enum Letters: CVSS.WordTable {
    @inline(__always) static func numbers(_ letter: Int, slot: UInt64) -> UInt64 { letters[letter] }

    /// The product spreads the sixteen words there are over the table without a collision.
    @inline(__always) static func numbers(word: UInt64) -> UInt64 {
      words[Int(truncatingIfNeeded: (UInt32(truncatingIfNeeded: word) &* 0xbd0a_fdef) &>> 28)]
    }

    /// A I C Au AC AV: the last digits from left to right.
    private static let letters: InlineArray<32, UInt64> = [
      0,
      0x0000_0000_0000_0002,  // A
      0,
      0x0000_0000_0033_3000,  // C
      0, 0, 0, 0,
      0x0000_0000_0000_0010,  // H
      0, 0, 0,
      0x0000_0000_0000_0031,  // L
      0x0000_0000_0000_0120,  // M
      0x0000_0000_0011_1303,  // N
      0,
      0x0000_0000_0022_2000,  // P
      0, 0,
      0x0000_0000_0000_0200,  // S
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ]

    /// The word itself in the last six digits, the first letter lowest; before it, from left to right, AR IR CR TD CDP RC RL E.
    private static let words: InlineArray<16, UInt64> = [
      0x0000_0000_2000_4654,  // TF
      0x0011_1220_0000_004c,  // L
      0x0033_3450_0400_0048,  // H
      0x0000_0000_3000_0057,  // W
      0x0000_0002_0000_5255,  // UR
      0x0000_0000_1000_464f,  // OF
      0x0000_0030_0000_4d4c,  // LM
      0x0000_0003_0000_0043,  // C
      0x0088_8888_8800_444e,  // ND
      0x0000_0110_0000_004e,  // N
      0x0000_0001_0000_4355,  // UC
      0x0000_0000_0300_0046,  // F
      0x0000_0000_4100_0055,  // U
      0x0022_2300_0000_004d,  // M
      0x0000_0000_0243_4f50,  // POC
      0x0000_0040_0000_484d,  // MH
    ]
  }
}
