extension CVSS.Version4 {
  /// How far each metric is from its most severe value, four bits each in the slots of the base metrics, E, CR, IR and AR.
  /// Modified values stand for those they modify; E not defined counts as A, a requirement not defined as H
  /// (sections 3.1 and 4.1). The sets are those of section 8.2.
  struct Levels {
    private let levels: UInt64
    /// A one where a metric has its most severe value.
    private let worst: UInt64

    @inline(__always) init(_ packed: CVSS.Packed) {
      let values = packed.effective(11)
      let undefined = ~(values | values &>> 1 | values &>> 2) & 0x111_1000_0000_0000
      levels = ((values | undefined) & 0x777_7777_7777_7777) &- 0x111_1111_1111_1111
      worst = ~(levels | levels &>> 1) & 0x111_1111_1111_1111
    }

    @inline(__always) private func level(_ slot: UInt64) -> Int {
      Int(truncatingIfNeeded: levels &>> (slot &* 4) & 15)
    }

    @inline(__always) private func isWorst(_ slot: UInt64) -> Int { Int(truncatingIfNeeded: worst &>> (slot &* 4) & 1) }

    /// Whether neither the vulnerable nor subsequent systems lose anything.
    @inline(__always) var isHarmless: Bool { levels &>> 20 & 0xfff_fff == 0x333_222 }

    /// AV:N, PR:N and UI:N / one of these and not AV:P / neither.
    @inline(__always) var eq1: Int {
      let all = isWorst(0) & isWorst(3) & isWorst(4)
      let any = isWorst(0) | isWorst(3) | isWorst(4)
      let isPhysical = Int(truncatingIfNeeded: levels & levels &>> 1 & 1)
      return 2 &- (any & ~isPhysical) &- all
    }

    /// AC:L and AT:N / not both.
    @inline(__always) var eq2: Int { 1 &- (isWorst(1) & isWorst(2)) }

    /// VC:H and VI:H / one of VC, VI, VA is H / none.
    @inline(__always) var eq3: Int { 2 &- (isWorst(5) | isWorst(6) | isWorst(7)) &- (isWorst(5) & isWorst(6)) }

    /// MSI:S or MSA:S / one of SC, SI, SA is H / none.
    @inline(__always) var eq4: Int {
      let safety = isWorst(9) | isWorst(10)
      let subsequent = levels &>> 32
      let high = subsequent & ~(subsequent &>> 1) & 0x111 == 0 ? 0 : 1
      return 2 &- (high | safety) &- safety
    }

    /// E:A / E:P / E:U.
    @inline(__always) var eq5: Int { level(11) }

    /// CR:H with VC:H, IR:H with VI:H or AR:H with VA:H / none of these.
    @inline(__always) var eq6: Int { worst &>> 20 & worst &>> 48 & 0x111 == 0 ? 1 : 0 }

    /// The sum of the levels of the metrics of EQ1.
    @inline(__always) var sum1: Int { level(0) &+ level(3) &+ level(4) }

    /// The sum of the levels of the metrics of EQ3 and EQ6.
    @inline(__always) var sum36: Int {
      Self.sum((levels &>> 20 & 0xfff) &+ (levels &>> 48 & 0xfff))
    }

    /// The sum of the levels of the metrics of EQ4.
    @inline(__always) var sum4: Int { Self.sum(levels &>> 32 & 0xfff) }

    @inline(__always) private static func sum(_ three: UInt64) -> Int {
      Int(truncatingIfNeeded: (three &+ three &>> 4 &+ three &>> 8) & 15)
    }
  }
}
