import CVSS

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
    default: break
    }
  }

  func decide(_ command: Assessment.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .assess(let finding): return try assess(finding)
    case .lowerPriority(let priority, let reason):
      try Refusal.require(reason, "the reason", rule: "S32")
      if let finding = assessment.finding, priority <= finding.priority {
        throw Refusal(
          "\(priority.rawValue) is not lower than \(finding.priority.rawValue); assess again to raise it.", rule: "S32")
      }
      return [.assessment(.loweringProposed(priority, reason: reason))]
    case .approveLowerPriority:
      guard let proposed = assessment.proposedPriority else { return [] }
      return [.assessment(.lowered(proposed.priority, reason: proposed.reason))]
    case .score(let vector, let final, let reason):
      let score: CVSS.Version3
      do {
        score = try CVSS.Version3(parsing: vector)
      } catch {
        throw Refusal(
          "This is no CVSS 3.1 base vector: \(error.reason) It looks like CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H.",
          rule: "S35")
      }
      if assessment.score != nil { try Refusal.require(reason, "why the score changes", rule: "S36") }
      return [.assessment(.scored(vector: score.vector, final: final, reason: reason))]
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
    let floor = Priority.floor(for: finding.impact)
    guard finding.priority <= floor else {
      let why = floor == .p1 ? "Loss of confidentiality or integrity, or a gain of privilege," : "Loss of availability"
      throw Refusal(
        "\(why) is at least \(floor.rawValue). Assess it so; two people may lower it afterwards with a reason.",
        rule: floor == .p1 ? "S32" : "S33")
    }
    return [.assessment(.assessed(finding))]
  }
}
