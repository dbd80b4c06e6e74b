extension CVSS.Version4 {
  /// AV and MAV, section 2.1.1.
  public enum AttackVector: UInt8, CVSS.MetricValue {
    case network = 1
    case adjacent, local, physical
  }

  /// AC and MAC, section 2.1.2.
  public enum AttackComplexity: UInt8, CVSS.MetricValue {
    case low = 1
    case high
  }

  /// AT and MAT, section 2.1.3.
  public enum AttackRequirements: UInt8, CVSS.MetricValue {
    case none = 1
    case present
  }

  /// PR and MPR, section 2.1.4.
  public enum PrivilegesRequired: UInt8, CVSS.MetricValue {
    case none = 1
    case low, high
  }

  /// UI and MUI, section 2.1.5.
  public enum UserInteraction: UInt8, CVSS.MetricValue {
    case none = 1
    case passive, active
  }

  /// VC, VI, VA and MVC, MVI, MVA, section 2.2.
  public enum Impact: UInt8, CVSS.MetricValue {
    case high = 1
    case low, none
  }

  /// SC, SI, SA and MSC, section 2.2.
  public enum SubsequentImpact: UInt8, CVSS.MetricValue {
    case high = 2
    case low, none
  }

  /// MSI and MSA, section 4.2.
  public enum ModifiedSubsequentImpact: UInt8, CVSS.MetricValue {
    case safety = 1
    case high, low, none
  }

  /// E, section 3.1.
  public enum ExploitMaturity: UInt8, CVSS.MetricValue {
    case attacked = 1
    case proofOfConcept, unreported
  }

  /// CR, IR and AR, section 4.1.
  public enum Requirement: UInt8, CVSS.MetricValue {
    case high = 1
    case medium, low
  }

  /// S, section 5.1.
  public enum Safety: UInt8, CVSS.MetricValue {
    case negligible = 1
    case present
  }

  /// AU, section 5.2.
  public enum Automatable: UInt8, CVSS.MetricValue {
    case no = 1
    case yes
  }

  /// R, section 5.4.
  public enum Recovery: UInt8, CVSS.MetricValue {
    case automatic = 1
    case user, irrecoverable
  }

  /// V, section 5.5.
  public enum ValueDensity: UInt8, CVSS.MetricValue {
    case diffuse = 1
    case concentrated
  }

  /// RE, section 5.6.
  public enum ResponseEffort: UInt8, CVSS.MetricValue {
    case low = 1
    case moderate, high
  }

  /// U, section 5.3.
  public enum ProviderUrgency: UInt8, CVSS.MetricValue {
    case clear = 1
    case green, amber, red
  }
}
