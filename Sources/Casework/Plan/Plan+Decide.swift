extension Case {
  func permitsPlan(_ name: Command.Name, in context: Context) throws(Refusal) {
    try requireReport()
    if name == .addMitigation || name == .declareNoMitigation { return }
    guard plan.state != .none || facts.state.publicAware else {
      throw Refusal("The plan comes into being when the timeline is set; set the timeline first.", rule: "S49")
    }
    guard name == .approvePlan else { return }
    guard plan.state != .approved else { throw Refusal("The plan is approved already.", rule: "G9") }
    guard !plan.steps.isEmpty else {
      throw Refusal("The plan names nobody yet: each audience needs a channel and a text.", rule: "S50")
    }
    guard plan.editor != context.party.id else {
      throw Refusal("You changed the plan last; another coordinator has to approve it.", rule: "G9")
    }
  }

  func decide(_ command: Plan.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .edit(let steps):
      guard !steps.isEmpty else { throw Refusal("A plan has at least one step.", rule: "S50") }
      for step in steps {
        try Refusal.require(step.audience, "the audience of each step", rule: "S50")
        try Refusal.require(step.channel, "the channel of each step", rule: "S50")
        try Refusal.require(step.text, "the text of each step", rule: "S50")
      }
      let created: [Event] = plan.state == .none ? [.plan(.created(owner: context.party.id))] : []
      return created + [.plan(.edited(steps))]
    case .addMitigation(let mitigation):
      try Refusal.require(mitigation.action, "what users can do", rule: "S51")
      try Refusal.require(mitigation.appliesTo, "the versions it applies to", rule: "S51")
      try Refusal.require(mitigation.sideEffects, "its side effects, or “none”", rule: "S51")
      try Refusal.require(mitigation.verify, "how to verify it", rule: "S51")
      try Refusal.require(mitigation.undo, "how to undo it", rule: "S51")
      return [.plan(.mitigationAdded(mitigation))]
    case .declareNoMitigation(let reason):
      guard plan.mitigations.isEmpty else {
        throw Refusal("A mitigation is recorded already.", rule: "G10")
      }
      try Refusal.require(reason, "why no mitigation is known", rule: "G10")
      return [.plan(.noMitigationDeclared(reason: reason))]
    case .approve(let planVersion):
      guard planVersion == plan.contentVersion else {
        throw Refusal(
          "The plan has changed since you read it. Read it again, then approve what it says now.", rule: "G9")
      }
      return [.plan(.approved)]
    }
  }
}
