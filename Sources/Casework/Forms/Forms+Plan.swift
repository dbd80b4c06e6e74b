/// The forms of the communication plan.
extension FormRecipe {
  static func editPlan(_ subject: Case) -> FormRecipe {
    let steps = CommandForm.Field.list(
      "steps", "Steps",
      "One step per line: audience | channel | text. Such as: Users | announcement list | Upgrade to 7.3.2 today.",
      suggest: subject.plan.steps.isEmpty ? nil : subject.plan.steps.map(\.row).joined(separator: "\n"))
    return FormRecipe(
      .editPlan, "Edit the communication plan",
      "Replaces the steps: who is told what, and where. The team reads it; an approval has to be given anew.", [steps]
    ) { values throws(Refusal) in .plan(.edit(try values.announcements(steps))) }
  }

  static func addMitigation() -> FormRecipe {
    let action = CommandForm.Field.text(
      "action", "What users can do", "Such as: revoke CREATE from everybody who does not need it.", rows: 3)
    let appliesTo = CommandForm.Field.line("applies-to", "Versions it applies to", "Such as: 7.0.0 to 7.3.1.")
    let effect = CommandForm.Field.choice(
      "effect", "Effect",
      [
        .init(value: "full", label: "Full: nothing is left of the vulnerability"),
        .init(value: "partial", label: "Partial: the risk is smaller"),
      ])
    let sideEffects = CommandForm.Field.text("side-effects", "Side effects", "Or none.", rows: 3)
    let verify = CommandForm.Field.text("verify", "How to verify it", rows: 3)
    let undo = CommandForm.Field.text("undo", "How to undo it", "After the upgrade.", rows: 3)
    let verified = CommandForm.Field.flag(
      "verified", "Somebody has verified it", "Only a verified one opens the door out.")
    return FormRecipe(
      .addMitigation, "Add a mitigation",
      "Records what users can do until they upgrade. The team reads it; on publication everybody does.",
      [action, appliesTo, effect, sideEffects, verify, undo, verified]
    ) { values throws(Refusal) in
      let chosen: Effect = try values.word(effect)
      return .plan(
        .addMitigation(
          .init(
            action: try values.text(action), appliesTo: try values.text(appliesTo), isFull: chosen == .full,
            sideEffects: try values.text(sideEffects), verify: try values.text(verify), undo: try values.text(undo),
            isVerified: try values.flag(verified))))
    }
  }

  private enum Effect: String { case full, partial }

  static func declareNoMitigation() -> FormRecipe {
    let reason = CommandForm.Field.text("reason", "Reason", "Why nothing but the upgrade is known to help.", rows: 3)
    return FormRecipe(
      .declareNoMitigation, "Declare that no mitigation is known",
      "Says so in the advisory, so that nobody is left guessing. Only the team reads the reason.", [reason]
    ) { values throws(Refusal) in .plan(.declareNoMitigation(reason: try values.text(reason))) }
  }

  static func approvePlan(_ subject: Case) -> FormRecipe {
    let version = CommandForm.Field.hidden(
      "plan-version", "Version of the plan that you have read",
      "A number such as 4; the case shows it beside the plan.", required: true,
      suggest: String(subject.plan.contentVersion))
    return FormRecipe(
      .approvePlan, "Approve the communication plan",
      "Agrees to the plan as it reads now, as somebody who did not change it last. Only the team reads it.",
      [version]
    ) { values throws(Refusal) in
      .plan(.approve(planVersion: try values.value(version, like: "4") { Int($0) }))
    }
  }
}

extension Plan.Step {
  /// The step as a form takes it: on one line.
  fileprivate var row: String {
    [audience, channel, text].joined(separator: " | ").split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
