public import AdvisoryTypes

/// What must be known before a report is accepted (S31).
public struct Finding: Hashable, Sendable {
  public var component: String
  /// Affected versions in words, or `unknown`, which blocks publication.
  public var versions: String
  public var impact: Set<Impact>
  public var preconditions: String
  public var exploitation: Exploitation
  /// What the team asks for; see ``Case/priority`` for what counts.
  public var priority: Priority
  public var weakness: CWEID?

  public init(
    component: String, versions: String, impact: Set<Impact>, preconditions: String, exploitation: Exploitation,
    priority: Priority, weakness: CWEID? = nil
  ) {
    self.component = component
    self.versions = versions
    self.impact = impact
    self.preconditions = preconditions
    self.exploitation = exploitation
    self.priority = priority
    self.weakness = weakness
  }

  public enum Exploitation: String, CaseIterable, Sendable {
    case none
    case publicProofOfConcept = "public-poc"
    case active
  }
}

/// What is lost: the classes of the policy (h1, h2).
public enum Impact: String, CaseIterable, Sendable {
  case confidentiality, integrity, availability, privilege, other

  /// Loss of confidentiality or integrity, or a gain of privilege, is the top class.
  public static let top: Set<Impact> = [.confidentiality, .integrity, .privilege]
}

/// How soon we work on it. `p0` is the most urgent.
public enum Priority: String, CaseIterable, Sendable, Comparable {
  case p0 = "P0"
  case p1 = "P1"
  case p2 = "P2"
  case p3 = "P3"

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The least urgent priority that an impact may have (S32, S33).
  public static func floor(for impact: Set<Impact>) -> Priority {
    if !impact.isDisjoint(with: Impact.top) { return .p1 }
    return impact.contains(.availability) ? .p2 : .p3
  }

  /// The least urgent priority that an SSVC decision may have (S40).
  public static func floor(for outcome: SSVC.Outcome) -> Priority {
    switch outcome {
    case .immediate, .outOfCycle: .p1
    case .scheduled: .p2
    case .defer: .p3
    }
  }
}
