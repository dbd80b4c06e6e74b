public import Foundation

extension Case {
  /// Where a case stands, in a word that people understand. Computed in this order, the first that fits wins; never stored.
  public enum Phase: String, CaseIterable, Sendable {
    case closed
    case publicUnfixed = "public, unfixed"
    case monitoring, published, deferred
    case waitingForReporter = "waiting for reporter"
    case releaseReady = "release ready"
    case testing, fixing, investigating
    case awaitingDecision = "awaiting decision"
    case triage, new
  }

  /// How long a published case is watched after its newest revision before it counts as merely published.
  static let watchPeriod: TimeInterval = 14 * 86_400

  public func phase(at now: Date) -> Phase {
    if report.state == .closed { return .closed }
    let lines = remediation.lines.values
    if facts.state.publicAware, lines.contains(where: { $0.isAffected && !$0.isFinal }) { return .publicUnfixed }
    if let revisedAt = publication.revisedAt {
      let isComplete = remediation.isFinal && !hasUnreleasedChanges
      return isComplete && now < revisedAt.addingTimeInterval(Self.watchPeriod) ? .monitoring : .published
    }
    switch report.state {
    case .deferred: return .deferred
    // A reporter who has answered is not told to answer: the next move is ours (S26, S30).
    case .received, .invalid:
      if conversation.awaitsReporter { return .waitingForReporter }
      return report.acknowledgedAt == nil ? .new : .triage
    case .valid: return .awaitingDecision
    case .accepted: return phaseOfFix
    case .start, .closed: return .new
    }
  }

  private var phaseOfFix: Phase {
    let lines = remediation.lines.values
    if remediation.isFinal { return plan.state == .approved ? .releaseReady : .testing }
    if lines.contains(where: { if case .affected = $0 { true } else { false } }) { return .fixing }
    if lines.contains(where: { if case .candidate = $0 { true } else { false } }) { return .testing }
    if lines.contains(where: { if case .underInvestigation = $0 { true } else { false } }) || lines.isEmpty {
      return .investigating
    }
    return .testing
  }

  /// Whose move it is. Always exactly one party, until the case is closed.
  public enum Mover: String, Sendable { case team, reporter, nobody }

  public var waitingOn: Mover {
    switch report.state {
    case .closed, .start: .nobody
    default: conversation.awaitsReporter || embargo.proposal?.awaitsReporter == true ? .reporter : .team
    }
  }

  /// What a reporter is told: the truth, with no internal detail (S30).
  public func statusForReporter(at now: Date) -> String {
    switch phase(at: now) {
    case .new: "Received. A person will answer you."
    case .triage, .awaitingDecision: "Being examined."
    case .waitingForReporter: "Waiting for you: we asked for more information."
    case .investigating: "Accepted. We are finding out what is affected."
    case .fixing: "Accepted. It is being fixed."
    case .testing, .releaseReady: "Fixed. The release is being prepared."
    case .publicUnfixed: "Public. It is being fixed."
    case .published, .monitoring: "Published."
    case .deferred: "Valid, and put off for now."
    case .closed: "Closed."
    }
  }
}
