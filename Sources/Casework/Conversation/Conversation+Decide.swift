import Foundation

extension Case {
  private static let mayWriteToReporter: Set<Role> = [.reporter, .triager, .coordinator]

  func decide(_ command: Conversation.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .write(let message):
      try Refusal.require(message.text, "the message", rule: "S11")
      if context.party.id == .reporter, message.audience != .reporter {
        throw Refusal("A reporter writes to the shared thread.", rule: "S11")
      }
      if message.audience == .reporter, context.party.roles.isDisjoint(with: Self.mayWriteToReporter) {
        throw Refusal("Triagers and coordinators write to the reporter; write to the team instead.", rule: "3.2")
      }
      if message.audience == .team, message.asks {
        throw Refusal(
          "The reporter does not read the team's thread: ask in the shared one, or do not mark it as a question.",
          rule: "S11")
      }
      return [.conversation(.written(message))]
    }
  }
}

extension Conversation {
  /// Letters that other topics send stand in the same thread, so that the reporter's room shows one conversation.
  mutating func note(_ entry: Entry) {
    guard case .report(let event) = entry.event else { return }
    switch event {
    case .received(let submission):
      add(submission.text, by: .reporter, entry, submission.attachments)
    case .acknowledged(let text): add(text, by: entry.by, entry)
    case .responded(let response): add(response.letter, by: entry.by, entry)
    case .invalidated(let missing, let text) where !missing.isEmpty:
      add(text + "\n\nWhat would help:\n" + missing.map { "- \($0)" }.joined(separator: "\n"), by: entry.by, entry)
      awaitsReporter = true
    case .validated, .accepted: awaitsReporter = false
    case .closed(let closure):
      add(closure.letter, by: entry.by, entry)
      awaitsReporter = false
    default: break
    }
  }

  private mutating func add(
    _ text: String, by party: PartyID, _ entry: Entry, _ attachments: [Submission.Attachment] = []
  ) {
    letters.append(Letter(audience: .reporter, text: text, by: party, at: entry.at, attachments: attachments))
  }
}

extension FirstResponse {
  /// The answer as the reporter reads it.
  public var letter: String {
    var lines = [text, "", "Our plan:"]
    lines += plan.map { "- \($0.what) (\($0.owner), by \($0.due.utcText))" }
    lines.append("")
    switch workarounds {
    case .known(let workarounds):
      lines.append("What can be done meanwhile:")
      lines += workarounds.map { "- \($0)" }
    case .noneKnown(let revisit):
      lines.append("We know of no workaround yet; we look at this again on \(revisit.utcText).")
    }
    return lines.joined(separator: "\n")
  }
}
