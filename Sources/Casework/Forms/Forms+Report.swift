import Foundation

/// Forms of report management up to the verdict.
extension FormRecipe {
  static func acknowledge() -> FormRecipe {
    let text = CommandForm.Field.text(
      "text", "Words to the reporter",
      "Thank them and say what comes next. Whether it is a vulnerability is not said yet.")
    return FormRecipe(
      .acknowledge, "Acknowledge the report",
      "Tells the reporter that a person has read the report. The reporter reads it.",
      [text]
    ) { values throws(Refusal) in .report(.acknowledge(text: try values.text(text))) }
  }

  static func respond() -> FormRecipe {
    let text = CommandForm.Field.text(
      "text", "Words to the reporter", "What you understood, and what you think of it so far.")
    let plan = CommandForm.Field.list(
      "plan", "Plan of the investigation",
      "One step per line: what | owner | date and hour in UTC. Such as: Reproduce it on 7.3.1 | Kim | 2026-12-01 14:00")
    let workarounds = CommandForm.Field.list(
      "workarounds", "Workarounds",
      "What can be done meanwhile, one per line. If none is known, leave it empty and say when you look again.",
      required: false)
    let revisit = CommandForm.Field.date(
      "none-known-revisit", "No workaround known, looked at again on", "Only if there is no workaround.",
      required: false)
    return FormRecipe(
      .respond, "Send the first response",
      "Answers with a plan of the investigation and with what can be done meanwhile. The reporter reads it.",
      [text, plan, workarounds, revisit]
    ) { values throws(Refusal) in
      let known = try values.optionalList(workarounds)
      let date = try values.optionalDate(revisit)
      let answer: FirstResponse.Workarounds
      switch (known.isEmpty, date) {
      case (false, nil): answer = .known(known)
      case (true, let date?): answer = .noneKnown(revisit: date)
      case (false, _?):
        throw values.refusal(revisit, "contradicts the workarounds: give one of the two")
      case (true, nil): throw values.missing(workarounds)
      }
      return .report(
        .respond(
          FirstResponse(text: try values.text(text), plan: try values.investigation(plan), workarounds: answer)))
    }
  }

  static func reproduce() -> FormRecipe {
    let outcome = CommandForm.Field.choice("outcome", "Outcome", .outcomes)
    let environment = CommandForm.Field.line(
      "environment", "Environment and version", "Such as: 7.3.1 from the package, Debian 12, default configuration.")
    let notes = CommandForm.Field.text("notes", "What was seen", "Or why it was not attempted.")
    return FormRecipe(
      .reproduce, "Record a reproduction", "Records an attempt to see it happen. Only the team reads it.",
      [outcome, environment, notes]
    ) { values throws(Refusal) in
      .report(
        .reproduce(
          Reproduction(
            outcome: try values.word(outcome), environment: try values.text(environment), notes: try values.text(notes))
        ))
    }
  }

  static func validate() -> FormRecipe {
    let duplicates = CommandForm.Field.text(
      "duplicates", "Search for duplicates", "Where you looked and what you found, such as: cases and tracker, none.",
      rows: 3)
    return FormRecipe(
      .validate, "Validate the report",
      "Says that the report describes a vulnerability. The reporter sees the state, the team reads the words.",
      [duplicates]
    ) { values throws(Refusal) in .report(.validate(duplicates: try values.text(duplicates))) }
  }

  static func invalidate() -> FormRecipe {
    let missing = CommandForm.Field.list(
      "missing", "What is missing", "One thing per line, such as: the version it was seen on.")
    let text = CommandForm.Field.text("text", "Message to the reporter")
    return FormRecipe(
      .invalidate, "Ask for what is missing",
      "Holds the report until more is known and asks the reporter for it. The reporter reads it.", [missing, text]
    ) { values throws(Refusal) in
      .report(.invalidate(missing: try values.list(missing), text: try values.text(text)))
    }
  }

  static func accept() -> FormRecipe {
    FormRecipe(
      .accept, "Accept the report",
      "Begins the work on a fix and opens a row for each supported release line. The reporter sees the state."
    ) { _ throws(Refusal) in .report(.accept) }
  }

  static func `defer`() -> FormRecipe {
    let reason = CommandForm.Field.text("reason", "Reason", rows: 3)
    let review = CommandForm.Field.date("review", "Looked at again on")
    return FormRecipe(
      .defer, "Put it off",
      "Puts the work off until a date. The reporter sees the state; only the team reads the reason.", [reason, review]
    ) { values throws(Refusal) in
      .report(.defer(Deferral(reason: try values.text(reason), review: try values.date(review))))
    }
  }

  static func chooseCredit(_ subject: Case) -> FormRecipe {
    let credit = subject.report.credit
    let wanted = CommandForm.Field.choice(
      "wanted", "Name you in the advisory", .yesOrNo, suggest: credit.map { $0.wanted ? "yes" : "no" })
    let name = CommandForm.Field.line(
      "name", "Name to be credited", "As it shall stand in the advisory; needed if you want to be named.",
      required: false, suggest: credit?.name)
    return FormRecipe(
      .chooseCredit, "Choose how you are credited",
      "Decides whether the advisory names you. Everybody reads the name once the advisory is published.",
      [wanted, name]
    ) { values throws(Refusal) in
      let isWanted = try values.flag(required: wanted)
      let text = isWanted ? try values.text(name) : try values.optionalText(name) ?? ""
      return .report(.chooseCredit(CreditWish(wanted: isWanted, name: text)))
    }
  }
}

extension FormReader {
  /// The answer to a yes-or-no question that must be answered.
  func flag(required field: CommandForm.Field) throws(Refusal) -> Bool {
    guard try optionalText(field) != nil else { throw missing(field) }
    return try flag(field)
  }
}
