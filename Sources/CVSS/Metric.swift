extension CVSS {
  /// A metric as a value, for programs that show or ask for all of them.
  public struct Metric: Hashable, Sendable, CustomStringConvertible {
    /// The metric groups of the specifications (4.0 section 1.1). Only the base group is mandatory.
    public enum Group: String, Hashable, Sendable, CaseIterable {
      /// What is lasting in a vulnerability.
      case base
      /// What changes with time (versions 2.0 and 3.x).
      case temporal
      /// What changes with time (version 4.0).
      case threat
      /// What is so at one consumer's.
      case environmental
      /// What changes no score (version 4.0).
      case supplemental
    }

    /// The parts of the base and environmental groups; of the others there is one each, with the group's name.
    public enum Part: String, Hashable, Sendable, CaseIterable {
      /// How the attack is made, and what it needs.
      case exploitability
      /// Whether the impact reaches beyond the vulnerable component (versions 3.x).
      case scope
      /// Versions 2.0 and 3.x.
      case impact
      /// The impact on the system that has the vulnerability, and on those behind it (version 4.0).
      case vulnerableSystem, subsequentSystem
      case temporal, threat
      /// Collateral damage and target distribution of version 2.0.
      case general
      /// How much confidentiality, integrity and availability matter to one consumer.
      case requirements
      /// Base metrics as they are in one consumer's environment (versions 3.x and 4.0).
      case modifiedExploitability, modifiedScope, modifiedImpact, modifiedVulnerableSystem, modifiedSubsequentSystem
      case supplemental
    }

    /// The version that asks this. `AV` of 3.0 and `AV` of 3.1 are two metrics.
    public let version: Version
    /// As vectors write it: `AV`.
    public let name: String
    /// Decides whether the metric is mandatory, and into which score it goes.
    public let group: Group
    /// Below which heading it is shown.
    public let part: Part
    /// The values as vectors write them, in the order of the specification. Where a metric may be left undefined,
    /// `X` (version 2.0: `ND`) stands first.
    public let codes: [String]
    /// Where the metric lies in ``Packed``.
    let slot: Int
    /// The packed number of the first code that defines something; the next ones follow it, and undefined is 0.
    let first: UInt8

    /// Whether each vector has it: the base metrics.
    public var isMandatory: Bool { group == .base }

    /// `X`, or `ND` in version 2.0; nil for mandatory metrics.
    public var undefinedCode: String? { isMandatory ? nil : codes.first }

    /// The same as ``name``.
    public var description: String { name }

    /// A metric is its version and its place there; the rest follows.
    public static func == (left: Metric, right: Metric) -> Bool {
      left.slot == right.slot && left.version == right.version
    }

    /// Of what `==` compares.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(version)
      hasher.combine(slot)
    }

    /// All metrics of a version, in the order in which vectors are written.
    public static func all(of version: Version) -> [Metric] { MetricTable.of(version).metrics }

    /// The metric that a vector of the version calls so; names are case-sensitive.
    public static func named(_ name: String, in version: Version) -> Metric? {
      all(of: version).first { $0.name == name }
    }

    /// The packed number of a code, nil if the metric does not take it.
    func packed(_ code: String) -> UInt8? { codes.firstIndex(of: code).map(packed(at:)) }

    /// The packed number of the code at an index.
    func packed(at index: Int) -> UInt8 {
      isMandatory ? first + UInt8(index) : index == 0 ? 0 : first + UInt8(index) - 1
    }

    /// The code of a packed number.
    func code(_ packed: UInt8) -> String {
      let index = isMandatory ? Int(packed) - Int(first) : packed == 0 ? 0 : Int(packed) - Int(first) + 1
      return codes.indices.contains(index) ? codes[index] : ""
    }
  }
}
