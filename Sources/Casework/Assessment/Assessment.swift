public import AdvisoryTypes
public import Foundation

/// What the investigation found: effects, criticality, the scores, and how soon it has to be mended.
public struct Assessment: Hashable, Sendable {
  public var finding: Finding?
  /// The scores that count now: at most one for each major version of CVSS and set of release lines. Those for all lines
  /// come first, and 4.0 before 3.1.
  public var scores: [Score] = []
  /// Why a score may go out that is not final (G11). It stands until a final score is set.
  public var finalScoreWaiver: Waiver?
  /// A final score was there, and ended without another one in its place.
  public var isReconsidered: Bool { hadFinal && !scores.contains(where: \.isFinal) }
  private var hadFinal = false
  /// The last change of the scores took a final one away.
  var hasJustEndedFinal = false
  /// The newest for each party and major version of CVSS, oldest first.
  public var proposals: [Proposal] = []
  public var ssvc: SSVCDecision?
  /// A priority below what follows, that waits for a second member.
  public var proposedPriority: ProposedPriority?
  /// Set when two members put the priority below what follows, with their reason.
  public var loweredPriority: Priority?
  public var loweringReason: String?

  public init() {}

  public struct ProposedPriority: Hashable, Sendable {
    public var priority: Priority
    public var reason: String
    public var by: PartyID
  }

  /// The recorded reason to publish a provisional score.
  public struct Waiver: Hashable, Sendable {
    public var reason: String
    public var by: PartyID
    public var at: Date
  }

  /// The supplier's decision of SSVC (S40), as it was judged then; see ``Case/ssvc`` for what it comes to now.
  public struct SSVCDecision: Hashable, Sendable {
    public var judged: SSVC.Supplier
    public var reason: String
    public var by: PartyID
    public var at: Date
  }

  public enum Command: Hashable, Sendable {
    case assess(Finding)
    case lowerPriority(Priority, reason: String)
    case approveLowerPriority
    case score(Scoring)
    case withdrawScore(vector: String, lines: [String], reason: String)
    /// By the reporter, or by somebody of the team; a triager or coordinator writes down what the reporter proposed.
    case proposeScore(vector: String, comment: String)
    case waiveFinalScore(reason: String)
    /// The exploitation in it is not read: what the facts say counts.
    case decideSSVC(SSVC.Supplier, reason: String)
  }

  public enum Event: Hashable, Sendable {
    case assessed(Finding)
    case loweringProposed(Priority, reason: String)
    case lowered(Priority, reason: String)
    /// The vector in canonical form; the explanation is for the reporter (S37).
    case scored(vector: String, lines: [String] = [], final: Bool, reason: String, explanation: String? = nil)
    case scoreWithdrawn(vector: String, lines: [String], reason: String)
    case scoreProposed(vector: String, comment: String, side: Proposal.Side)
    case finalScoreWaived(reason: String)
    case ssvcDecided(SSVC.Supplier, reason: String)
  }

  mutating func evolve(_ event: Event, _ entry: Entry) {
    switch event {
    case .assessed(let finding):
      self.finding = finding
      endLowering()
    case .loweringProposed(let priority, let reason):
      proposedPriority = ProposedPriority(priority: priority, reason: reason, by: entry.by)
    case .lowered(let priority, let reason):
      endLowering()
      loweredPriority = priority
      loweringReason = reason
    case .scored(let vector, let lines, let final, let reason, let explanation):
      set(
        Score(
          vector: vector, lines: lines, isFinal: final, reason: reason, explanation: explanation, by: entry.by,
          at: entry.at))
    case .scoreWithdrawn(let vector, let lines, _):
      hasJustEndedFinal = scores.contains { $0.vector == vector && $0.isFor(lines) && $0.isFinal }
      scores.removeAll { $0.vector == vector && $0.isFor(lines) }
      if scores.isEmpty { finalScoreWaiver = nil }
    case .scoreProposed(let vector, let comment, let side):
      // The desk takes reports in; what stands in one is the reporter's.
      let author = entry.by == .desk ? .reporter : entry.by
      propose(Proposal(vector: vector, comment: comment, by: author, side: side, at: entry.at))
    case .finalScoreWaived(let reason): finalScoreWaiver = Waiver(reason: reason, by: entry.by, at: entry.at)
    case .ssvcDecided(let points, let reason):
      ssvc = SSVCDecision(judged: points, reason: reason, by: entry.by, at: entry.at)
      endLowering()
    }
  }

  /// What two people decided they decided of what was known then.
  private mutating func endLowering() {
    loweredPriority = nil
    loweringReason = nil
    proposedPriority = nil
  }

  private mutating func set(_ score: Score) {
    var score = score
    // A kind word where nothing differed answers nothing that is proposed later.
    score.isAnswer = score.explanation != nil && proposal(differingFrom: score.vector) != nil
    let old = scores.first { $0.majorVersion == score.majorVersion && $0.isFor(score.lines) }
    hasJustEndedFinal = old?.isFinal == true && !score.isFinal
    hadFinal = hadFinal || score.isFinal
    scores.removeAll { $0.majorVersion == score.majorVersion && $0.isFor(score.lines) }
    scores.append(score)
    scores.sort { $0.place < $1.place }
    if score.isFinal { finalScoreWaiver = nil }
  }

  private mutating func propose(_ proposal: Proposal) {
    // What the reporter typed is replaced by the reporter alone; a member's note of what they said, by either.
    proposals.removeAll {
      $0.majorVersion == proposal.majorVersion && $0.side == proposal.side
        && ($0.by == proposal.by || (proposal.side == .reporter && $0.by != .reporter))
    }
    proposals.append(proposal)
  }
}
