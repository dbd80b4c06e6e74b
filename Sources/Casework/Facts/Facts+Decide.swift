import Foundation

extension Case {
  func permitsFacts(_ name: Command.Name) throws(Refusal) {
    try requireReport()
    switch name {
    case .confirmClaim, .refuteClaim:
      guard !facts.claims.isEmpty else { throw Refusal("No claim waits for a decision.", rule: "T18") }
    default: break
    }
  }

  func decide(_ command: Facts.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .record(let fact, let evidence):
      try Refusal.require(evidence.text, "the evidence: where it was seen", rule: "T18")
      guard evidence.happened <= context.now else {
        throw Refusal("A fact has happened already; \(evidence.happened.utcText) is still to come.", rule: "T18")
      }
      guard context.party.isTeam else {
        // A claim is shown and decided within hours; it ends nothing by itself (E6).
        try requireNew(fact)
        guard !facts.claims.contains(where: { $0.fact == fact }) else {
          throw Refusal("This is claimed already; the team decides on it.", rule: "T18")
        }
        return [.facts(.claimed(fact, evidence))]
      }
      return try record(fact, evidence)
    case .confirm(let fact):
      guard let claim = facts.claims.first(where: { $0.fact == fact }) else {
        throw Refusal("Nobody has claimed this.", rule: "T18")
      }
      return try record(fact, claim.evidence)
    case .refute(let fact, let reason):
      guard facts.claims.contains(where: { $0.fact == fact }) else {
        throw Refusal("Nobody has claimed this.", rule: "T18")
      }
      try Refusal.require(reason, "the reason, which the claimant is told", rule: "T18")
      return [.facts(.refuted(fact, reason: reason))]
    }
  }

  /// Records a fact, with all that follows from it at once: P and X end an embargo, without exception (E6).
  private func record(_ fact: Facts.Fact, _ evidence: Facts.Evidence) throws(Refusal) -> [Event] {
    try requireNew(fact)
    let state = facts.state
    switch fact {
    case .public:
      return [.facts(.publicAware(evidence, byOurselves: false))] + endOfEmbargo(.publicKnowledge)
    case .exploit:
      // A public exploit makes the vulnerability public: X is followed by P (2.4.4).
      let publicToo: [Event] = state.publicAware ? [] : [.facts(.publicAware(evidence, byOurselves: false))]
      return [.facts(.exploitPublic(evidence))] + publicToo + endOfEmbargo(.exploitPublic)
    case .attacks:
      // Attacks ask for a decision within a day rather than end a running embargo (C9); nothing new may be agreed (E2).
      let proposal: [Event] =
        embargo.state == .proposed ? [.embargo(.terminated(.decided(reason: "attacks have been observed")))] : []
      return [.facts(.attacksObserved(evidence))] + proposal
    case .deployed:
      guard state.fixReady else { throw Refusal("No fix is ready yet, so none can be deployed.", rule: "V-CS") }
      return [.facts(.fixDeployed(evidence))]
    }
  }

  /// A fact happens once.
  private func requireNew(_ fact: Facts.Fact) throws(Refusal) {
    let state = facts.state
    let (isKnown, sentence) =
      switch fact {
      case .public: (state.publicAware, "It is known to be public already.")
      case .exploit: (state.exploitPublic, "A public exploit is recorded already.")
      case .attacks: (state.attacksObserved, "Attacks are recorded already.")
      case .deployed: (state.fixDeployed, "The fix is recorded as deployed already.")
      }
    guard !isKnown else { throw Refusal(sentence, rule: "V-CS") }
  }

  /// The event that ends whatever embargo there is; none if there is none.
  func endOfEmbargo(_ ending: Embargo.Ending) -> [Event] {
    switch embargo.state {
    case .none, .exited: []
    case .proposed, .active, .revising: [.embargo(.terminated(ending))]
    }
  }
}
