extension CVSS {
  /// The values of up to 32 metrics, four bits each: 0 for undefined, else the place of the value in the specification's
  /// list. Slots 0 to 15 lie in `low`, 16 to 31 in `high`; a modified base metric lies 16 above the one it modifies.
  struct Packed: Hashable, Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    @inline(__always) subscript(slot: Int) -> UInt8 {
      get {
        let word = slot < 16 ? low : high
        return UInt8(truncatingIfNeeded: word >> UInt64(slot & 15 &* 4)) & 15
      }
      set {
        let shift = UInt64(slot & 15 &* 4)
        let (mask, bits) = (15 << shift as UInt64, UInt64(newValue & 15) << shift)
        if slot < 16 { low = low & ~mask | bits } else { high = high & ~mask | bits }
      }
    }

    /// `low` with each of the first `count` metrics replaced by its modified one, where that is defined.
    @inline(__always) func effective(_ count: UInt64) -> UInt64 {
      let modified = high & (1 << (count &* 4) &- 1)
      let defined = (modified | modified >> 1 | modified >> 2) & 0x1111_1111_1111_1111
      return low & ~(defined &* 15) | modified
    }
  }
}
