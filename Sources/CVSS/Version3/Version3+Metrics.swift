extension CVSS.Version3 {
  // MARK: Base

  /// Attack Vector (AV).
  public var attackVector: AttackVector {
    get { packed[mandatory: 0] }
    set { packed[mandatory: 0] = newValue }
  }

  /// Attack Complexity (AC).
  public var attackComplexity: AttackComplexity {
    get { packed[mandatory: 1] }
    set { packed[mandatory: 1] = newValue }
  }

  /// Privileges Required (PR).
  public var privilegesRequired: PrivilegesRequired {
    get { packed[mandatory: 2] }
    set { packed[mandatory: 2] = newValue }
  }

  /// User Interaction (UI).
  public var userInteraction: UserInteraction {
    get { packed[mandatory: 3] }
    set { packed[mandatory: 3] = newValue }
  }

  /// Scope (S).
  public var scope: Scope {
    get { packed[mandatory: 4] }
    set { packed[mandatory: 4] = newValue }
  }

  /// Confidentiality Impact (C).
  public var confidentiality: Impact {
    get { packed[mandatory: 5] }
    set { packed[mandatory: 5] = newValue }
  }

  /// Integrity Impact (I).
  public var integrity: Impact {
    get { packed[mandatory: 6] }
    set { packed[mandatory: 6] = newValue }
  }

  /// Availability Impact (A).
  public var availability: Impact {
    get { packed[mandatory: 7] }
    set { packed[mandatory: 7] = newValue }
  }

  // MARK: Temporal

  /// Exploit Code Maturity (E); nil is undefined.
  public var exploitCodeMaturity: ExploitCodeMaturity? {
    get { packed[optional: 8] }
    set { packed[optional: 8] = newValue }
  }

  /// Remediation Level (RL); nil is undefined.
  public var remediationLevel: RemediationLevel? {
    get { packed[optional: 9] }
    set { packed[optional: 9] = newValue }
  }

  /// Report Confidence (RC); nil is undefined.
  public var reportConfidence: ReportConfidence? {
    get { packed[optional: 10] }
    set { packed[optional: 10] = newValue }
  }

  // MARK: Environmental

  /// Confidentiality Requirement (CR); nil is undefined.
  public var confidentialityRequirement: Requirement? {
    get { packed[optional: 11] }
    set { packed[optional: 11] = newValue }
  }

  /// Integrity Requirement (IR); nil is undefined.
  public var integrityRequirement: Requirement? {
    get { packed[optional: 12] }
    set { packed[optional: 12] = newValue }
  }

  /// Availability Requirement (AR); nil is undefined.
  public var availabilityRequirement: Requirement? {
    get { packed[optional: 13] }
    set { packed[optional: 13] = newValue }
  }

  /// Modified Attack Vector (MAV); nil is undefined.
  public var modifiedAttackVector: AttackVector? {
    get { packed[optional: 16] }
    set { packed[optional: 16] = newValue }
  }

  /// Modified Attack Complexity (MAC); nil is undefined.
  public var modifiedAttackComplexity: AttackComplexity? {
    get { packed[optional: 17] }
    set { packed[optional: 17] = newValue }
  }

  /// Modified Privileges Required (MPR); nil is undefined.
  public var modifiedPrivilegesRequired: PrivilegesRequired? {
    get { packed[optional: 18] }
    set { packed[optional: 18] = newValue }
  }

  /// Modified User Interaction (MUI); nil is undefined.
  public var modifiedUserInteraction: UserInteraction? {
    get { packed[optional: 19] }
    set { packed[optional: 19] = newValue }
  }

  /// Modified Scope (MS); nil is undefined.
  public var modifiedScope: Scope? {
    get { packed[optional: 20] }
    set { packed[optional: 20] = newValue }
  }

  /// Modified Confidentiality Impact (MC); nil is undefined.
  public var modifiedConfidentiality: Impact? {
    get { packed[optional: 21] }
    set { packed[optional: 21] = newValue }
  }

  /// Modified Integrity Impact (MI); nil is undefined.
  public var modifiedIntegrity: Impact? {
    get { packed[optional: 22] }
    set { packed[optional: 22] = newValue }
  }

  /// Modified Availability Impact (MA); nil is undefined.
  public var modifiedAvailability: Impact? {
    get { packed[optional: 23] }
    set { packed[optional: 23] = newValue }
  }
}
