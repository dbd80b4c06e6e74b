// Our own words; the registry has others. Titles are the names in the registry.

extension SSVC.Exploitation {
  public static let title = "Exploitation"
  public static let question = "What is known of exploits and attacks?"

  public var title: String {
    switch self {
    case .none: "None"
    case .publicPoC: "Public PoC"
    case .active: "Active"
    }
  }

  public var sentence: String {
    switch self {
    case .none: "Nobody is known to attack with it, and no exploit is public."
    case .publicPoC: "A proof of concept is public, or the way to exploit it is well known."
    case .active: "It is used in attacks, and there is good evidence of that."
    }
  }
}

extension SSVC.Automatable {
  public static let title = "Automatable"
  public static let question = "Can a program find targets and attack them without a person?"

  public var title: String {
    switch self {
    case .no: "No"
    case .yes: "Yes"
    }
  }

  public var sentence: String {
    switch self {
    case .no: "Some step takes a person each time: finding, preparing, delivering or exploiting."
    case .yes: "Every step, from finding a target to exploiting it, can be left to a program."
    }
  }
}

extension SSVC.ValueDensity {
  public static let title = "Value Density"
  public static let question = "How much does an attacker gain with one system?"

  public var title: String {
    switch self {
    case .diffuse: "Diffuse"
    case .concentrated: "Concentrated"
    }
  }

  public var sentence: String {
    switch self {
    case .diffuse: "Little: one system holds little of value, such as one person's device."
    case .concentrated: "Much: one system holds the data or the power of many, such as a server with its own operators."
    }
  }
}

extension SSVC.Utility {
  public static let title = "Utility"
  public static let question = "How useful is an exploit to an attacker?"

  public var title: String {
    switch self {
    case .laborious: "Laborious"
    case .efficient: "Efficient"
    case .superEffective: "Super Effective"
    }
  }

  public var sentence: String {
    switch self {
    case .laborious: "Each attack takes work and gains little."
    case .efficient: "An attack gains much, or many small ones can be left to a program."
    case .superEffective: "A program can attack many systems, and each gains much."
    }
  }
}

extension SSVC.TechnicalImpact {
  public static let title = "Technical Impact"
  public static let question = "How much of the software does an attacker control, or see?"

  public var title: String {
    switch self {
    case .partial: "Partial"
    case .total: "Total"
    }
  }

  public var sentence: String {
    switch self {
    case .partial: "Some of it: limited control or limited insight, or all of it but seldom."
    case .total: "All of it: the software does what the attacker wants, or hides nothing from them."
    }
  }
}

extension SSVC.SafetyImpact {
  public static let title = "Safety Impact"
  public static let question = "What is the worst that may happen to people?"

  public var title: String {
    switch self {
    case .negligible: "Negligible"
    case .marginal: "Marginal"
    case .critical: "Critical"
    case .catastrophic: "Catastrophic"
    }
  }

  public var sentence: String {
    switch self {
    case .negligible: "Minor injuries or small losses at worst."
    case .marginal: "Serious injuries, or losses that ruin people."
    case .critical: "Somebody may die, or what people rely on breaks."
    case .catastrophic: "Many may die, or what a society relies on collapses."
    }
  }
}

extension SSVC.PublicSafetyImpact {
  public static let title = "Public Safety Impact"
  public static let question = "Can people come to harm?"

  public var title: String {
    switch self {
    case .minimal: "Minimal"
    case .significant: "Significant"
    }
  }

  public var sentence: String {
    switch self {
    case .minimal: "Hardly: minor injuries or small losses at worst."
    case .significant: "Yes: serious injuries, ruinous losses, or worse."
    }
  }
}

extension SSVC.Outcome {
  public static let title = "Supplier decision"
  public static let question = "How soon is the fix made?"

  public var title: String {
    switch self {
    case .defer: "Defer"
    case .scheduled: "Scheduled"
    case .outOfCycle: "Out-of-Cycle"
    case .immediate: "Immediate"
    }
  }

  public var sentence: String {
    switch self {
    case .defer: "The fix can wait."
    case .scheduled: "The fix is made in the ordinary course of work."
    case .outOfCycle: "The fix comes before other work, with a release of its own if need be."
    case .immediate: "Everybody who can help works on the fix until it is out."
    }
  }
}
