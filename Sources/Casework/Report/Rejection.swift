public import Foundation

/// Why a report is not acted on, in the detail that the policy promises (S27).
public struct Rejection: Hashable, Sendable {
  public var disposition: Disposition
  /// The claim that was examined, in our words.
  public var claim: String
  /// What was tested, and on which version and configuration.
  public var tested: String
  /// Why it is not a vulnerability, or whose boundary it is.
  public var why: String
  /// What evidence would change the decision.
  public var evidence: String
  /// Where else it may go.
  public var elsewhere: String
  /// How to appeal.
  public var appeal: String

  public init(
    disposition: Disposition, claim: String, tested: String, why: String, evidence: String, elsewhere: String,
    appeal: String
  ) {
    self.disposition = disposition
    self.claim = claim
    self.tested = tested
    self.why = why
    self.evidence = evidence
    self.elsewhere = elsewhere
    self.appeal = appeal
  }

  /// The letter, from the policy's sentence for this disposition and the reasons of this case.
  public func letter(opening: String) -> String {
    """
    \(opening)

    What you reported, as we understood it: \(claim)

    What we tested: \(tested)

    Why we do not act on it as a vulnerability: \(why)

    What would change our mind: \(evidence)

    Where else it may go: \(elsewhere)

    If you disagree: \(appeal)

    No embargo binds you any longer: you are free to publish.
    """
  }
}

/// A rejection that one member wrote and another has to confirm.
public struct ProposedRejection: Hashable, Sendable {
  public var rejection: Rejection
  public var by: PartyID
  public var at: Date
}

/// A default that is not safe: not acted on as a vulnerability, answered with hardening guidance (S65–S68).
public struct UnsafeDefault: Hashable, Sendable {
  /// Is it a default at all?
  public var isDefault: Bool
  /// Does it get past a control that somebody has configured? Then it is an ordinary vulnerability (S68).
  public var bypassesControl: Bool
  /// Is the default documented?
  public var documented: Bool
  public var explanation: String
  /// Link to the hardening guide.
  public var guidance: String
  /// The entry for the backlog of better defaults (S67); no exploit detail.
  public var hardeningItem: String

  public init(
    isDefault: Bool, bypassesControl: Bool, documented: Bool, explanation: String, guidance: String,
    hardeningItem: String
  ) {
    self.isDefault = isDefault
    self.bypassesControl = bypassesControl
    self.documented = documented
    self.explanation = explanation
    self.guidance = guidance
    self.hardeningItem = hardeningItem
  }
}
