public import Foundation

/// What is known of one release line. No cell is empty at publication.
public enum LineStatus: Hashable, Sendable {
  case underInvestigation(followUp: Date?)
  /// Affected from this version on; the fix is being worked at.
  case affected(from: String)
  /// A patch exists that is not tested yet.
  case candidate(from: String, version: String, author: String)
  case fixed(from: String, Fix)
  case willNotFix(from: String, reason: String)
  case mitigationOnly(from: String, reason: String)
  case notAffected(Justification, detail: String)

  /// Why a line is not affected: the five labels that VEX formats share.
  public enum Justification: String, CaseIterable, Sendable {
    case componentNotPresent = "component_not_present"
    case codeNotPresent = "vulnerable_code_not_present"
    case notInExecutePath = "vulnerable_code_not_in_execute_path"
    case notControllable = "vulnerable_code_cannot_be_controlled_by_adversary"
    case mitigationsExist = "inline_mitigations_already_exist"
  }

  /// The fix of a line, with the evidence that it works (S44).
  public struct Fix: Hashable, Sendable {
    public var version: String
    public var evidence: String
    public var author: String
    public var tester: String

    public init(version: String, evidence: String, author: String, tester: String) {
      self.version = version
      self.evidence = evidence
      self.author = author
      self.tester = tester
    }
  }

  public var isFixed: Bool { if case .fixed = self { true } else { false } }

  public var isAffected: Bool {
    switch self {
    case .affected, .candidate, .fixed, .willNotFix, .mitigationOnly: true
    case .underInvestigation, .notAffected: false
    }
  }

  /// A status that a supported line may have at publication (G5).
  public var isFinal: Bool {
    switch self {
    case .underInvestigation, .affected, .candidate: false
    case .fixed, .willNotFix, .mitigationOnly, .notAffected: true
    }
  }
}
