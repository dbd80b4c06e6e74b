import AdvisoryTypes
import CVSS
import Casework

extension SeverityForm {
  /// What a button that saves asks of the case.
  ///
  /// - Parameters:
  ///   - which: the place of the score to be withdrawn.
  ///   - reason: why it is withdrawn.
  /// - Throws: a refusal, when what stands in the form is not enough for it.
  func command(
    for action: SeverityAction, of subject: Case, which: Int, reason withdrawal: String
  ) throws(Refusal) -> Case.Command {
    switch action {
    case .withdraw:
      guard subject.assessment.scores.indices.contains(which) else {
        throw Refusal("There is no such score any more. The table shows those that there are.", rule: "S36")
      }
      let score = subject.assessment.scores[which]
      return .assessment(.withdrawScore(vector: score.vector, lines: score.lines, reason: withdrawal))
    case .decide:
      let card = SupplierCard(points: points, exploitation: subject.exploitation, factsPath: "")
      guard let supplier = card.supplier else {
        throw Refusal("Please answer all four questions: the decision needs each of them.", rule: "S40")
      }
      return .assessment(.decideSSVC(supplier, reason: pointsReason))
    default: return .assessment(.score(try scoring(isFinal: action == .save(isFinal: true))))
    }
  }

  private func scoring(isFinal: Bool) throws(Refusal) -> Assessment.Scoring {
    for (draft, reading) in zip(drafts, readings) {
      let version = draft.version.rawValue
      switch reading {
      case .empty, .vector: continue
      case .incomplete(let missing):
        throw Refusal(
          "CVSS \(version) is not complete: \(missing.map(\.title).joined(separator: ", ")). Choose them, or clear this version.",
          rule: "S35")
      case .fault, .otherVersion:
        throw Refusal(
          "What stands under CVSS \(version) is no vector of it; the reason stands beside it. Mend it, or clear this version.",
          rule: "S35")
      case .disagreement:
        throw Refusal(
          "Under CVSS \(version), vector and buttons say different things. Say which of them counts.", rule: "S35")
      }
    }
    guard !vectors.isEmpty else {
      throw Refusal("There is no score yet: put one together from the buttons, or paste a vector.", rule: "S35")
    }
    return Assessment.Scoring(
      vectors: vectors.map(\.vector), lines: lines.sorted(), isFinal: isFinal, reason: reason,
      explanation: explanation.isEmpty ? nil : explanation)
  }

  /// Whether the same score is written there, for the same lines and with the same words.
  func isSameScore(as other: SeverityForm) -> Bool {
    drafts.map(\.text) == other.drafts.map(\.text) && lines == other.lines && explanation == other.explanation
      && reason.isEmpty
  }
}
