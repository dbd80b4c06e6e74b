import Foundation

extension Case {
  func permitsReport(_ name: Command.Name, in context: Context) throws(Refusal) {
    if name == .receive {
      guard report.state == .start else {
        throw Refusal("This case already holds its report; a second one is a case of its own.", rule: "V-RM")
      }
      return
    }
    try requireReport()
    switch name {
    case .acknowledge, .respond: try permitsAnswer(name)
    case .validate, .invalidate, .accept, .defer: try permitsVerdict(name)
    case .reject, .confirmRejection, .declineRejection, .declareUnsafeDefault:
      try permitsRejection(name, by: context.party)
    case .close: try permitsClose(by: context.party)
    default: break
    }
  }

  func decide(_ command: Report.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .receive(let submission): return try receive(submission, in: context)
    case .acknowledge(let text):
      try Refusal.require(text, "the words to the reporter", rule: "T2")
      return [.report(.acknowledged(text: text))]
    case .respond(let response): return try respond(response, in: context)
    case .reproduce(let reproduction):
      try Refusal.require(reproduction.environment, "the environment and version it was tried on", rule: "S22")
      try Refusal.require(reproduction.notes, "what was seen, or why it was not attempted", rule: "S22")
      return [.report(.reproduced(reproduction))]
    case .validate(let duplicates):
      try Refusal.require(duplicates, "where you looked for duplicates, and what you found", rule: "T6")
      return [.report(.validated(duplicates: duplicates))]
    case .invalidate(let missing, let text): return try invalidate(missing, text)
    case .accept: return accept(in: context)
    case .defer(let deferral):
      try Refusal.require(deferral.reason, "the reason", rule: "T8")
      try context.requireFuture(deferral.review, "The day on which it is looked at again", rule: "T8")
      return [.report(.deferred(deferral))]
    case .reject(let rejection): return try reject(rejection, in: context)
    case .confirmRejection:
      guard let rejection = report.proposedRejection?.rejection else { return [] }
      return turnDown(rejection.closure(under: context.policy), at: context.now)
    case .declineRejection(let reason):
      try Refusal.require(reason, "the reason, which the team reads", rule: "S28")
      return [.report(.rejectionDeclined(reason: reason))]
    case .declareUnsafeDefault(let answers): return try declare(answers, in: context)
    case .close(let disposition, let letter): return try close(disposition, letter)
    case .chooseCredit(let wish):
      if wish.wanted { try Refusal.require(wish.name, "the name to be credited", most: 200, rule: "S20") }
      return [.report(.creditChosen(wish))]
    }
  }
}

extension Case.Context {
  /// Refuses a date in the past, with both times in the sentence.
  func requireFuture(_ date: Date, _ what: String, rule: String) throws(Refusal) {
    guard date > now else {
      throw Refusal(
        "\(what) lies in the past (\(date.utcText)); it is \(now.utcText) now. Give a later date and time.", rule: rule)
    }
  }
}
