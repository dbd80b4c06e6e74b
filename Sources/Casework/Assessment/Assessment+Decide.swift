import AdvisoryTypes

extension Case {
  func permitsAssessment(_ name: Command.Name, in context: Context) throws(Refusal) {
    try requireReport()
    switch name {
    case .lowerPriority:
      guard assessment.finding != nil else {
        throw Refusal("There is no assessment whose priority could be lowered.", rule: "S32")
      }
    case .approveLowerPriority:
      guard let proposed = assessment.proposedPriority else {
        throw Refusal("No lower priority waits for a second member.", rule: "S32")
      }
      guard proposed.by != context.party.id else {
        throw Refusal("You proposed it yourself; another coordinator has to approve it.", rule: "S32")
      }
    case .withdrawScore:
      guard !assessment.scores.isEmpty else {
        throw Refusal("There is no score that could be withdrawn.", rule: "S36")
      }
    case .waiveFinalScore: try permitsWaiver()
    default: break
    }
  }

  func decide(_ command: Assessment.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .assess(let finding): return try assess(finding)
    case .lowerPriority(let priority, let reason):
      try Refusal.require(reason, "the reason", rule: "S32")
      if let current = standingReasons.first?.0, priority <= current {
        throw Refusal(
          "\(priority.rawValue) is not lower than \(current.rawValue); assess again to raise it.", rule: "S32")
      }
      return [.assessment(.loweringProposed(priority, reason: reason))]
    case .approveLowerPriority:
      guard let proposed = assessment.proposedPriority else { return [] }
      return [.assessment(.lowered(proposed.priority, reason: proposed.reason))]
    case .score(let scoring): return try score(scoring, in: context)
    case .withdrawScore(let vector, let lines, let reason): return try withdrawScore(vector, lines, reason)
    case .proposeScore(let vector, let comment): return try proposeScore(vector, comment, by: context.party)
    case .waiveFinalScore(let reason):
      try Refusal.require(reason, "why a provisional score goes out", rule: "S36")
      return [.assessment(.finalScoreWaived(reason: reason))]
    case .decideSSVC(let points, let reason): return try decideSSVC(points, reason)
    }
  }

  private func assess(_ finding: Finding) throws(Refusal) -> [Event] {
    try Refusal.require(finding.component, "the affected component", rule: "S31")
    try Refusal.require(finding.versions, "the affected versions, or “unknown”", rule: "S31")
    try Refusal.require(finding.preconditions, "the preconditions, or “none”", rule: "S31")
    guard !finding.impact.isEmpty else {
      throw Refusal("Choose at least one class of impact.", rule: "S31")
    }
    // What the assessment says of exploits and attacks are facts, with all that follows from them (E6, E9).
    guard finding.exploitation != .active || facts.state.attacksObserved else {
      throw Refusal("Record the attacks as a fact first, with the evidence.", rule: "E9")
    }
    guard finding.exploitation != .publicProofOfConcept || facts.state.exploitPublic || facts.state.publicAware
    else {
      throw Refusal("Record the public exploit as a fact first, with the evidence: it ends the embargo.", rule: "E6")
    }
    try requireFloor(of: finding)
    return [.assessment(.assessed(finding))]
  }

  /// Never below what follows (S32, S33, S40). What follows from facts alone comes and goes with them, and nobody types it.
  private func requireFloor(of finding: Finding) throws(Refusal) {
    var after = self
    after.assessment.finding = finding
    guard let (floor, why, rule) = after.demands.min(by: { $0.priority < $1.priority }), finding.priority > floor else {
      return
    }
    throw Refusal(
      "\(why) That is at least \(floor.rawValue). Assess it so; two people may lower it afterwards with a reason.",
      rule: rule)
  }

  /// The four points that people judge; a new decision ends a lowering.
  private func decideSSVC(_ points: SSVC.Supplier, _ reason: String) throws(Refusal) -> [Event] {
    var points = points
    points.exploitation = exploitation
    if let known = ssvc {
      guard points != known else { throw Refusal("It is decided like this already.", rule: "S40") }
      try Refusal.require(reason, "why the decision changes", rule: "S40")
    } else if !reason.isEmpty {
      try Refusal.require(reason, "the reason, or nothing", rule: "S40")
    }
    return [.assessment(.ssvcDecided(points, reason: reason))]
  }
}
