extension Case {
  func permitsAdvisory(_ name: Command.Name, in context: Context) throws(Refusal) {
    try requireReport()
    guard name == .approveAdvisory else { return }
    guard advisory.text != nil else { throw Refusal("There is no draft to approve.", rule: "G1") }
    guard advisory.author != context.party.id else {
      throw Refusal("You wrote the draft; another coordinator has to approve it.", rule: "G1")
    }
  }

  func decide(_ command: AdvisoryDraft.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .draft(let text):
      try Refusal.require(text.title, "the title", most: 256, rule: "G13")
      try Refusal.require(text.summary, "the summary", most: 1_024, rule: "G13")
      try Refusal.require(text.details, "the description", rule: "G13")
      try Refusal.require(text.impact, "the impact", rule: "G13")
      for reference in text.references where !reference.hasPrefix("https://") {
        throw Refusal("A reference is an https address; “\(reference.excerpt(80))” is not.", rule: "G13")
      }
      return [.advisory(.drafted(text))]
    case .approve(let contentVersion):
      guard contentVersion == advisory.contentVersion else {
        throw Refusal(
          "The advisory has changed since you read it. Read it again, then approve what it says now.", rule: "G1")
      }
      return [.advisory(.approved(contentVersion: contentVersion))]
    }
  }
}
