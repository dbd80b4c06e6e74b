import Foundation

extension Case {
  func permitsEmbargo(_ name: Command.Name, in context: Context) throws(Refusal) {
    try requireReport()
    switch name {
    case .proposeDate: try permitsProposal(by: context.party)
    case .acceptDate:
      try permitsAnswer(by: context.party)
      try requireSecrecy("agreed")
      guard report.state != .invalid else {
        throw Refusal("The report is held as invalid; no date is agreed until it is valid.", rule: "V-RM-EM")
      }
    case .declineDate: try permitsAnswer(by: context.party)
    case .terminateEmbargo:
      guard embargo.state.inForce else { throw Refusal("No embargo is in force.", rule: "V-EM") }
    case .decideDate: try requireUnpublished()
    case .approveDate:
      try requireUnpublished()
      guard let proposed = embargo.proposedOwnDate else {
        throw Refusal("No date waits for a second member.", rule: "S55")
      }
      guard proposed.by != context.party.id else {
        throw Refusal("You decided this date yourself; another coordinator has to approve it.", rule: "S55")
      }
    default: break
    }
  }

  private func requireUnpublished() throws(Refusal) {
    guard publication.advisory == nil else {
      throw Refusal("The advisory is published; there is no date left to decide.", rule: "S55")
    }
  }

  private func permitsProposal(by party: Party) throws(Refusal) {
    try requireUnpublished()
    try requireSecrecy("proposed")
    guard embargo.state.after(.propose) != nil else {
      throw Refusal("The embargo has ended; a new one needs a new case.", rule: "V-EM")
    }
    guard party.isTeam else { return }
    let negotiable: Set<Report.State> =
      embargo.state.inForce ? [.valid, .accepted, .deferred] : [.received, .valid, .accepted]
    guard negotiable.contains(report.state) else {
      throw Refusal(
        embargo.state.inForce
          ? "The team revises the date of a report that is valid; this one is \(report.state.word)."
          : "The team negotiates a date for a report that is open; this one is \(report.state.word).", rule: "V-RM-EM")
    }
  }

  private func permitsAnswer(by party: Party) throws(Refusal) {
    guard let proposal = embargo.proposal else { throw Refusal("No proposal waits for an answer.", rule: "S54") }
    guard proposal.awaitsReporter != party.isTeam else {
      throw Refusal(
        proposal.awaitsReporter
          ? "The proposal is the team's own; the reporter answers it."
          : "The proposal is yours; the team answers it.", rule: "S54")
    }
  }

  private func requireSecrecy(_ verb: String) throws(Refusal) {
    guard facts.state.forbidsNewEmbargo else { return }
    throw Refusal(
      "It is public, exploited or attacked already: no embargo can be \(verb) any more.", rule: "E2")
  }

  func decide(_ command: Embargo.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .propose(let until, let reason, let delay):
      return try propose(until, reason, delay, in: context)
    case .accept:
      guard let proposal = embargo.proposal else { return [] }
      guard proposal.until > context.now else {
        throw Refusal(
          "The proposed date \(proposal.until.utcText) has passed. Propose another one.", rule: "V-EM")
      }
      return [.embargo(.accepted(until: proposal.until)), .embargo(.consented(.reporter))]
    case .decline(let reason):
      try Refusal.require(reason, "the reason", rule: "S54")
      return [.embargo(.declined(reason: reason))]
    case .terminate(let reason):
      try Refusal.require(reason, "the reason, which the reporter is told", rule: "E6")
      return [.embargo(.terminated(.decided(reason: reason)))]
    case .decideDate(let date, let reason): return try decideDate(date, reason, in: context)
    case .approveDate:
      guard let proposed = embargo.proposedOwnDate else { return [] }
      try requireOwnDate(proposed.date, in: context)
      return [.embargo(.dateDecided(proposed.date, reason: proposed.reason))]
    case .passTime:
      // E7: at the agreed time silence is over, whether we are ready or not.
      guard embargo.state.inForce, let terms = embargo.terms, terms.end <= context.now else { return [] }
      return [.embargo(.terminated(.reached))]
    }
  }

  private func propose(
    _ until: Date, _ reason: String, _ delay: Embargo.DelayReason?, in context: Context
  ) throws(Refusal) -> [Event] {
    try context.requireFuture(until, "The proposed date", rule: "S54")
    try Refusal.require(reason, "the reason", rule: "S54")
    if let cap = cap(in: context), until > cap {
      throw Refusal(
        "The policy's cap is \(context.policy.embargo.capDays) days from receipt, \(cap.utcText). Propose an earlier date.",
        rule: "S58")
    }
    if context.party.isTeam, let terms = embargo.terms, until > terms.end, delay == nil {
      throw Refusal("A later date than agreed needs one of the reasons of the closed list.", rule: "S57")
    }
    return [.embargo(.proposed(until: until, reason: reason, delay: delay))]
  }

  private func cap(in context: Context) -> Date? {
    report.receivedAt?.addingTimeInterval(Double(context.policy.embargo.capDays) * 86_400)
  }

  private func decideDate(_ date: Date, _ reason: String, in context: Context) throws(Refusal) -> [Event] {
    try Refusal.require(reason, "the reason", rule: "S55")
    try requireOwnDate(date, in: context)
    let objected = embargo.objection != nil || embargo.proposal?.by == .reporter
    let beyondCap = cap(in: context).map { date > $0 } ?? false
    if beyondCap || objected && context.policy.switches.finalSayNeedsTwo {
      return [.embargo(.dateProposed(date, reason: reason))]
    }
    return [.embargo(.dateDecided(date, reason: reason))]
  }

  private func requireOwnDate(_ date: Date, in context: Context) throws(Refusal) {
    try context.requireFuture(date, "The date of publication", rule: "S55")
    if embargo.state.inForce, let terms = embargo.terms, date < terms.end {
      throw Refusal(
        "The embargo runs until \(terms.end.utcText): we do not publish earlier without the reporter's consent. Propose the earlier date instead.",
        rule: "E14")
    }
  }
}

extension CaseFacts {
  /// True when P, X or A stands in the way of any new agreement (E2).
  var forbidsNewEmbargo: Bool { publicAware || exploitPublic || attacksObserved }
}
