/// The forms of the conversation and of the facts.
extension FormRecipe {
  static func write() -> FormRecipe {
    // No suggestion: who reads it is chosen each time (S11).
    let audience = CommandForm.Field.choice("audience", "Who reads it", .audiences)
    let text = CommandForm.Field.text("text", "Message")
    let asks = CommandForm.Field.flag(
      "asks", "It asks the reporter for something", "The case then waits for the reporter.")
    return FormRecipe(
      .write, "Write a message", "Adds a message to the thread that you choose. Whoever you choose reads it.",
      [audience, text, asks]
    ) { values throws(Refusal) in
      .conversation(
        .write(
          Conversation.Message(
            audience: try values.word(audience), text: try values.text(text), asks: try values.flag(asks))))
    }
  }

  static func recordFact() -> FormRecipe {
    let fact = CommandForm.Field.choice("fact", "What has happened", .facts)
    let evidence = CommandForm.Field.text("evidence", "Evidence", "Where it was seen, such as a link.", rows: 3)
    let happened = CommandForm.Field.date("happened", "When it happened", "As far as is known.")
    return FormRecipe(
      .recordFact, "Record a fact",
      "Records what is true in the world; public knowledge ends an embargo at once. The team reads it.",
      [fact, evidence, happened]
    ) { values throws(Refusal) in
      .facts(
        .record(
          try values.word(fact), Facts.Evidence(try values.text(evidence), happened: try values.date(happened))))
    }
  }

  static func confirmClaim(_ subject: Case) -> FormRecipe {
    let fact = claimedFact(subject)
    return FormRecipe(
      .confirmClaim, "Confirm a claim",
      "Makes a claim a fact; public knowledge ends an embargo at once. The team reads it.",
      [fact]
    ) { values throws(Refusal) in .facts(.confirm(try values.word(fact))) }
  }

  static func refuteClaim(_ subject: Case) -> FormRecipe {
    let fact = claimedFact(subject)
    let reason = CommandForm.Field.text("reason", "Reason", "Whoever claimed it is told.", rows: 3)
    return FormRecipe(
      .refuteClaim, "Refute a claim", "Says that a claim is not true. Whoever claimed it reads the reason.",
      [fact, reason]
    ) { values throws(Refusal) in .facts(.refute(try values.word(fact), reason: try values.text(reason))) }
  }

  private static func claimedFact(_ subject: Case) -> CommandForm.Field {
    let claims = subject.facts.claims.map(\.fact)
    // All of them where nothing is claimed: then the rules refuse with their own sentence.
    let options = [CommandForm.Option].facts.filter { option in
      claims.isEmpty || claims.contains { $0.rawValue == option.value }
    }
    return .choice("fact", "The claim", options, suggest: claims.count == 1 ? claims.first?.rawValue : nil)
  }
}
