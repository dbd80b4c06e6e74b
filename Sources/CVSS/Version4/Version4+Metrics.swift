extension CVSS.Version4 {
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

  /// Attack Requirements (AT).
  public var attackRequirements: AttackRequirements {
    get { packed[mandatory: 2] }
    set { packed[mandatory: 2] = newValue }
  }

  /// Privileges Required (PR).
  public var privilegesRequired: PrivilegesRequired {
    get { packed[mandatory: 3] }
    set { packed[mandatory: 3] = newValue }
  }

  /// User Interaction (UI).
  public var userInteraction: UserInteraction {
    get { packed[mandatory: 4] }
    set { packed[mandatory: 4] = newValue }
  }

  /// Confidentiality Impact to the Vulnerable System (VC).
  public var vulnerableConfidentiality: Impact {
    get { packed[mandatory: 5] }
    set { packed[mandatory: 5] = newValue }
  }

  /// Integrity Impact to the Vulnerable System (VI).
  public var vulnerableIntegrity: Impact {
    get { packed[mandatory: 6] }
    set { packed[mandatory: 6] = newValue }
  }

  /// Availability Impact to the Vulnerable System (VA).
  public var vulnerableAvailability: Impact {
    get { packed[mandatory: 7] }
    set { packed[mandatory: 7] = newValue }
  }

  /// Confidentiality Impact to Subsequent Systems (SC).
  public var subsequentConfidentiality: SubsequentImpact {
    get { packed[mandatory: 8] }
    set { packed[mandatory: 8] = newValue }
  }

  /// Integrity Impact to Subsequent Systems (SI).
  public var subsequentIntegrity: SubsequentImpact {
    get { packed[mandatory: 9] }
    set { packed[mandatory: 9] = newValue }
  }

  /// Availability Impact to Subsequent Systems (SA).
  public var subsequentAvailability: SubsequentImpact {
    get { packed[mandatory: 10] }
    set { packed[mandatory: 10] = newValue }
  }

  // MARK: Threat

  /// Exploit Maturity (E); nil is undefined.
  public var exploitMaturity: ExploitMaturity? {
    get { packed[optional: 11] }
    set { packed[optional: 11] = newValue }
  }

  // MARK: Environmental

  /// Confidentiality Requirement (CR); nil is undefined.
  public var confidentialityRequirement: Requirement? {
    get { packed[optional: 12] }
    set { packed[optional: 12] = newValue }
  }

  /// Integrity Requirement (IR); nil is undefined.
  public var integrityRequirement: Requirement? {
    get { packed[optional: 13] }
    set { packed[optional: 13] = newValue }
  }

  /// Availability Requirement (AR); nil is undefined.
  public var availabilityRequirement: Requirement? {
    get { packed[optional: 14] }
    set { packed[optional: 14] = newValue }
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

  /// Modified Attack Requirements (MAT); nil is undefined.
  public var modifiedAttackRequirements: AttackRequirements? {
    get { packed[optional: 18] }
    set { packed[optional: 18] = newValue }
  }

  /// Modified Privileges Required (MPR); nil is undefined.
  public var modifiedPrivilegesRequired: PrivilegesRequired? {
    get { packed[optional: 19] }
    set { packed[optional: 19] = newValue }
  }

  /// Modified User Interaction (MUI); nil is undefined.
  public var modifiedUserInteraction: UserInteraction? {
    get { packed[optional: 20] }
    set { packed[optional: 20] = newValue }
  }

  /// Modified Confidentiality Impact to the Vulnerable System (MVC); nil is undefined.
  public var modifiedVulnerableConfidentiality: Impact? {
    get { packed[optional: 21] }
    set { packed[optional: 21] = newValue }
  }

  /// Modified Integrity Impact to the Vulnerable System (MVI); nil is undefined.
  public var modifiedVulnerableIntegrity: Impact? {
    get { packed[optional: 22] }
    set { packed[optional: 22] = newValue }
  }

  /// Modified Availability Impact to the Vulnerable System (MVA); nil is undefined.
  public var modifiedVulnerableAvailability: Impact? {
    get { packed[optional: 23] }
    set { packed[optional: 23] = newValue }
  }

  /// Modified Confidentiality Impact to Subsequent Systems (MSC); nil is undefined.
  public var modifiedSubsequentConfidentiality: SubsequentImpact? {
    get { packed[optional: 24] }
    set { packed[optional: 24] = newValue }
  }

  /// Modified Integrity Impact to Subsequent Systems (MSI); nil is undefined.
  public var modifiedSubsequentIntegrity: ModifiedSubsequentImpact? {
    get { packed[optional: 25] }
    set { packed[optional: 25] = newValue }
  }

  /// Modified Availability Impact to Subsequent Systems (MSA); nil is undefined.
  public var modifiedSubsequentAvailability: ModifiedSubsequentImpact? {
    get { packed[optional: 26] }
    set { packed[optional: 26] = newValue }
  }

  // MARK: Supplemental

  /// Safety (S); nil is undefined.
  public var safety: Safety? {
    get { packed[optional: 15] }
    set { packed[optional: 15] = newValue }
  }

  /// Automatable (AU); nil is undefined.
  public var automatable: Automatable? {
    get { packed[optional: 27] }
    set { packed[optional: 27] = newValue }
  }

  /// Recovery (R); nil is undefined.
  public var recovery: Recovery? {
    get { packed[optional: 28] }
    set { packed[optional: 28] = newValue }
  }

  /// Value Density (V); nil is undefined.
  public var valueDensity: ValueDensity? {
    get { packed[optional: 29] }
    set { packed[optional: 29] = newValue }
  }

  /// Vulnerability Response Effort (RE); nil is undefined.
  public var responseEffort: ResponseEffort? {
    get { packed[optional: 30] }
    set { packed[optional: 30] = newValue }
  }

  /// Provider Urgency (U); nil is undefined.
  public var providerUrgency: ProviderUrgency? {
    get { packed[optional: 31] }
    set { packed[optional: 31] = newValue }
  }
}
