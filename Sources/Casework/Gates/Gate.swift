public import AdvisoryTypes
public import Foundation

/// One rule at the door out. Asked when somebody decides to publish and again at departure; every objection is collected,
/// and what a gate can't know it objects to.
public protocol Gate: Sendable {
  func objections(to departure: Departure) -> [Objection]
}

/// What is about to leave, as the gates see it.
public struct Departure: Sendable {
  public var subject: Case
  /// The advisory as it would go out; nil when it cannot even be put together.
  public var advisory: Advisory?
  public var audience: Delivery.Audience
  public var now: Date

  public init(subject: Case, advisory: Advisory?, audience: Delivery.Audience, now: Date) {
    self.subject = subject
    self.advisory = advisory
    self.audience = audience
    self.now = now
  }

  /// Others made it public: a holding statement goes out without waiting for the fix (E21).
  public var isEarly: Bool { subject.facts.state.publicAware && !subject.facts.byOurselves }
}

/// A reason to stay in the house, as a sentence.
public struct Objection: Hashable, Sendable, CustomStringConvertible {
  /// `G5` and so on.
  public var gate: String
  public var sentence: String

  public init(_ gate: String, _ sentence: String) {
    self.gate = gate
    self.sentence = sentence
  }

  public var description: String { sentence }
}

/// The gates that the rules themselves know. None of them can be left out.
public enum Gates {
  public static let standing: [any Gate] = [
    ApprovalGate(), EmbargoGate(), DateGate(), IdentifierGate(), MatrixGate(), ReleaseGate(), PlanGate(),
    MitigationGate(), ScoreGate(), ElementsGate(),
  ]

  /// What is asked only when somebody decides to release: the policy's wishes, and what may change without the team. What
  /// was released is not held up by it.
  static func atRelease(_ policy: Policy) -> [any Gate] {
    [
      SupportedLinesGate(lines: policy.lines), ScoreVersionGate(versions: policy.switches.cvssVersions),
      DivergenceGate(),
    ]
  }

  /// All objections of the standing gates and the given ones.
  public static func objections(to departure: Departure, also gates: [any Gate] = []) -> [Objection] {
    (standing + gates).flatMap { $0.objections(to: departure) }
  }

  /// All objections to carrying out what was released.
  ///
  /// Where the case has moved on to a next revision, its approvals and rows speak of that one; they were asked about the
  /// frozen advisory when it was released. What is left to ask is the embargo, and whether the frozen advisory is sound.
  public static func objections(toCarrying departure: Departure, also gates: [any Gate] = []) -> [Objection] {
    guard departure.subject.hasUnreleasedChanges else { return objections(to: departure, also: gates) }
    return ([EmbargoGate()] + gates).flatMap { $0.objections(to: departure) }
  }
}
