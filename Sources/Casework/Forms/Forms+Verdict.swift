/// Forms that end a report.
extension FormRecipe {
  static func reject() -> FormRecipe {
    let disposition = CommandForm.Field.choice(
      "disposition", "Disposition",
      .dispositions(Disposition.allCases.filter { Disposition.rejections.contains($0) }))
    let claim = CommandForm.Field.text("claim", "The claim as you understood it", "In your own words.", rows: 3)
    let tested = CommandForm.Field.text(
      "tested", "What was tested", "On which version and configuration, such as: the script, on 7.3.1, defaults.")
    let why = CommandForm.Field.text(
      "why", "Why it is not a vulnerability", "Or whose boundary it is that is crossed.")
    let evidence = CommandForm.Field.text("evidence", "What would change the decision", rows: 3)
    let elsewhere = CommandForm.Field.text("elsewhere", "Where else it may go", "Such as: the public tracker.", rows: 3)
    let appeal = CommandForm.Field.text("appeal", "How to appeal", "Whom to write to, and until when.", rows: 3)
    return FormRecipe(
      .reject, "Reject the report",
      "Turns the report down with its reasons, perhaps after a second review. The reporter reads it.",
      [disposition, claim, tested, why, evidence, elsewhere, appeal]
    ) { values throws(Refusal) in
      .report(
        .reject(
          Rejection(
            disposition: try values.word(disposition), claim: try values.text(claim), tested: try values.text(tested),
            why: try values.text(why), evidence: try values.text(evidence), elsewhere: try values.text(elsewhere),
            appeal: try values.text(appeal))))
    }
  }

  static func confirmRejection() -> FormRecipe {
    FormRecipe(
      .confirmRejection, "Confirm the rejection",
      "Agrees as the second reviewer and closes the case with the letter as proposed. The reporter reads the letter."
    ) { _ throws(Refusal) in .report(.confirmRejection) }
  }

  static func declineRejection() -> FormRecipe {
    let reason = CommandForm.Field.text(
      "reason", "Reason", "What the rejection leaves open, such as: it was not tried on 7.4.", rows: 3)
    return FormRecipe(
      .declineRejection, "Decline the rejection",
      "Disagrees as the second reviewer: the report stays open. Only the team reads the reason.", [reason]
    ) { values throws(Refusal) in .report(.declineRejection(reason: try values.text(reason))) }
  }

  static func declareUnsafeDefault(_ policy: Policy?) -> FormRecipe {
    let isDefault = CommandForm.Field.choice("is-default", "Is it a default?", .yesOrNo)
    let bypasses = CommandForm.Field.choice(
      "bypasses-control", "Is a control bypassed that somebody configured?", .yesOrNo,
      "If so, it is an ordinary vulnerability.")
    let documented = CommandForm.Field.choice("documented", "Is the default documented?", .yesOrNo)
    let explanation = CommandForm.Field.text(
      "explanation", "Explanation for this case", "Why the default is as it is, in at least 20 characters.")
    let guidance = CommandForm.Field.line(
      "guidance", "Hardening guidance", "The link to the guide, such as https://example.org/hardening.",
      suggest: policy?.project.hardeningGuide)
    let item = CommandForm.Field.line(
      "hardening-item", "Item for the backlog of better defaults", "Without any detail of an exploit.")
    return FormRecipe(
      .declareUnsafeDefault, "Answer as an unsafe default",
      "Closes the case with an explanation and the hardening guidance. The reporter reads it.",
      [isDefault, bypasses, documented, explanation, guidance, item]
    ) { values throws(Refusal) in
      .report(
        .declareUnsafeDefault(
          UnsafeDefault(
            isDefault: try values.flag(required: isDefault), bypassesControl: try values.flag(required: bypasses),
            documented: try values.flag(required: documented), explanation: try values.text(explanation),
            guidance: try values.text(guidance), hardeningItem: try values.text(item))))
    }
  }

  static func close(_ subject: Case) -> FormRecipe {
    // What the rules would refuse in any case is not offered; the form for it is another one.
    let published = subject.publication.advisory != nil
    let choices = Disposition.allCases.filter {
      Disposition.published.contains($0) == published && !Disposition.rejections.contains($0) && $0 != .unsafeDefault
        && $0 != .internalOnly
    }
    let disposition = CommandForm.Field.choice("disposition", "Disposition", .dispositions(choices))
    let letter = CommandForm.Field.text("letter", "Last words to the reporter")
    return FormRecipe(
      .close, "Close the case", "Ends the work on this case. The reporter reads the letter.", [disposition, letter]
    ) { values throws(Refusal) in
      .report(.close(try values.word(disposition), letter: try values.text(letter)))
    }
  }
}
