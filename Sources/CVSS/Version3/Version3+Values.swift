extension CVSS.Version3 {
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

  /// PR and MPR, section 2.1.3.
  public enum PrivilegesRequired: UInt8, CVSS.MetricValue {
    case none = 1
    case low, high
  }

  /// UI and MUI, section 2.1.4.
  public enum UserInteraction: UInt8, CVSS.MetricValue {
    case none = 1
    case required
  }

  /// S and MS, section 2.2.
  public enum Scope: UInt8, CVSS.MetricValue {
    case unchanged = 1
    case changed
  }

  /// C, I, A and MC, MI, MA, section 2.3.
  public enum Impact: UInt8, CVSS.MetricValue {
    case high = 1
    case low, none
  }

  /// E, section 3.1.
  public enum ExploitCodeMaturity: UInt8, CVSS.MetricValue {
    case high = 1
    case functional, proofOfConcept, unproven
  }

  /// RL, section 3.2.
  public enum RemediationLevel: UInt8, CVSS.MetricValue {
    case unavailable = 1
    case workaround, temporaryFix, officialFix
  }

  /// RC, section 3.3.
  public enum ReportConfidence: UInt8, CVSS.MetricValue {
    case confirmed = 1
    case reasonable, unknown
  }

  /// CR, IR and AR, section 4.1.
  public enum Requirement: UInt8, CVSS.MetricValue {
    case high = 1
    case medium, low
  }
}
