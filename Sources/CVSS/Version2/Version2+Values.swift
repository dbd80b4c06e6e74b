extension CVSS.Version2 {
  /// AV, section 2.1.1.
  public enum AccessVector: UInt8, CVSS.MetricValue {
    case local = 1
    case adjacentNetwork, network
  }

  /// AC, section 2.1.2.
  public enum AccessComplexity: UInt8, CVSS.MetricValue {
    case high = 1
    case medium, low
  }

  /// Au, section 2.1.3.
  public enum Authentication: UInt8, CVSS.MetricValue {
    case multiple = 1
    case single, none
  }

  /// C, I and A, sections 2.1.4 to 2.1.6.
  public enum Impact: UInt8, CVSS.MetricValue {
    case none = 1
    case partial, complete
  }

  /// E, section 2.2.1.
  public enum Exploitability: UInt8, CVSS.MetricValue {
    case unproven = 1
    case proofOfConcept, functional, high
  }

  /// RL, section 2.2.2.
  public enum RemediationLevel: UInt8, CVSS.MetricValue {
    case officialFix = 1
    case temporaryFix, workaround, unavailable
  }

  /// RC, section 2.2.3.
  public enum ReportConfidence: UInt8, CVSS.MetricValue {
    case unconfirmed = 1
    case uncorroborated, confirmed
  }

  /// CDP, section 2.3.1.
  public enum CollateralDamagePotential: UInt8, CVSS.MetricValue {
    case none = 1
    case low, lowMedium, mediumHigh, high
  }

  /// TD, section 2.3.2.
  public enum TargetDistribution: UInt8, CVSS.MetricValue {
    case none = 1
    case low, medium, high
  }

  /// CR, IR and AR, section 2.3.3.
  public enum Requirement: UInt8, CVSS.MetricValue {
    case low = 1
    case medium, high
  }
}
