/// G11: the scores are vectors and the team's last word, or it is recorded why they are not yet.
struct ScoreGate: Gate {
  func objections(to departure: Departure) -> [Objection] {
    guard !departure.isEarly else { return [] }
    let assessment = departure.subject.assessment
    guard !assessment.scores.isEmpty else { return [Objection("G11", "There is no score.")] }
    var objections = assessment.scores.filter { $0.rating == nil }.map {
      Objection("G11", "“\($0.vector.excerpt(80))” is no CVSS vector.")
    }
    let provisional = assessment.scores.filter { !$0.isFinal }.map(\.title)
    if !provisional.isEmpty, assessment.finalScoreWaiver == nil {
      objections.append(
        Objection(
          "G11",
          "The score is provisional (\(provisional.joined(separator: "; "))): make it final, or record why it goes out so."
        ))
    }
    return objections
  }
}

/// G11: one score at least is of a version that the policy asks for (C3).
struct ScoreVersionGate: Gate {
  var versions: [String]

  func objections(to departure: Departure) -> [Objection] {
    let scores = departure.subject.assessment.scores
    guard !departure.isEarly, !scores.isEmpty,
      !scores.contains(where: { $0.rating.map { versions.contains($0.version) } ?? false })
    else { return [] }
    return [
      Objection("G11", "There is no score of a version that the policy asks for: \(versions.joined(separator: ", ")).")
    ]
  }
}

/// G12: who proposed another severity hears why ours differs, whichever came first (S37).
struct DivergenceGate: Gate {
  func objections(to departure: Departure) -> [Objection] {
    guard !departure.isEarly else { return [] }
    let assessment = departure.subject.assessment
    return assessment.unexplained.compactMap { score in
      guard let proposal = assessment.proposal(differingFrom: score.vector) else { return nil }
      return Objection(
        "G12",
        "\(score.baseWords) is not what the reporter proposed (\(proposal.baseWords)): explain the difference to them in one line."
      )
    }
  }
}
