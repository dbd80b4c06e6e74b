import AdvisoryTypes
import CVSS
public import Foundation

extension Assessment {
  /// A vector that somebody proposed; the team's own stands beside it and counts (S37).
  public struct Proposal: Hashable, Sendable {
    /// In canonical form, of any version.
    public var vector: String
    public var comment: String
    public var by: PartyID
    public var side: Side
    public var at: Date

    /// Whose opinion it is, whoever wrote it down.
    public enum Side: String, CaseIterable, Sendable { case reporter, team }

    public init(vector: String, comment: String, by: PartyID, side: Side, at: Date) {
      self.vector = vector
      self.comment = comment
      self.by = by
      self.side = side
      self.at = at
    }

    /// What the vector comes to; nil for what is none.
    public var rating: Score.Rating? { Score.Rating(vector) }

    /// What its base metrics come to: what is compared with the team's.
    public var baseRating: Score.Rating? { Score.Rating(base: vector) }

    /// `CVSS 3.1, 9.8 Critical`, of the base metrics.
    var baseWords: String {
      Score.title(of: vector, for: []) + (Score.Rating(base: vector).map { ", \($0.score) \($0.severity)" } ?? "")
    }

    var majorVersion: Int { Advisory.Score(vector: vector).majorVersion }
  }

  /// The reporter's proposal from which a vector differs by a band of severity or more; nil where they agree.
  ///
  /// Compared are base severities: with the reporter's newest vector of the same major version where there is one, else
  /// with their newest of any. What they typed and what a member noted for them are both looked at, theirs first.
  public func proposal(differingFrom vector: String) -> Proposal? {
    let theirs = proposals.filter { $0.side == .reporter }
    let major = Advisory.Score(vector: vector).majorVersion
    guard let left = try? CVSS.Vector(parsing: vector) else { return nil }
    for part in [theirs.filter { $0.by == .reporter }, theirs.filter { $0.by != .reporter }] {
      guard let proposal = part.last(where: { $0.majorVersion == major }) ?? part.last,
        let right = try? CVSS.Vector(parsing: proposal.vector)
      else { continue }
      if Self.severities(of: left).isDisjoint(with: Self.severities(of: right)) { return proposal }
    }
    return nil
  }

  /// The scores that differ from what the reporter proposed without a word to them about it.
  public var unexplained: [Score] {
    scores.filter { !$0.isAnswer && proposal(differingFrom: $0.vector) != nil }
  }

  /// Version 2 has three words: its high is anybody's critical too, and its low is none.
  private static func severities(of vector: CVSS.Vector) -> Set<CVSS.Severity> {
    let severity = vector.baseSeverity
    guard vector.version == .v2_0 else { return [severity] }
    switch severity {
    case .low: return [.none, .low]
    case .high: return [.high, .critical]
    default: return [severity]
    }
  }
}
