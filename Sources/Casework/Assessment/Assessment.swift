public import AdvisoryTypes

/// What the investigation found: effects, criticality, and the score.
public struct Assessment: Hashable, Sendable {
  public var finding: Finding?
  public var score: Score?
  /// A priority below the floor, that waits for a second member.
  public var proposedPriority: ProposedPriority?
  /// Set when two members put the priority below its floor.
  public var loweredPriority: Priority?

  public init() {}

  /// The priority that counts: what two people decided, else what was assessed, never below the floor.
  public var priority: Priority? { loweredPriority ?? finding?.priority }

  public struct ProposedPriority: Hashable, Sendable {
    public var priority: Priority
    public var reason: String
    public var by: PartyID
  }

  public enum Command: Hashable, Sendable {
    case assess(Finding)
    case lowerPriority(Priority, reason: String)
    case approveLowerPriority
    /// A vector; nobody types a number (S35).
    case score(vector: String, final: Bool, reason: String)
  }

  public enum Event: Hashable, Sendable {
    case assessed(Finding)
    case loweringProposed(Priority, reason: String)
    case lowered(Priority, reason: String)
    case scored(vector: String, final: Bool, reason: String)
  }

  mutating func evolve(_ event: Event, _ entry: Entry) {
    switch event {
    case .assessed(let finding):
      self.finding = finding
      loweredPriority = nil
      proposedPriority = nil
    case .loweringProposed(let priority, let reason):
      proposedPriority = ProposedPriority(priority: priority, reason: reason, by: entry.by)
    case .lowered(let priority, _):
      loweredPriority = priority
      proposedPriority = nil
    case .scored(let vector, let final, _): score = Score(vector: vector, isFinal: final)
    }
  }
}

/// What must be known before a report is accepted (S31).
public struct Finding: Hashable, Sendable {
  public var component: String
  /// Affected versions in words, or `unknown`, which blocks publication.
  public var versions: String
  public var impact: Set<Impact>
  public var preconditions: String
  public var exploitation: Exploitation
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
}

/// A CVSS vector that the team set. The number is always computed from it.
public struct Score: Hashable, Sendable {
  public var vector: String
  public var isFinal: Bool

  public init(vector: String, isFinal: Bool) {
    self.vector = vector
    self.isFinal = isFinal
  }
}
