extension CVSS {
  /// What whole words mean to the metrics that have such values.
  protocol WordTable: LetterTable {
    /// For a word of one to three letters, the first lowest: the only word in this place of the table in the low 24 bits,
    /// and above it the packed numbers that it stands for, each where its metric's slot is.
    static func numbers(word: UInt64) -> UInt64
  }
}

extension CVSS.Scan where Letters: CVSS.WordTable {
  /// A metric that may stand here, with a word of up to three letters for its value.
  @inline(__always) mutating func word(_ bytes: RawSpan, _ mark: CVSS.Mark, slot: UInt64) {
    guard position < bytes.byteCount else { return }
    let text = bytes.word(at: position)
    guard mark.begins(text) else { return }
    // Letters have bit 6 set, a slash and the zeros beyond the end have not.
    let start = UInt64(truncatingIfNeeded: mark.count &* 8)
    let ends = ~text & 0x4040_4040_4040_4040 &<< start
    let end = ends.trailingZeroBitCount
    let word = text &>> start & (1 &<< (UInt64(truncatingIfNeeded: end &- 6) &- start) &- 1)
    let numbers = Letters.numbers(word: word)
    difference |= word ^ numbers & 0xff_ffff
    if ends == 0 { difference |= 1 }
    packed.low |= numbers & 15 &<< (slot &* 4)
    read.low |= 1 &<< (slot &* 4)
    position &+= end &>> 3
  }
}
