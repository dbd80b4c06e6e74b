public import Foundation

/// The agreed silence: none, proposed, active, under revision, or over (EM), with each participant's consent.
///
/// Dates are negotiated here: a proposal is a date until which both sides keep quiet. `ownDate` is something else: the
/// date on which *this project* publishes, which the team decides (S55). Absence of an embargo means that anyone may
/// publish (E1).
public struct Embargo: Hashable, Sendable {
  public typealias State = EmbargoManagement.State

  public var state: State = .none
  /// Terms in force; nil unless the state is active or revising.
  public var terms: Terms?
  /// The proposal that waits for the other side; a counter-proposal takes its place.
  public var proposal: Proposal?
  public var consent: [PartyID: EmbargoConsent.State] = [:]
  public var ending: Ending?
  /// The end that was agreed, when the team ended the embargo by itself before it: we still publish no earlier (E14).
  public var promisedUntil: Date?
  /// The date on which this project publishes.
  public var ownDate: OwnDate?
  /// A decision over the reporter's objection, that waits for a second member.
  public var proposedOwnDate: ProposedOwnDate?
  /// What the reporter asked for and did not get.
  public var objection: Objection?

  public init() {}

  /// What was agreed, in versions; the newest is in force.
  public struct Terms: Hashable, Sendable {
    public var version: Int
    public var end: Date
  }

  public struct Proposal: Hashable, Sendable {
    public var until: Date
    public var reason: String
    /// The closed reason for a later date than agreed (S57); nil for a first or an earlier date.
    public var delay: DelayReason?
    public var by: PartyID
    public var at: Date

    /// The side that has to answer.
    public var awaitsReporter: Bool { by != .reporter }
  }

  public struct OwnDate: Hashable, Sendable {
    public var date: Date
    public var reason: String
  }

  public struct ProposedOwnDate: Hashable, Sendable {
    public var date: Date
    public var reason: String
    public var by: PartyID
  }

  public struct Objection: Hashable, Sendable {
    /// The date that the reporter asked for, or that was agreed and is kept; nil where only a no is known.
    public var preferred: Date?
    public var reason: String
    public var at: Date
  }

  /// Reasons to publish later than agreed: a closed list (S57).
  public enum DelayReason: String, CaseIterable, Sendable {
    case bugNotUnderstood = "bug-not-fully-understood"
    case fixNotUnderstood = "fix-not-fully-understood"
    case notTested = "solution-not-well-tested"
    case otherVendors = "coordination-with-other-vendors"
    case legal = "legal-or-authority-request"
  }

  /// How an embargo ended.
  public enum Ending: Hashable, Sendable {
    case reached
    case publicKnowledge
    case exploitPublic
    case published
    case notAVulnerability
    case decided(reason: String)
  }

  public enum Command: Hashable, Sendable {
    case propose(until: Date, reason: String, delay: DelayReason?)
    case accept
    case decline(reason: String)
    case terminate(reason: String)
    case decideDate(Date, reason: String)
    case approveDate
    /// The clock looks whether the agreed end has come.
    case passTime
  }

  public enum Event: Hashable, Sendable {
    case proposed(until: Date, reason: String, delay: DelayReason?)
    /// The open proposal became the terms in force.
    case accepted(until: Date)
    case declined(reason: String)
    case terminated(Ending)
    case consented(PartyID)
    case dateProposed(Date, reason: String)
    case dateDecided(Date, reason: String)
  }

  mutating func evolve(_ event: Event, _ entry: Entry) {
    switch event {
    case .proposed(let until, let reason, let delay):
      move(.propose)
      if let proposal, !proposal.awaitsReporter, entry.by != .reporter {
        // What the reporter asked for and gets a counter-proposal to stays on record until one is accepted.
        objection = Objection(preferred: proposal.until, reason: proposal.reason, at: entry.at)
      }
      proposal = Proposal(until: until, reason: reason, delay: delay, by: entry.by, at: entry.at)
    case .accepted(let until):
      move(.accept)
      terms = Terms(version: (terms?.version ?? 0) + 1, end: until)
      proposal = nil
      objection = nil
    case .declined(let reason):
      objection =
        if let proposal, !proposal.awaitsReporter {
          Objection(preferred: proposal.until, reason: proposal.reason, at: entry.at)
        } else {
          Objection(preferred: terms?.end, reason: reason, at: entry.at)
        }
      move(.reject)
      proposal = nil
    case .terminated(let ending):
      move(state == .proposed ? .reject : .terminate)
      self.ending = ending
      if case .decided = ending { promisedUntil = terms?.end }
      terms = nil
      proposal = nil
    case .consented(let party): consent[party] = .signatory
    case .dateProposed(let date, let reason):
      proposedOwnDate = ProposedOwnDate(date: date, reason: reason, by: entry.by)
    case .dateDecided(let date, let reason):
      ownDate = OwnDate(date: date, reason: reason)
      proposedOwnDate = nil
    }
  }

  private mutating func move(_ event: EmbargoManagement.Event) {
    if let next = state.after(event) { state = next }
  }
}
