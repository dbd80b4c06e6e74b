extension CVSS.Version4 {
  /// The quick way; nil for what is not in canonical order and for what is no vector.
  @inline(__always) static func scan(_ bytes: RawSpan) -> CVSS.Packed? {
    guard bytes.byteCount >= 63, bytes.word(at: 0) == 0x302e_343a_5353_5643 else { return nil }  // CVSS:4.0
    var scan = CVSS.Scan<Letters>(at: 8)
    scan.mandatory(bytes, .init("A", "V"), at: 8, slot: 0)
    scan.mandatory(bytes, .init("A", "C"), at: 13, slot: 1)
    scan.mandatory(bytes, .init("A", "T"), at: 18, slot: 2)
    scan.mandatory(bytes, .init("P", "R"), at: 23, slot: 3)
    scan.mandatory(bytes, .init("U", "I"), at: 28, slot: 4)
    scan.mandatory(bytes, .init("V", "C"), at: 33, slot: 5)
    scan.mandatory(bytes, .init("V", "I"), at: 38, slot: 6)
    scan.mandatory(bytes, .init("V", "A"), at: 43, slot: 7)
    scan.mandatory(bytes, .init("S", "C"), at: 48, slot: 8)
    scan.mandatory(bytes, .init("S", "I"), at: 53, slot: 9)
    scan.mandatory(bytes, .init("S", "A"), at: 58, slot: 10)
    if bytes.byteCount > 63 { more(bytes, &scan) }
    return scan.values(bytes, base: 0x111_1111_1111)
  }

  @inline(__always) private static func more(_ bytes: RawSpan, _ scan: inout CVSS.Scan<Letters>) {
    scan.optional(bytes, .init("E"), slot: 11)
    scan.optional(bytes, .init("C", "R"), slot: 12)
    scan.optional(bytes, .init("I", "R"), slot: 13)
    scan.optional(bytes, .init("A", "R"), slot: 14)
    scan.optional(bytes, .init("M", "A", "V"), slot: 16)
    scan.optional(bytes, .init("M", "A", "C"), slot: 17)
    scan.optional(bytes, .init("M", "A", "T"), slot: 18)
    scan.optional(bytes, .init("M", "P", "R"), slot: 19)
    scan.optional(bytes, .init("M", "U", "I"), slot: 20)
    scan.optional(bytes, .init("M", "V", "C"), slot: 21)
    scan.optional(bytes, .init("M", "V", "I"), slot: 22)
    scan.optional(bytes, .init("M", "V", "A"), slot: 23)
    scan.optional(bytes, .init("M", "S", "C"), slot: 24)
    scan.optional(bytes, .init("M", "S", "I"), slot: 25)
    scan.optional(bytes, .init("M", "S", "A"), slot: 26)
    scan.optional(bytes, .init("S"), slot: 15)
    scan.optional(bytes, .init("A", "U"), slot: 27)
    scan.optional(bytes, .init("R"), slot: 28)
    scan.optional(bytes, .init("V"), slot: 29)
    scan.optional(bytes, .init("R", "E"), slot: 30)
    urgency(bytes, &scan)
  }

  /// U, whose values are words: after the first letter, which tells them apart, the others are compared.
  @inline(__always) private static func urgency(_ bytes: RawSpan, _ scan: inout CVSS.Scan<Letters>) {
    let start = scan.position
    scan.optional(bytes, .init("U"), slot: 31)
    guard scan.position > start else { return }
    let tail: UInt64 =
      switch scan.packed.high &>> 60 {
      case 1: 0x7261_656c  // lear
      case 2: 0x6e65_6572  // reen
      case 3: 0x7265_626d  // mber
      case 4: 0x6465  // ed
      default: 0
      }
    let count = (71 &- tail.leadingZeroBitCount) &>> 3
    scan.difference |= bytes.word(at: scan.position) & (1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1) ^ tail
    scan.position &+= count
  }

  /// Base and modified metrics share their places; the supplemental ones from AU on have a table of their own.
  enum Letters: CVSS.LetterTable {
    @inline(__always) static func numbers(_ letter: Int, slot: UInt64) -> UInt64 {
      slot < 27 ? common[letter] : supplemental[letter]
    }

    /// S E and requirements, then SA SI SC VA VI VC UI PR AT AC AV: the digits from left to right.
    private static let common: InlineArray<32, UInt64> = [
      0,
      0x0000_1000_0003_0002,  // A
      0, 0, 0, 0, 0, 0,
      0x0111_0222_1110_3020,  // H
      0, 0, 0,
      0x0333_0333_2220_2013,  // L
      0x0222_0000_0000_0000,  // M
      0x1000_0444_3331_1101,  // N
      0,
      0x2000_2000_0002_0204,  // P
      0, 0,
      0x0000_0990_0000_0000,  // S
      0,
      0x0000_3000_0000_0000,  // U
      0, 0,
      0x8888_8888_8888_8888,  // X
      0, 0, 0, 0, 0, 0, 0,
    ]

    /// U RE V R AU.
    private static let supplemental: InlineArray<32, UInt64> = [
      0,
      0x3001_0000_0000_0000,  // A
      0,
      0x1020_0000_0000_0000,  // C
      0x0010_0000_0000_0000,  // D
      0, 0,
      0x2000_0000_0000_0000,  // G
      0x0300_0000_0000_0000,  // H
      0x0003_0000_0000_0000,  // I
      0, 0,
      0x0100_0000_0000_0000,  // L
      0x0200_0000_0000_0000,  // M
      0x0000_1000_0000_0000,  // N
      0, 0, 0,
      0x4000_0000_0000_0000,  // R
      0, 0,
      0x0002_0000_0000_0000,  // U
      0, 0,
      0x8888_8000_0000_0000,  // X
      0x0000_2000_0000_0000,  // Y
      0, 0, 0, 0, 0, 0,
    ]
  }
}
