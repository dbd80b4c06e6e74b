extension CVSS {
  /// A vector of version 3.0 or 3.1; they have the same metrics and differ in how they round.
  public struct Version3: Hashable, Sendable, LosslessStringConvertible {
    var packed: Packed
    /// ``Version/v3_0`` or ``Version/v3_1``.
    public var version: Version { packed[15] == 0 ? .v3_0 : .v3_1 }

    init(_ version: Version, _ packed: Packed) {
      self.packed = packed
      self.packed[15] = version == .v3_0 ? 0 : 1
    }

    /// Reads `CVSS:3.1/AV:N/AC:L/…` or `CVSS:3.0/…`: metrics in any order, each once, the eight base metrics all.
    public init(parsing text: String) throws(Fault) {
      if let packed = Self.scan(text.utf8.span.bytes) {
        self.packed = packed
      } else {
        packed = try Self.parse(text)
      }
    }

    @inline(never) private static func parse(_ text: String) throws(Fault) -> Packed {
      let bytes = text.utf8.span
      do throws(Fault) {
        guard let version = Version(namedBy: bytes.bytes), version == .v3_0 || version == .v3_1 else {
          throw Version.fault(bytes, expecting: [.v3_1, .v3_0])
        }
        return Version3(version, try MetricTable.of(version).parse(bytes, from: 9)).packed
      } catch {
        throw error.suggesting(for: text, in: [.v3_1, .v3_0])
      }
    }

    /// The same without the fault: nil where ``init(parsing:)`` throws one.
    public init?(_ description: String) {
      guard let vector = try? Version3(parsing: description) else { return nil }
      self = vector
    }

    /// A vector of version 3.1 with base metrics alone.
    public init(
      _ attackVector: AttackVector, _ attackComplexity: AttackComplexity, _ privilegesRequired: PrivilegesRequired,
      _ userInteraction: UserInteraction, _ scope: Scope, confidentiality: Impact, integrity: Impact,
      availability: Impact
    ) {
      self.init(.v3_1, Packed())
      self.attackVector = attackVector
      self.attackComplexity = attackComplexity
      self.privilegesRequired = privilegesRequired
      self.userInteraction = userInteraction
      self.scope = scope
      self.confidentiality = confidentiality
      self.integrity = integrity
      self.availability = availability
    }

    /// The canonical text: defined metrics alone, in the order of the specification (section 6).
    public var vector: String { MetricTable.of(version).write(packed) }

    /// The same as ``vector``.
    public var description: String { vector }

    /// Of ``score`` (section 5).
    public var severity: Severity { Severity(score, in: version) }

    /// The same with everything but the base metrics undefined.
    public var base: Version3 { Version3(version, Packed(low: packed.low & 0xffff_ffff)) }

    var isEnvironmental: Bool { packed.low & 0xfff << 44 != 0 || packed.high != 0 }
  }
}
