public import AdvisoryTypes

extension Case {
  /// What is known of exploits and attacks: the facts, and what the assessment adds to them. Never typed for SSVC.
  public var exploitation: SSVC.Exploitation {
    if facts.state.attacksObserved || assessment.finding?.exploitation == .active { return .active }
    if facts.state.exploitPublic || assessment.finding?.exploitation == .publicProofOfConcept { return .publicPoC }
    return .none
  }

  /// The supplier's decision with the exploitation that is known now; nil until somebody has judged the other points.
  public var ssvc: SSVC.Supplier? {
    guard var points = assessment.ssvc?.judged else { return nil }
    points.exploitation = exploitation
    return points
  }

  /// How soon we work on it; nil while nothing says.
  public var priority: Priority? { priorityReasons.first?.0 }

  /// Why the priority is what it is, a sentence each. The first decides; the others say what would be without it.
  public var priorityReasons: [(Priority, String)] {
    (urgency.map { [(.p0, $0)] } ?? []) + standingReasons
  }

  /// Attacks, and a public exploit without a fix, come before everything, as long as they are so.
  private var urgency: String? {
    switch exploitation {
    case .active: "Attacks have been observed."
    case .publicPoC: facts.state.fixReady ? nil : "An exploit is public, and no fix is ready."
    case .none: nil
    }
  }

  /// The reasons without what is urgent by the facts alone: what two people decided, else the most that is asked for.
  var standingReasons: [(Priority, String)] {
    var reasons: [(Priority, String)] = []
    if let lowered = assessment.loweredPriority {
      reasons.append((lowered, "Two members lowered it: “\(assessment.loweringReason ?? "")”."))
    }
    let demands = demands
    if let asked = assessment.finding?.priority, demands.allSatisfy({ asked < $0.priority }) {
      reasons.append((asked, "The team asks for more than what follows."))
    }
    for priority in Priority.allCases {
      reasons += demands.filter { $0.priority == priority }.map { ($0.priority, $0.why) }
    }
    return reasons
  }

  /// What follows from the SSVC decision and from what is lost: a priority, the reason in a sentence, and the rule.
  var demands: [(priority: Priority, why: String, rule: String)] {
    var demands: [(priority: Priority, why: String, rule: String)] = []
    if let impact = assessment.finding?.impact {
      let floor = Priority.floor(for: impact)
      demands.append((floor, Impact.sentence(for: impact), floor <= .p1 ? "S32" : "S33"))
    }
    if let outcome = ssvc?.outcome {
      demands.append((.floor(for: outcome), "SSVC says “\(outcome.title)”: \(outcome.sentence)", "S40"))
    }
    return demands
  }
}

extension Impact {
  /// What of an impact sets the priority.
  fileprivate static func sentence(for impact: Set<Impact>) -> String {
    let counts = impact.isDisjoint(with: top) ? impact.intersection([.availability]) : impact.intersection(top)
    let words = allCases.filter(counts.contains).map(\.words)
    return words.isEmpty
      ? "Neither confidentiality, integrity nor availability is lost."
      : "The impact is \(words.joined(separator: " and "))."
  }

  private var words: String {
    switch self {
    case .confidentiality: "loss of confidentiality"
    case .integrity: "loss of integrity"
    case .availability: "loss of availability"
    case .privilege: "gain of privilege"
    case .other: "something else"
    }
  }
}
