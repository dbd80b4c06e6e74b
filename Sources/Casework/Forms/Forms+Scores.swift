import AdvisoryTypes

/// The forms of scores and of the SSVC decision.
extension FormRecipe {
  static func score(_ subject: Case, _ policy: Policy?) -> FormRecipe {
    let general = subject.assessment.scores.filter(\.lines.isEmpty)
    let vector = CommandForm.Field.list(
      "vector", "CVSS vectors",
      "One per line, of version 4.0, of 3.1, or one of each, such as CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H.",
      suggest: general.isEmpty ? nil : general.map(\.vector).joined(separator: "\n"))
    let lines = CommandForm.Field.choices(
      "lines", "Release lines", releaseLines(subject, policy),
      "What these vectors are for. None means all lines that have no score of their own.", required: false)
    let final = CommandForm.Field.flag(
      "final", "It is the team's last word", "A provisional score keeps the advisory in.")
    let reason = CommandForm.Field.text(
      "reason", "Reason", "Needed for a change: why. Only the team reads it.", rows: 3, required: false)
    let explanation = CommandForm.Field.line(
      "explanation", "Explanation for the reporter",
      "Needed where a final score differs from the reporter's by a band of severity; one line of at most 500 bytes.",
      required: false, suggest: general.lazy.compactMap(\.explanation).first)
    return FormRecipe(
      .score, "Set the score",
      "Sets the vectors; the numbers are computed from them. The team reads them, and the reporter those that are "
        + "final; on publication everybody does.",
      [vector, lines, final, reason, explanation]
    ) { values throws(Refusal) in
      .assessment(
        .score(
          .init(
            vectors: try values.list(vector), lines: try values.optionalList(lines), isFinal: try values.flag(final),
            reason: try values.optionalText(reason) ?? "", explanation: try values.optionalText(explanation))))
    }
  }

  static func withdrawScore(_ subject: Case) -> FormRecipe {
    let scores = subject.assessment.scores
    let score = CommandForm.Field.choice(
      "score", "Score", scores.map { .init(value: $0.choice, label: $0.words) },
      suggest: scores.count == 1 ? scores[0].choice : nil)
    let reason = CommandForm.Field.text("reason", "Reason", rows: 3)
    return FormRecipe(
      .withdrawScore, "Withdraw a score",
      "Takes a score away, such as one for lines that turned out to be like the others. Only the team reads why.",
      [score, reason]
    ) { values throws(Refusal) in
      let text = try values.text(score)
      guard let chosen = scores.first(where: { $0.choice == text }) else { throw values.unknown(text, in: score) }
      return .assessment(
        .withdrawScore(vector: chosen.vector, lines: chosen.lines, reason: try values.text(reason)))
    }
  }

  static func proposeScore(_ subject: Case) -> FormRecipe {
    let vector = CommandForm.Field.line(
      "vector", "CVSS vector",
      "Of any version, such as CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N.")
    let comment = CommandForm.Field.text("comment", "Comment", "Why so. May be left out.", rows: 3, required: false)
    return FormRecipe(
      .proposeScore, "Propose a score",
      "Shows a vector beside the team's, who make the final call. What a coordinator or triager enters here counts as the "
        + "reporter's. The team reads vector and comment, the reporter the vectors that are theirs.",
      [vector, comment]
    ) { values throws(Refusal) in
      .assessment(
        .proposeScore(vector: try values.text(vector), comment: try values.optionalText(comment) ?? ""))
    }
  }

  static func waiveFinalScore() -> FormRecipe {
    let reason = CommandForm.Field.text("reason", "Reason", "Such as: users need the fix before we agree.", rows: 3)
    return FormRecipe(
      .waiveFinalScore, "Publish with a provisional score",
      "Lets the advisory out with a score that is called provisional, until a final one is set. Only the team reads why.",
      [reason]
    ) { values throws(Refusal) in .assessment(.waiveFinalScore(reason: try values.text(reason))) }
  }

  static func decideSSVC(_ subject: Case) -> FormRecipe {
    let known = subject.assessment.ssvc?.judged
    let exploitation = subject.exploitation
    func field<Point: SSVC.Point>(_ name: String, _: Point.Type, _ known: Point?) -> CommandForm.Field {
      .choice(name, Point.title, .answers(Point.self), Point.question, suggest: known?.rawValue)
    }
    let automatable = field("automatable", SSVC.Automatable.self, known?.automatable)
    let density = field("value-density", SSVC.ValueDensity.self, known?.valueDensity)
    let impact = field("technical-impact", SSVC.TechnicalImpact.self, known?.technicalImpact)
    let safety = field("public-safety-impact", SSVC.PublicSafetyImpact.self, known?.publicSafetyImpact)
    let reason = CommandForm.Field.text(
      "reason", "Reason", "Needed if it was decided otherwise before.", rows: 3, required: false)
    return FormRecipe(
      .decideSSVC, "Decide by SSVC",
      "Decides how soon the fix is made, and sets the least priority. Exploitation comes from the facts: "
        + "\(exploitation.title.lowercased()) now. Only the team reads it.",
      [automatable, density, impact, safety, reason]
    ) { values throws(Refusal) in
      .assessment(
        .decideSSVC(
          SSVC.Supplier(
            exploitation: exploitation, automatable: try values.word(automatable),
            valueDensity: try values.word(density), technicalImpact: try values.word(impact),
            publicSafetyImpact: try values.word(safety)), reason: try values.optionalText(reason) ?? ""))
    }
  }

  /// The policy's lines in its order, and those that only the case knows.
  private static func releaseLines(_ subject: Case, _ policy: Policy?) -> [CommandForm.Option] {
    let known = policy?.lines.map(\.label) ?? []
    let others = subject.remediation.lines.keys.filter { !known.contains($0) }.sorted()
    return (known + others).map { .init(value: $0, label: $0) }
  }
}

extension Score {
  /// How a form names one of several scores.
  fileprivate var choice: String { lines.isEmpty ? vector : "\(vector) for \(lines.joined(separator: ", "))" }
}
