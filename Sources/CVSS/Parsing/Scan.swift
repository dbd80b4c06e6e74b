extension CVSS {
  /// The quick way through a vector that is written as most are: metrics in canonical order, nothing odd.
  ///
  /// It reads eight bytes at a time, compares them with the only ones that may stand there, and looks its letter up in a
  /// table that has the packed numbers of all metrics at once; differences are gathered and judged at the end. Whatever is
  /// not as expected gives no values, and the caller has ``MetricTable/parse(_:from:)`` look at the text again: that one
  /// knows all orders and all faults. All reading is checked against the bounds of the text.
  struct Scan<Letters: LetterTable> {
    /// Undefined is 8 here, so that it differs from what was not read.
    var packed = Packed()
    /// A one at the foot of each metric that was read.
    var read = Packed()
    /// Bits that are not as they must be.
    var difference: UInt64 = 0
    /// Where the slash before the next metric stands.
    var position: Int

    init(at position: Int) { self.position = position }

    /// A metric that must stand at a fixed place.
    @inline(__always) mutating func mandatory(_ bytes: RawSpan, _ mark: Mark, at place: Int, slot: UInt64) {
      take(bytes.word(at: place), mark, slot: slot)
      position = place &+ mark.count &+ 1
    }

    /// A metric that may stand here.
    @inline(__always) mutating func optional(_ bytes: RawSpan, _ mark: Mark, slot: UInt64) {
      guard position < bytes.byteCount else { return }
      let word = bytes.word(at: position)
      guard mark.begins(word) else { return }
      take(word, mark, slot: slot)
      position &+= mark.count &+ 1
    }

    /// Of the letter only the lowest five bits are looked up, the others are compared.
    @inline(__always) private mutating func take(_ word: UInt64, _ mark: Mark, slot: UInt64) {
      let shift = UInt64(truncatingIfNeeded: mark.count &* 8)
      difference |= (word ^ (mark.bits | 0x40 &<< shift)) & (mark.mask | 0xe0 &<< shift)
      let numbers = Letters.numbers(Int(truncatingIfNeeded: word &>> shift & 31), slot: slot)
      if slot < 16 {
        packed.low |= numbers & 15 &<< (slot &* 4)
        read.low |= 1 &<< (slot &* 4)
      } else {
        packed.high |= numbers & 15 &<< (slot &* 4 &- 64)
        read.high |= 1 &<< (slot &* 4 &- 64)
      }
    }

    /// The values, if the text ended here and nothing in it was odd.
    ///
    /// - Parameter base: a one at the foot of each base metric; these must be defined.
    @inline(__always) func values(_ bytes: RawSpan, base: UInt64) -> Packed? {
      let isValid =
        position == bytes.byteCount && difference == 0
        && Self.filled(packed.low) == read.low && Self.filled(packed.high) == read.high
        && packed.low & base &<< 3 == 0
      guard isValid else { return nil }
      return Packed(low: packed.low & 0x7777_7777_7777_7777, high: packed.high & 0x7777_7777_7777_7777)
    }

    /// A one at the foot of each four bits that are not all zero.
    @inline(__always) private static func filled(_ word: UInt64) -> UInt64 {
      let pairs = word | word &>> 1
      return (pairs | pairs &>> 2) & 0x1111_1111_1111_1111
    }
  }

  /// What the letters mean to each metric of a version.
  protocol LetterTable {
    /// The packed numbers that a letter (1 for A) stands for, each where its metric's slot is; 0 where it means nothing,
    /// 8 where it means undefined, and 9 for what is only a value of the modified metric, sixteen slots on.
    static func numbers(_ letter: Int, slot: UInt64) -> UInt64
  }

  /// How a metric begins, `/AV:`, as a number with the first byte lowest.
  struct Mark {
    let bits: UInt64
    let mask: UInt64
    /// In bytes.
    let count: Int

    @inline(__always) init(_ first: Unicode.Scalar) {
      bits = 0x2f | UInt64(first.value) << 8 | 0x3a << 16
      (mask, count) = (0xff_ffff, 3)
    }

    @inline(__always) init(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
      bits = 0x2f | UInt64(first.value) << 8 | UInt64(second.value) << 16 | 0x3a << 24
      (mask, count) = (0xffff_ffff, 4)
    }

    @inline(__always) init(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar) {
      bits = 0x2f | UInt64(first.value) << 8 | UInt64(second.value) << 16 | UInt64(third.value) << 24 | 0x3a << 32
      (mask, count) = (0xff_ffff_ffff, 5)
    }

    /// As the first metric of a vector without a prefix stands.
    @inline(__always) var withoutSlash: Mark { Mark(bits: bits &>> 8, mask: mask &>> 8, count: count &- 1) }

    private init(bits: UInt64, mask: UInt64, count: Int) { (self.bits, self.mask, self.count) = (bits, mask, count) }

    @inline(__always) func begins(_ word: UInt64) -> Bool { (word ^ bits) & mask == 0 }
  }
}

extension RawSpan {
  /// The eight bytes from a place on, the first one lowest; zeros beyond the end. The span has at least eight bytes.
  @inline(__always) func word(at place: Int) -> UInt64 {
    let last = byteCount &- 8
    guard place > last else { return UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)) }
    let word = UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: last, as: UInt64.self))
    return word &>> UInt64(truncatingIfNeeded: (place &- last) &* 8)
  }
}
