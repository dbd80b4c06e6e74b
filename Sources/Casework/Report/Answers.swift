public import Foundation

/// The first substantive answer (S24): a plan of the investigation, and what to do meanwhile.
public struct FirstResponse: Hashable, Sendable {
  public var text: String
  public var plan: [Step]
  public var workarounds: Workarounds

  public init(text: String, plan: [Step], workarounds: Workarounds) {
    self.text = text
    self.plan = plan
    self.workarounds = workarounds
  }

  public struct Step: Hashable, Sendable {
    public var what: String
    public var owner: String
    public var due: Date

    public init(what: String, owner: String, due: Date) {
      self.what = what
      self.owner = owner
      self.due = due
    }
  }

  /// Either at least one workaround, or the statement that none is known yet and when that is looked at again.
  public enum Workarounds: Hashable, Sendable {
    case known([String])
    case noneKnown(revisit: Date)
  }
}

/// An attempt to reproduce what was reported (S22).
public struct Reproduction: Hashable, Sendable {
  public var outcome: Outcome
  public var environment: String
  public var notes: String

  public init(outcome: Outcome, environment: String, notes: String) {
    self.outcome = outcome
    self.environment = environment
    self.notes = notes
  }

  public enum Outcome: String, CaseIterable, Sendable {
    case reproduced
    case notReproduced = "not-reproduced"
    case notAttempted = "not-attempted"
  }
}

/// A report that is put off, with the day on which it is looked at again (T8).
public struct Deferral: Hashable, Sendable {
  public var reason: String
  public var review: Date

  public init(reason: String, review: Date) {
    self.reason = reason
    self.review = review
  }
}
