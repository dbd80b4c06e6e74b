import Foundation

/// Taking a report in, and the first words to whoever wrote it.
extension Case {
  func permitsAnswer(_ name: Command.Name) throws(Refusal) {
    switch name {
    case .acknowledge:
      guard report.acknowledgedAt == nil else {
        throw Refusal("The report is acknowledged already. Write a message instead.", rule: "T2")
      }
    case .respond:
      guard report.acknowledgedAt != nil else {
        throw Refusal("Acknowledge the report first: the reporter has not heard from a person yet.", rule: "T2")
      }
      guard report.firstResponse == nil else {
        throw Refusal("The first response has been sent. Write a message instead.", rule: "T3")
      }
    default: break
    }
  }

  func receive(_ submission: Submission, in context: Context) throws(Refusal) -> [Event] {
    try Refusal.require(submission.text, "what you have found", most: 1 << 20, rule: "S3")
    var events: [Event] = [.report(.received(submission)), .facts(.vendorAware)]
    if let place = submission.alreadyPublic {
      // The immediate lane: public at birth, and no embargo may ever be proposed (S13, E2).
      events.append(
        .facts(.publicAware(.init(place, happened: context.now), byOurselves: false)))
    } else if let days = context.policy.embargo.defaultDays {
      // A published default that the reporter knew of applies by submission (V-DEF).
      // To the whole minute, as people read it and type it.
      let end = context.now.addingTimeInterval(Double(days) * 86_400).roundedUpToMinute
      events += [
        .embargo(.proposed(until: end, reason: "the policy's default", delay: nil)), .embargo(.accepted(until: end)),
        .embargo(.consented(.reporter)),
      ]
    }
    if let exploited = submission.exploited {
      events.append(.facts(.claimed(.attacks, .init(exploited, happened: context.now))))
    }
    // What is no vector stays in the report as it was typed, and refuses nothing (S3, S37).
    if let vector = submission.vector, let proposed = try? proposeScore(vector, "", by: .reporter) {
      events += proposed
    }
    return events
  }

  func respond(_ response: FirstResponse, in context: Context) throws(Refusal) -> [Event] {
    try Refusal.require(response.text, "the words to the reporter", rule: "S24")
    guard !response.plan.isEmpty else {
      throw Refusal("The first response holds a plan: at least one step with an owner and a date.", rule: "S24")
    }
    for step in response.plan {
      try Refusal.require(step.what, "what each step of the plan does", rule: "S24")
      try Refusal.require(step.owner, "who owns each step of the plan", rule: "S24")
      try context.requireFuture(step.due, "The date of “\(step.what)”", rule: "S24")
    }
    switch response.workarounds {
    case .known(let workarounds):
      guard workarounds.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
        throw Refusal(
          "Name a workaround, or say that none is known yet and when that is looked at again.", rule: "S24")
      }
    case .noneKnown(let revisit):
      try context.requireFuture(revisit, "The date on which workarounds are looked at again", rule: "S24")
    }
    return [.report(.responded(response))]
  }
}
