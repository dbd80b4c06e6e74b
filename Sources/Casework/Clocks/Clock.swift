public import Foundation

/// One promise in time: when it began, when it is due, and whether it was kept.
///
/// Pure: a function of the history and the policy. Overdue stays a fact even when the promise is kept later.
public struct Clock: Hashable, Sendable {
  public var id: ID
  public var started: Date
  public var due: Date
  public var stopped: Date?

  public enum ID: String, CaseIterable, Sendable {
    case acknowledge = "K1"
    case firstResponse = "K2"
    case provisionalScore = "K6"
    case embargoEnd = "K8"
    case holdingStatement = "K12"
    case mitigationStatement = "K12b"
    case cveRecord = "K13"

    /// What is promised, in words.
    public var promise: String {
      switch self {
      case .acknowledge: "A person acknowledges the report"
      case .firstResponse: "First response with plan and workarounds"
      case .provisionalScore: "A score, if only a provisional one"
      case .embargoEnd: "The embargo ends"
      case .holdingStatement: "Holding advisory for what is public already"
      case .mitigationStatement: "Mitigation statement for what is public already"
      case .cveRecord: "CVE record published"
      }
    }
  }

  public func isRunning() -> Bool { stopped == nil }

  /// Late now, or stopped too late.
  public func isOverdue(at now: Date) -> Bool { (stopped ?? now) > due }
}

extension Case {
  /// Every clock that this case has started, running and stopped (K1, K2, K6, K8, K12, K13).
  public func clocks(under policy: Policy) -> [Clock] {
    var all: [Clock] = []
    let targets = policy.clocks
    if let received = clocks.received {
      all.append(
        Clock(
          id: .acknowledge, started: received,
          due: policy.calendar.date(targets.acknowledgeBusinessDays, businessDaysAfter: received),
          stopped: clocks.acknowledged ?? clocks.closed))
      all.append(
        Clock(
          id: .firstResponse, started: received,
          due: policy.calendar.date(targets.firstResponseBusinessDays, businessDaysAfter: received),
          stopped: clocks.firstResponse ?? clocks.closed))
    }
    if let validated = clocks.validated {
      all.append(
        Clock(
          id: .provisionalScore, started: validated,
          due: validated.addingTimeInterval(Double(targets.provisionalScoreHours) * 3_600),
          // A score that was withdrawn keeps no promise.
          stopped: assessment.scores.isEmpty ? clocks.closed : clocks.scored.map { max($0, validated) }))
    }
    if let started = clocks.embargoStarted, let end = clocks.embargoEnd {
      all.append(Clock(id: .embargoEnd, started: started, due: end, stopped: clocks.embargoOver))
    }
    if let known = clocks.publicKnown {
      all.append(
        Clock(
          id: .holdingStatement, started: known, due: known.addingTimeInterval(Double(targets.holdingHours) * 3_600),
          stopped: clocks.published ?? clocks.closed))
      all.append(
        Clock(
          id: .mitigationStatement, started: known,
          due: known.addingTimeInterval(Double(targets.mitigationHours) * 3_600),
          stopped: clocks.published.flatMap { published in clocks.mitigated.map { max(published, $0) } }
            ?? clocks.closed))
    }
    if let disclosed = clocks.cveDisclosed {
      all.append(
        Clock(
          id: .cveRecord, started: disclosed,
          due: disclosed.addingTimeInterval(Double(targets.cveRecordHours) * 3_600), stopped: clocks.cveRecord))
    }
    return all
  }

  /// The running clock that is due first.
  public func nextDeadline(under policy: Policy) -> Clock? {
    clocks(under: policy).filter { $0.isRunning() }.min { ($0.due, $0.id.rawValue) < ($1.due, $1.id.rawValue) }
  }
}
