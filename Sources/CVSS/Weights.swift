extension CVSS {
  /// The weights of a metric's values, a byte each in the order of their packed numbers; one constant, no table in memory.
  struct Weights {
    private let bits: UInt64

    /// - Parameter undefined: what a metric that is not defined counts as.
    @inline(__always) init(
      undefined: UInt64 = 0, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0, _ fourth: UInt64 = 0,
      _ fifth: UInt64 = 0
    ) {
      bits = undefined | first << 8 | second << 16 | third << 24 | fourth << 32 | fifth << 40
    }

    /// The weight of the value in the slot of a packed word.
    @inline(__always) func of(_ values: UInt64, _ slot: UInt64) -> Int {
      let number = values &>> (slot &* 4) & 7
      return Int(truncatingIfNeeded: bits &>> (number &* 8) & 0xff)
    }
  }
}
