extension SSVC {
  /// What is known of exploits and attacks, `ssvc:E:1.1.0`.
  public enum Exploitation: String, Point {
    case none
    case publicPoC = "public-poc"
    case active

    public static let id = "ssvc:E:1.1.0"
    public var key: String {
      switch self {
      case .none: "N"
      case .publicPoC: "P"
      case .active: "A"
      }
    }
  }

  /// Whether an attack can be made by a program from beginning to end, `ssvc:A:2.0.0`.
  public enum Automatable: String, Point {
    case no, yes

    public static let id = "ssvc:A:2.0.0"
    public var key: String {
      switch self {
      case .no: "N"
      case .yes: "Y"
      }
    }
  }

  /// How much an attacker gains with one system, `ssvc:VD:1.0.0`.
  public enum ValueDensity: String, Point {
    case diffuse, concentrated

    public static let id = "ssvc:VD:1.0.0"
    public var key: String {
      switch self {
      case .diffuse: "D"
      case .concentrated: "C"
      }
    }
  }

  /// How useful an exploit is to an attacker, `ssvc:U:1.0.1`. Follows from two other answers.
  public enum Utility: String, Point {
    case laborious, efficient
    case superEffective = "super-effective"

    public static let id = "ssvc:U:1.0.1"

    public init(_ automatable: Automatable, _ valueDensity: ValueDensity) {
      self =
        switch (automatable, valueDensity) {
        case (.no, .diffuse): .laborious
        case (.no, .concentrated), (.yes, .diffuse): .efficient
        case (.yes, .concentrated): .superEffective
        }
    }

    public var key: String {
      switch self {
      case .laborious: "L"
      case .efficient: "E"
      case .superEffective: "S"
      }
    }
  }

  /// How much of the software an attacker controls, `ssvc:TI:1.0.0`.
  public enum TechnicalImpact: String, Point {
    case partial, total

    public static let id = "ssvc:TI:1.0.0"
    public var key: String {
      switch self {
      case .partial: "P"
      case .total: "T"
      }
    }
  }

  /// What may happen to people, `ssvc:SI:2.0.1`: the finer scale from which ``PublicSafetyImpact`` follows.
  public enum SafetyImpact: String, Point {
    case negligible, marginal, critical, catastrophic

    public static let id = "ssvc:SI:2.0.1"
    public var key: String {
      switch self {
      case .negligible: "N"
      case .marginal: "M"
      case .critical: "R"
      case .catastrophic: "C"
      }
    }
  }

  /// What may happen to people, `ssvc:PSI:2.0.1`.
  public enum PublicSafetyImpact: String, Point {
    case minimal, significant

    public static let id = "ssvc:PSI:2.0.1"

    public init(_ safety: SafetyImpact) { self = safety == .negligible ? .minimal : .significant }

    public var key: String {
      switch self {
      case .minimal: "M"
      case .significant: "S"
      }
    }
  }

  /// How soon the fix is made, `ssvc:DSOI:1.0.0`.
  public enum Outcome: String, Point {
    case `defer`, scheduled
    case outOfCycle = "out-of-cycle"
    case immediate

    public static let id = "ssvc:DSOI:1.0.0"
    public var key: String {
      switch self {
      case .defer: "D"
      case .scheduled: "S"
      case .outOfCycle: "O"
      case .immediate: "I"
      }
    }
  }
}
