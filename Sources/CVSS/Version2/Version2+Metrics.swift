extension CVSS.Version2 {
  // MARK: Base

  /// Access Vector (AV).
  public var accessVector: AccessVector {
    get { packed[mandatory: 0] }
    set { packed[mandatory: 0] = newValue }
  }

  /// Access Complexity (AC).
  public var accessComplexity: AccessComplexity {
    get { packed[mandatory: 1] }
    set { packed[mandatory: 1] = newValue }
  }

  /// Authentication (Au).
  public var authentication: Authentication {
    get { packed[mandatory: 2] }
    set { packed[mandatory: 2] = newValue }
  }

  /// Confidentiality Impact (C).
  public var confidentiality: Impact {
    get { packed[mandatory: 3] }
    set { packed[mandatory: 3] = newValue }
  }

  /// Integrity Impact (I).
  public var integrity: Impact {
    get { packed[mandatory: 4] }
    set { packed[mandatory: 4] = newValue }
  }

  /// Availability Impact (A).
  public var availability: Impact {
    get { packed[mandatory: 5] }
    set { packed[mandatory: 5] = newValue }
  }

  // MARK: Temporal

  /// Exploitability (E); nil is undefined.
  public var exploitability: Exploitability? {
    get { packed[optional: 6] }
    set { packed[optional: 6] = newValue }
  }

  /// Remediation Level (RL); nil is undefined.
  public var remediationLevel: RemediationLevel? {
    get { packed[optional: 7] }
    set { packed[optional: 7] = newValue }
  }

  /// Report Confidence (RC); nil is undefined.
  public var reportConfidence: ReportConfidence? {
    get { packed[optional: 8] }
    set { packed[optional: 8] = newValue }
  }

  // MARK: Environmental

  /// Collateral Damage Potential (CDP); nil is undefined.
  public var collateralDamagePotential: CollateralDamagePotential? {
    get { packed[optional: 9] }
    set { packed[optional: 9] = newValue }
  }

  /// Target Distribution (TD); nil is undefined.
  public var targetDistribution: TargetDistribution? {
    get { packed[optional: 10] }
    set { packed[optional: 10] = newValue }
  }

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
}
