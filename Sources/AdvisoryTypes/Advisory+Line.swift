extension Advisory {
  /// What one release line has to say about the vulnerability.
  public struct Line: Hashable, Sendable {
    /// The line, such as `7.3` or `7`: what the numbers of its versions begin with.
    public var label: String
    public var status: Status
    /// Whether the publisher still maintains the line.
    public var supported: Bool

    public init(label: String, status: Status, supported: Bool = true) {
      self.label = label
      self.status = status
      self.supported = supported
    }

    public enum Status: Hashable, Sendable {
      /// Affected from that version on; `0` or nothing means from the first of the line.
      case affected(from: String, solution: Solution)
      case notAffected(justification: Justification, detail: String)
      case underInvestigation(note: String)
    }

    public enum Solution: Hashable, Sendable {
      /// Fixed in that version of the line; the address leads to it.
      case fixed(version: String, url: String?)
      case willNotFix(reason: String)
      case mitigationOnly(reason: String)
      case pending(note: String)
    }

    /// Why a line is not affected: the five labels that CSAF and OpenVEX share.
    public enum Justification: String, Hashable, Sendable, CaseIterable {
      case componentNotPresent = "component_not_present"
      case vulnerableCodeNotPresent = "vulnerable_code_not_present"
      case vulnerableCodeNotInExecutePath = "vulnerable_code_not_in_execute_path"
      case vulnerableCodeCannotBeControlledByAdversary = "vulnerable_code_cannot_be_controlled_by_adversary"
      case inlineMitigationsAlreadyExist = "inline_mitigations_already_exist"

      /// The label as a sentence.
      public var sentence: String {
        switch self {
        case .componentNotPresent: "The vulnerable component is not part of it."
        case .vulnerableCodeNotPresent: "The vulnerable code is not part of it."
        case .vulnerableCodeNotInExecutePath: "The vulnerable code is never executed."
        case .vulnerableCodeCannotBeControlledByAdversary: "An attacker cannot reach the vulnerable code."
        case .inlineMitigationsAlreadyExist: "Protection against it is already built in."
        }
      }
    }
  }
}
