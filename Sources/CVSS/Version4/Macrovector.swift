extension CVSS {
  /// The six equivalence sets of a vector of version 4.0 (section 8.2), 0 the most severe: `100100`.
  public struct Macrovector: Hashable, Sendable, CustomStringConvertible {
    /// Attack Vector, Privileges Required and User Interaction: 0 to 2.
    public let eq1: Int
    /// Attack Complexity and Attack Requirements: 0 or 1.
    public let eq2: Int
    /// Impacts on the vulnerable system: 0 to 2.
    public let eq3: Int
    /// Impacts on subsequent systems: 0 to 2.
    public let eq4: Int
    /// Exploit Maturity: 0 to 2.
    public let eq5: Int
    /// Requirements with impacts on the vulnerable system: 0 or 1.
    public let eq6: Int

    /// The six digits, EQ1 first, as the specification writes them.
    public var description: String { "\(eq1)\(eq2)\(eq3)\(eq4)\(eq5)\(eq6)" }

    /// EQ3 and EQ6 as one set, because the second depends on the first: 00, 01, 10, 11, 21.
    @inline(__always) var eq36: Int { eq3 &* 2 &+ eq6 &- eq3 &>> 1 }

    /// Its place in ``scores``.
    @inline(__always) var index: Int { (((eq1 &* 2 &+ eq2) &* 5 &+ eq36) &* 3 &+ eq4) &* 3 &+ eq5 }
  }
}
