import Foundation

/// The forms that negotiate and decide dates.
extension FormRecipe {
  static func proposeDate() -> FormRecipe {
    let until = CommandForm.Field.date("until", "Keep it private until")
    let reason = CommandForm.Field.text("reason", "Reason", rows: 3)
    let delay = CommandForm.Field.choice(
      "delay", "Why later than agreed", .delays,
      "Needed if the team proposes a later date than the agreed one.", required: false)
    return FormRecipe(
      .proposeDate, "Propose a date",
      "Proposes until when both sides keep it private. It replaces an open proposal. The other side reads it.",
      [until, reason, delay]
    ) { values throws(Refusal) in
      .embargo(
        .propose(
          until: try values.date(until), reason: try values.text(reason), delay: try values.optionalWord(delay)))
    }
  }

  static func acceptDate(_ subject: Case) -> FormRecipe {
    let seen = CommandForm.Field.hidden("proposal", "The proposal", suggest: subject.embargo.proposal?.until.utcText)
    return FormRecipe(
      .acceptDate, "Accept the date", "Agrees to the proposed date. The other side sees it.", [seen]
    ) { values throws(Refusal) in
      try values.requireUnchanged(seen)
      return .embargo(.accept)
    }
  }

  static func declineDate() -> FormRecipe {
    let reason = CommandForm.Field.text("reason", "Reason", rows: 3)
    return FormRecipe(
      .declineDate, "Decline the date", "Declines the proposed date. The other side reads the reason.", [reason]
    ) { values throws(Refusal) in .embargo(.decline(reason: try values.text(reason))) }
  }

  static func decideDate(_ subject: Case) -> FormRecipe {
    let embargo = subject.embargo
    let known = embargo.ownDate?.date ?? embargo.terms?.end ?? subject.remediation.timeline?.date
    let date = CommandForm.Field.date("date", "We publish on", suggest: known?.nextMinuteText)
    let reason = CommandForm.Field.text("reason", "Reason", rows: 3, suggest: embargo.ownDate?.reason)
    return FormRecipe(
      .decideDate, "Decide our date",
      "Decides when this project publishes; over an objection a second member has to approve. The reporter reads it.",
      [date, reason]
    ) { values throws(Refusal) in
      .embargo(.decideDate(try values.date(date), reason: try values.text(reason)))
    }
  }

  static func approveDate(_ subject: Case) -> FormRecipe {
    let seen = CommandForm.Field.hidden(
      "decision", "The date", suggest: subject.embargo.proposedOwnDate?.date.utcText)
    return FormRecipe(
      .approveDate, "Approve the date",
      "Agrees as the second member to publish on this date over an objection. The reporter reads it.", [seen]
    ) { values throws(Refusal) in
      try values.requireUnchanged(seen)
      return .embargo(.approveDate)
    }
  }

  static func terminateEmbargo() -> FormRecipe {
    let reason = CommandForm.Field.text("reason", "Reason", rows: 3)
    return FormRecipe(
      .terminateEmbargo, "End the embargo",
      "Ends the agreed silence for good: anybody may publish from then on. The reporter reads the reason.", [reason]
    ) { values throws(Refusal) in .embargo(.terminate(reason: try values.text(reason))) }
  }
}

extension Date {
  /// To the minute, but never earlier: publishing on the minute in which an embargo ends would be before its end.
  fileprivate var nextMinuteText: String {
    let seconds = timeIntervalSince1970
    return Date(timeIntervalSince1970: (seconds / 60).rounded(.up) * 60).utcText
  }
}
