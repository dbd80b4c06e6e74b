public import Casework

/// The policy as people write it: a YAML file, checked before anything is believed.
///
/// The file may come from anywhere: it is bounded in size, and what YAML offers beyond plain data (anchors, tags,
/// keys that are no words) is refused. Nothing here reads the file system.
public enum PolicyFile {
  /// The largest file that is looked at, in bytes.
  public static let limit = 256 * 1_024

  /// The policy that the text describes. Advice does not stand in the way; any error does.
  public static func read(_ text: String) throws(PolicyFaults) -> Policy {
    let (policy, findings) = examine(text)
    let errors = findings.filter { $0.severity == .error }
    guard let policy, errors.isEmpty else { throw PolicyFaults(findings: findings) }
    return policy
  }

  /// Everything there is to say about the text, in the order of its lines; empty when there is nothing.
  public static func check(_ text: String) -> [Finding] { examine(text).findings }

  static func examine(_ text: String) -> (policy: Policy?, findings: [Finding]) {
    let findings = Findings()
    guard let root = Document.compose(text, findings) else { return (nil, findings.sorted) }
    var policy: Policy?
    root.visit { policy = $0.policy() }
    return (policy, findings.sorted)
  }

  /// One thing to mend or to think about, and where.
  public struct Finding: Hashable, Sendable, CustomStringConvertible {
    public enum Severity: String, Hashable, Sendable {
      /// The file is not used until this is put right.
      case error
      /// Norms expect it; the project decides.
      case advice
    }

    public let severity: Severity
    /// Counted from 1.
    public let line: Int
    /// The path of the key, such as `clocks.acknowledge_business_days` or `lines[2].label`; empty for the whole file.
    public let key: String
    /// What is wrong, to be read after the key: “must be …”.
    public let reason: String

    /// The finding as compilers write theirs: `policy.yaml:14: clocks.holding_hours: must be …`.
    public func text(in file: String) -> String {
      let kind = severity == .advice ? "advice: " : ""
      return "\(file):\(line): \(kind)\(key.isEmpty ? "" : "\(key): ")\(reason)"
    }

    public var description: String { text(in: "policy.yaml") }
  }
}

/// Why a file is no policy: every finding, advice included, at least one of them an error.
public struct PolicyFaults: Error, Hashable, CustomStringConvertible {
  public let findings: [PolicyFile.Finding]

  public var description: String { findings.map(\.description).joined(separator: "\n") }
}
