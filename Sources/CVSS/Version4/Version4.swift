extension CVSS {
  /// A vector of version 4.0.
  public struct Version4: Hashable, Sendable, LosslessStringConvertible {
    var packed: Packed

    init(_ packed: Packed) { self.packed = packed }

    /// Reads `CVSS:4.0/AV:N/AC:L/…`: metrics in the order of section 7, each once, the eleven base metrics all.
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
        guard Version(namedBy: bytes.bytes) == .v4_0 else { throw Version.fault(bytes, expecting: [.v4_0]) }
        return try MetricTable.version4.parse(bytes, from: 9)
      } catch {
        throw error.suggesting(for: text, in: [.v4_0])
      }
    }

    /// The same without the fault: nil where ``init(parsing:)`` throws one.
    public init?(_ description: String) {
      guard let vector = try? Version4(parsing: description) else { return nil }
      self = vector
    }

    /// A vector with base metrics alone; the impacts are those on the vulnerable system and on subsequent ones.
    public init(
      _ attackVector: AttackVector, _ attackComplexity: AttackComplexity, _ attackRequirements: AttackRequirements,
      _ privilegesRequired: PrivilegesRequired, _ userInteraction: UserInteraction,
      confidentiality: (vulnerable: Impact, subsequent: SubsequentImpact),
      integrity: (vulnerable: Impact, subsequent: SubsequentImpact),
      availability: (vulnerable: Impact, subsequent: SubsequentImpact)
    ) {
      packed = Packed()
      self.attackVector = attackVector
      self.attackComplexity = attackComplexity
      self.attackRequirements = attackRequirements
      self.privilegesRequired = privilegesRequired
      self.userInteraction = userInteraction
      vulnerableConfidentiality = confidentiality.vulnerable
      subsequentConfidentiality = confidentiality.subsequent
      vulnerableIntegrity = integrity.vulnerable
      subsequentIntegrity = integrity.subsequent
      vulnerableAvailability = availability.vulnerable
      subsequentAvailability = availability.subsequent
    }

    /// The canonical text: defined metrics alone, in the order of the specification (section 7).
    public var vector: String { MetricTable.version4.write(packed) }

    /// The same as ``vector``.
    public var description: String { vector }

    /// Of ``score`` (section 6).
    public var severity: Severity { Severity(score, in: .v4_0) }

    /// The same with everything but the base metrics undefined.
    public var base: Version4 { Version4(Packed(low: packed.low & 0xfff_ffff_ffff)) }

    /// The score of the base metrics alone (CVSS-B).
    public var baseScore: Score { base.score }

    /// What kind of score ``score`` is; to be shown with it.
    public var nomenclature: Nomenclature {
      let hasThreat = packed.low >> 44 & 15 != 0
      let hasEnvironment = packed.low >> 48 & 0xfff != 0 || packed.high & 0xfff_ffff_ffff != 0
      return switch (hasThreat, hasEnvironment) {
      case (false, false): .base
      case (true, false): .baseThreat
      case (false, true): .baseEnvironmental
      case (true, true): .baseThreatEnvironmental
      }
    }
  }

  /// Which groups of metrics went into a score (4.0 section 1.3). Supplemental metrics never do.
  public enum Nomenclature: String, Hashable, Sendable, CaseIterable {
    /// Base metrics alone.
    case base = "CVSS-B"
    /// Base and threat metrics.
    case baseThreat = "CVSS-BT"
    /// Base and environmental metrics.
    case baseEnvironmental = "CVSS-BE"
    /// Base, threat and environmental metrics.
    case baseThreatEnvironmental = "CVSS-BTE"
  }
}
