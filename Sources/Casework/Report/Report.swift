public import Foundation

/// The report and our handling of it: report management (RM) in the terms of the Vultron protocol.
public struct Report: Hashable, Sendable {
  public typealias State = ReportManagement.State

  public var state: State = .start
  public var submission: Submission?
  public var receivedAt: Date?
  /// A person of the team has answered (T2). The automatic receipt does not count.
  public var acknowledgedAt: Date?
  public var firstResponse: FirstResponse?
  public var reproductions: [Reproduction] = []
  /// What the reporter was asked for when the report was held as invalid.
  public var missing: [String] = []
  public var deferral: Deferral?
  /// A rejection that waits for a second reviewer (S28).
  public var proposedRejection: ProposedRejection?
  public var closure: Closure?
  public var credit: CreditWish?

  public init() {}

  public enum Command: Hashable, Sendable {
    case receive(Submission)
    case acknowledge(text: String)
    case respond(FirstResponse)
    case reproduce(Reproduction)
    case validate(duplicates: String)
    case invalidate(missing: [String], text: String)
    case accept
    case `defer`(Deferral)
    case reject(Rejection)
    case confirmRejection
    /// The second reviewer disagrees: the report stays open.
    case declineRejection(reason: String)
    case declareUnsafeDefault(UnsafeDefault)
    case close(Disposition, letter: String)
    case chooseCredit(CreditWish)
  }

  public enum Event: Hashable, Sendable {
    case received(Submission)
    case acknowledged(text: String)
    case responded(FirstResponse)
    case reproduced(Reproduction)
    case validated(duplicates: String)
    case invalidated(missing: [String], text: String)
    case accepted
    case deferred(Deferral)
    case rejectionProposed(Rejection)
    /// The reason is for the team alone.
    case rejectionDeclined(reason: String)
    case closed(Closure)
    case creditChosen(CreditWish)
  }

  mutating func evolve(_ event: Event, _ entry: Entry) {
    switch event {
    case .received(let submission):
      state = .received
      self.submission = submission
      receivedAt = entry.at
      credit = submission.credit
    case .acknowledged: acknowledgedAt = acknowledgedAt ?? entry.at
    case .responded(let response): firstResponse = response
    case .reproduced(let reproduction): reproductions.append(reproduction)
    case .validated:
      state = .valid
      missing = []
    case .invalidated(let missing, _):
      state = .invalid
      self.missing = missing
    case .accepted:
      state = .accepted
      deferral = nil
    case .deferred(let deferral):
      state = .deferred
      self.deferral = deferral
    case .rejectionProposed(let rejection):
      proposedRejection = ProposedRejection(rejection: rejection, by: entry.by, at: entry.at)
    case .rejectionDeclined: proposedRejection = nil
    case .closed(let closure):
      state = .closed
      self.closure = closure
      proposedRejection = nil
    case .creditChosen(let wish): credit = wish
    }
  }
}
