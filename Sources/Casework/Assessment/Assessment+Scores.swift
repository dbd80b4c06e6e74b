import CVSS
import Foundation

/// Vectors: the team's own, and what others propose.
extension Case {
  /// Sets a score for each vector, on the same lines. What stands like that already does not happen again.
  func score(_ scoring: Assessment.Scoring, in context: Context) throws(Refusal) -> [Event] {
    let vectors = try teamVectors(scoring.vectors)
    let lines = try knownLines(scoring.lines, in: context)
    let given = try explanation(scoring.explanation)
    let reason = scoring.reason.trimmingCharacters(in: .whitespacesAndNewlines)
    if !reason.isEmpty { try Refusal.require(reason, "the reason", rule: "S36") }
    // One line may answer for several vectors. It stands with those that need it; where none does, it is a courtesy.
    let differing = vectors.filter { assessment.proposal(differingFrom: $0.vector) != nil }
    var events: [Event] = []
    for vector in vectors {
      let score = Score(
        vector: vector.vector, lines: lines, isFinal: scoring.isFinal, by: context.party.id, at: context.now)
      let old = try current(besides: score)
      let isMeant = differing.isEmpty || differing.contains(vector)
      let kept = old?.vector == score.vector ? old : nil
      let explanation = (isMeant ? given : nil) ?? kept?.explanation
      let answers = isMeant && given != nil || kept?.isAnswer == true
      try requireExplanation(answers, of: score)
      if let old {
        let isAnswered = old.isAnswer || !differing.contains(vector)
        if old.vector == score.vector, old.isFinal == score.isFinal, old.explanation == explanation, isAnswered {
          continue
        }
        // To stand by what was provisional is no change of it.
        let isConfirmed = old.vector == score.vector && !old.isFinal
        if !isConfirmed { try Refusal.require(reason, "why the score changes", rule: "S36") }
      }
      events.append(
        .assessment(
          .scored(
            vector: score.vector, lines: lines, final: score.isFinal, reason: reason, explanation: explanation)))
    }
    guard !events.isEmpty else { throw Refusal("The score stands like this already.", rule: "S36") }
    return events
  }

  func withdrawScore(_ vector: String, _ lines: [String], _ reason: String) throws(Refusal) -> [Event] {
    let canonical = (try? CVSS.Vector(parsing: vector))?.vector ?? vector
    guard let score = assessment.scores.first(where: { $0.vector == canonical && $0.isFor(lines) }) else {
      throw Refusal("There is no such score: \(Score.title(of: canonical, for: lines).excerpt(120)).", rule: "S36")
    }
    try Refusal.require(reason, "why the score is withdrawn", rule: "S36")
    return [.assessment(.scoreWithdrawn(vector: score.vector, lines: score.lines, reason: reason))]
  }

  func proposeScore(_ text: String, _ comment: String, by party: Party) throws(Refusal) -> [Event] {
    let vector = try vector(text).vector
    if !comment.isEmpty { try Refusal.require(comment, "the comment, or nothing", most: 4_096, rule: "S37") }
    // Who sets scores has no need to propose any, and so writes down the reporter's.
    let isDeveloper = party.roles.isDisjoint(with: Permissions.roles(for: .score)) && party.roles.contains(.developer)
    let side: Assessment.Proposal.Side = isDeveloper ? .team : .reporter
    let known = assessment.proposals.last {
      $0.side == side && (side == .reporter || $0.by == party.id) && $0.vector == vector
    }
    guard known?.comment != comment else { throw Refusal("This vector is proposed already.", rule: "S37") }
    return [.assessment(.scoreProposed(vector: vector, comment: comment, side: side))]
  }

  func permitsWaiver() throws(Refusal) {
    guard !assessment.scores.isEmpty else { throw Refusal("There is no score yet.", rule: "S36") }
    guard assessment.scores.contains(where: { !$0.isFinal }) else {
      throw Refusal("The score is final; nothing has to be waived.", rule: "S36")
    }
    guard assessment.finalScoreWaiver == nil else {
      throw Refusal("It is recorded already why a provisional score goes out.", rule: "S36")
    }
  }

  private func vector(_ text: String) throws(Refusal) -> CVSS.Vector {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    do {
      return try CVSS.Vector(parsing: text)
    } catch {
      throw Refusal(
        "This is no CVSS vector: \(error.description.excerpt(300)) It looks like "
          + "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H or CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N.",
        rule: "S35")
    }
  }

  /// Vectors that the team may set: 3.1 and 4.0, one of each, without what is the consumer's to say.
  private func teamVectors(_ texts: [String]) throws(Refusal) -> [CVSS.Vector] {
    var vectors: [CVSS.Vector] = []
    for text in texts {
      let vector = try vector(text)
      guard vector.version == .v3_1 || vector.version == .v4_0 else {
        throw Refusal(
          "CVSS \(vector.version.rawValue) is read and no longer set. Score it in 3.1 or 4.0, from the metrics: "
            + "nothing is converted.", rule: "C3")
      }
      guard !vector.has(.environmental) else {
        throw Refusal(
          "\(vector.version.rawValue): environmental metrics are for those who run the software. Leave them out.",
          rule: "2.6")
      }
      guard !vectors.contains(where: { $0.version == vector.version }) else {
        throw Refusal("There are two vectors of CVSS \(vector.version.rawValue); give one.", rule: "S35")
      }
      vectors.append(vector)
    }
    guard !vectors.isEmpty else { throw Refusal("Please give a CVSS vector, of version 3.1 or 4.0.", rule: "S35") }
    return vectors
  }

  private func knownLines(_ labels: [String], in context: Context) throws(Refusal) -> [String] {
    let known = Set(context.policy.lines.map(\.label)).union(remediation.lines.keys)
    let labels = Set(labels).sorted()
    guard let stranger = labels.first(where: { !known.contains($0) }) else { return labels }
    throw Refusal(
      "There is no release line “\(stranger.excerpt())”; there are \(known.sorted().joined(separator: ", ")).",
      rule: "2.6")
  }

  /// The score that a new one replaces. Two scores of one version never speak of the same line in two ways.
  private func current(besides score: Score) throws(Refusal) -> Score? {
    for other in assessment.scores where other.majorVersion == score.majorVersion {
      if other.isFor(score.lines) { return other }
      let both = other.lines.filter { score.lines.contains($0) }
      guard both.isEmpty else {
        throw Refusal(
          "\(both.joined(separator: ", ")) would have two scores: \(other.title) is set already. "
            + "Give the same lines, or withdraw that score first.", rule: "2.6")
      }
    }
    return nil
  }

  private func explanation(_ text: String?) throws(Refusal) -> String? {
    guard let text = text?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else { return nil }
    guard !text.contains(where: \.isNewline) else {
      throw Refusal("The explanation for the reporter is one line; a line break is in it.", rule: "S37")
    }
    try Refusal.require(text, "the explanation for the reporter", most: 500, rule: "S37")
    return text
  }

  /// Who proposed something else hears why (S37).
  private func requireExplanation(_ isGiven: Bool, of score: Score) throws(Refusal) {
    guard score.isFinal, !isGiven, let proposal = assessment.proposal(differingFrom: score.vector) else {
      return
    }
    throw Refusal(
      "\(score.baseWords) is not what the reporter proposed: \(proposal.baseWords). "
        + "Explain the difference in one line, which the reporter reads.", rule: "S37")
  }
}
