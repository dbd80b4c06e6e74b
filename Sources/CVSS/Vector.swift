extension CVSS {
  /// A vector of any version.
  public enum Vector: Hashable, Sendable, CustomStringConvertible {
    /// Version 2.0.
    case version2(Version2)
    /// Version 3.0 or 3.1; ``Version3/version`` says which.
    case version3(Version3)
    /// Version 4.0.
    case version4(Version4)

    /// Reads a vector of the version that its prefix names; without one it is of version 2.0.
    public init(parsing text: String) throws(Fault) {
      switch Version(namedBy: text.utf8.span.bytes) {
      case .v3_0, .v3_1: self = .version3(try Version3(parsing: text))
      case .v4_0: self = .version4(try Version4(parsing: text))
      case .v2_0, nil: self = .version2(try Self.version2(text))
      }
    }

    private static func version2(_ text: String) throws(Fault) -> Version2 {
      do throws(Fault) {
        guard Version.mayBe2(text.utf8.span) else { throw Version.fault(text.utf8.span, expecting: likely) }
        return try Version2(parsing: text)
      } catch {
        throw error.suggesting(for: text, in: likely)
      }
    }

    /// What a text without a version is tried as when somebody shall be told what was probably meant.
    private static let likely: [Version] = [.v4_0, .v3_1, .v3_0, .v2_0]

    /// By whose rules the vector is scored and written.
    public var version: Version {
      switch self {
      case .version2: .v2_0
      case .version3(let vector): vector.version
      case .version4: .v4_0
      }
    }

    /// The canonical text: defined metrics alone, in the order of the specification.
    public var vector: String { table.write(packed) }

    /// The same as ``vector``.
    public var description: String { vector }

    /// The overall score: environmental if an environmental metric is defined, else temporal, else base. Version 4.0 has one.
    public var score: Score {
      switch self {
      case .version2(let vector): vector.score
      case .version3(let vector): vector.score
      case .version4(let vector): vector.score
      }
    }

    /// The score of the base metrics alone.
    public var baseScore: Score {
      switch self {
      case .version2(let vector): vector.baseScore
      case .version3(let vector): vector.baseScore
      case .version4(let vector): vector.baseScore
      }
    }

    /// Of ``score``.
    public var severity: Severity { Severity(score, in: version) }

    /// Of ``baseScore``.
    public var baseSeverity: Severity { Severity(baseScore, in: version) }

    /// What the temporal equation gives: nil in version 4.0, and in 2.0 if no temporal metric is defined.
    public var temporalScore: Score? {
      switch self {
      case .version2(let vector): vector.temporalScore
      case .version3(let vector): vector.temporalScore
      case .version4: nil
      }
    }

    /// What the environmental equation gives: nil in version 4.0, and in 2.0 if no environmental metric is defined.
    public var environmentalScore: Score? {
      switch self {
      case .version2(let vector): vector.environmentalScore
      case .version3(let vector): vector.environmentalScore
      case .version4: nil
      }
    }

    var packed: Packed {
      switch self {
      case .version2(let vector): vector.packed
      case .version3(let vector): vector.packed
      case .version4(let vector): vector.packed
      }
    }

    var table: MetricTable { .of(version) }

    /// The same version with other values; a caller sees to it that mandatory metrics stay defined.
    init(_ version: Version, _ packed: Packed) {
      switch version {
      case .v2_0: self = .version2(Version2(packed))
      case .v3_0, .v3_1: self = .version3(Version3(version, packed))
      case .v4_0: self = .version4(Version4(packed))
      }
    }
  }
}
