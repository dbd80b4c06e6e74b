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
    case .validate:
      try step(.validate, "Only a received or an invalid report can become valid; this one is \(report.state.word).")
      guard !report.reproductions.isEmpty else {
        throw Refusal(
          "Record a reproduction first, or say why none was attempted: a verdict rests on it.", rule: "S22")
      }
      try refuseWhileRejectionWaits()
    case .invalidate:
      try step(.invalidate, "Only a newly received report can be held as invalid; this one is \(report.state.word).")
    case .accept:
      try step(
        .accept, "Only a valid or a deferred report can be accepted; this one is \(report.state.word). Validate it first."
      )
      guard assessment.finding != nil else {
        throw Refusal(
          "The assessment is missing: component, versions, impact, preconditions, exploitation and priority come first.",
          rule: "S31")
      }
      try refuseWhileRejectionWaits()
    case .defer:
      try step(.defer, "Only a valid or an accepted report can be deferred; this one is \(report.state.word).")
      guard facts.state.publicAware || facts.state.exploitPublic || facts.state.attacksObserved else { break }
      throw Refusal(
        "What is public, exploitable or attacked is not put off. Publish what users need first.", rule: "T8")
    case .reject, .declareUnsafeDefault:
      guard report.acknowledgedAt != nil else {
        throw Refusal("Acknowledge the report first: nobody is turned down before a person has answered.", rule: "T2")
      }
      try refuseWhileRejectionWaits()
      try permitsTurningDown()
    case .confirmRejection:
      guard let proposed = report.proposedRejection else {
        throw Refusal("No rejection waits for a second reviewer.", rule: "S28")
      }
      guard proposed.by != context.party.id else {
        throw Refusal(
          "You wrote this rejection yourself. A second reviewer has to confirm it: ask another coordinator.",
          rule: "S28")
      }
      // What has happened since it was proposed counts.
      try permitsTurningDown()
    case .close:
      try step(.close, "A report is never closed while it is \(report.state.word): decide on it, or defer it, first.")
      try refuseCloseUnderEmbargo()
      guard report.state == .invalid || context.party.roles.contains(.coordinator) else {
        throw Refusal("A coordinator closes a report that is \(report.state.word).", rule: "T16")
      }
    default: break
    }
  }

  private func refuseWhileRejectionWaits() throws(Refusal) {
    guard report.proposedRejection == nil else {
      throw Refusal("A rejection waits for its second reviewer; confirm it first.", rule: "S28")
    }
  }

  private func permitsTurningDown() throws(Refusal) {
    guard publication.advisory == nil else {
      throw Refusal("The advisory is published; the case closes as published.", rule: "T16")
    }
    guard !facts.state.attacksObserved else {
      throw Refusal("Attacks have been observed: refute the fact before the report is turned down.", rule: "T8")
    }
    try refuseCloseWithReservedID()
  }

  /// CNA 4.2.4: whoever has assigned an id discloses it or rejects it.
  private func refuseCloseWithReservedID() throws(Refusal) {
    guard case .reserved(let id) = identifiers.cve else { return }
    throw Refusal("\(id) is reserved: it is published or rejected in the CVE list before the case closes.", rule: "T16")
  }

  private func refuseCloseUnderEmbargo() throws(Refusal) {
    guard embargo.state.inForce else { return }
    throw Refusal(
      "The embargo is in force: the case is held, not closed. It closes when the embargo has ended.", rule: "V-RM")
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
    case .invalidate(let missing, let text):
      guard missing.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
        throw Refusal("Name at least one thing that is missing, so that the reporter can mend it.", rule: "T4")
      }
      try Refusal.require(text, "the message to the reporter", rule: "T4")
      return [.report(.invalidated(missing: missing, text: text))]
    case .accept:
      let lines = context.policy.lines.filter { $0.isSupported(at: context.now) }.map(\.label)
      let opened: [Event] =
        remediation.lines.isEmpty && !lines.isEmpty ? [.remediation(.opened(lines: lines))] : []
      return [.report(.accepted)] + opened
    case .defer(let deferral):
      try Refusal.require(deferral.reason, "the reason", rule: "T8")
      try context.requireFuture(deferral.review, "The day on which it is looked at again", rule: "T8")
      return [.report(.deferred(deferral))]
    case .reject(let rejection): return try reject(rejection, in: context)
    case .confirmRejection:
      guard let rejection = report.proposedRejection?.rejection else { return [] }
      return turnDown(rejection.closure(under: context.policy))
    case .declareUnsafeDefault(let answers): return try declare(answers, in: context)
    case .close(let disposition, let letter): return try close(disposition, letter)
    case .chooseCredit(let wish):
      guard publication.advisory == nil else {
        throw Refusal("The advisory is published; write a message, and the next revision will correct it.", rule: "S20")
      }
      if wish.wanted { try Refusal.require(wish.name, "the name to be credited", most: 200, rule: "S20") }
      return [.report(.creditChosen(wish))]
    }
  }

  private func receive(_ submission: Submission, in context: Context) throws(Refusal) -> [Event] {
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
    return events
  }

  private func respond(_ response: FirstResponse, in context: Context) throws(Refusal) -> [Event] {
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

  private func reject(_ rejection: Rejection, in context: Context) throws(Refusal) -> [Event] {
    guard Disposition.rejections.contains(rejection.disposition) else {
      throw Refusal("“\(rejection.disposition.rawValue)” is not a rejection; close the case with it instead.", rule: "S27")
    }
    let template = context.policy.dispositions[rejection.disposition] ?? ""
    for (text, what) in [
      (rejection.claim, "the claim that was examined"),
      (rejection.tested, "what was tested, on which version and configuration"),
      (rejection.why, "why it is not a vulnerability, or whose boundary it is"),
      (rejection.evidence, "what evidence would change the decision"),
      (rejection.elsewhere, "where else it may go"), (rejection.appeal, "how to appeal"),
    ] {
      try Refusal.require(text, what, rule: "S27")
      guard text != template, !template.contains(text) else {
        throw Refusal("Write \(what) for this case: the policy's own sentence alone is no reason.", rule: "S27")
      }
    }
    // Who claims a loss of confidentiality or integrity, or has said nothing, is not turned down by one person (S28).
    let claimed = report.submission?.claimedImpact.map { $0.union(assessment.finding?.impact ?? []) }
    if claimed.map({ !$0.isDisjoint(with: Impact.top) }) ?? true {
      return [.report(.rejectionProposed(rejection))]
    }
    return turnDown(rejection.closure(under: context.policy))
  }

  /// The steps from wherever the report stands to its end, never from V and never under an embargo.
  private func turnDown(_ closure: Closure) -> [Event] {
    var events: [Event] = []
    switch report.state {
    case .received:
      events.append(.report(.invalidated(missing: [], text: "")))
    case .valid:
      events.append(.report(.deferred(Deferral(reason: closure.disposition.rawValue, review: .distantPast))))
    default: break
    }
    if embargo.state != .none, embargo.state != .exited {
      events.append(.embargo(.terminated(.notAVulnerability)))
    }
    return events + [.report(.closed(closure))]
  }

  private func declare(_ answers: UnsafeDefault, in context: Context) throws(Refusal) -> [Event] {
    guard !context.policy.switches.actOnUnsafeDefaults else {
      throw Refusal(
        "This project acts on unsafe defaults as vulnerabilities (act_on_unsafe_defaults): go on with the assessment.",
        rule: "C2")
    }
    guard answers.isDefault else {
      throw Refusal("It is not a default: handle it as an ordinary report.", rule: "S65")
    }
    guard !answers.bypassesControl else {
      throw Refusal(
        "A control that somebody configured is bypassed: that is an ordinary vulnerability, not an unsafe default.",
        rule: "S68")
    }
    try Refusal.require(answers.explanation, "the explanation for this case", least: 20, rule: "S65")
    try Refusal.require(answers.guidance, "the link to the hardening guidance", rule: "S65")
    try Refusal.require(answers.hardeningItem, "the item for the backlog of better defaults", rule: "S67")
    let opening = context.policy.dispositions[.unsafeDefault] ?? ""
    let undocumented = answers.documented ? "" : "\n\nYou are right that this default was not documented; we mend that."
    let letter = """
      \(opening)

      \(answers.explanation)\(undocumented)

      How to configure it safely: \(answers.guidance)

      What we take from it: \(answers.hardeningItem)

      Another CVE numbering authority may see this differently; you are free to ask one, and free to publish.
      """
    return turnDown(Closure(disposition: .unsafeDefault, letter: letter, unsafeDefault: answers))
  }

  private func close(_ disposition: Disposition, _ letter: String) throws(Refusal) -> [Event] {
    try Refusal.require(letter, "the last words to the reporter", rule: "T16")
    if Disposition.rejections.contains(disposition) || disposition == .unsafeDefault {
      throw Refusal("A “\(disposition.rawValue)” is told with its reasons: use the form made for it.", rule: "S27")
    }
    if disposition == .internalOnly {
      throw Refusal("Keeping a vulnerability internal is a decision of two with a review date; it cannot be closed from here.", rule: "S60")
    }
    if Disposition.published.contains(disposition) {
      guard publication.advisory != nil else {
        throw Refusal("Nothing has been published: “\(disposition.rawValue)” follows a publication.", rule: "T16")
      }
      guard remediation.isFinal else {
        throw Refusal("A release line has no final status yet.", rule: "T16")
      }
      if case .reserved(let id) = identifiers.cve {
        throw Refusal("\(id) is not confirmed as published in the CVE list yet.", rule: "T16")
      }
    } else if publication.advisory != nil {
      throw Refusal("The advisory is published; the case closes as published.", rule: "T16")
    } else {
      try refuseCloseWithReservedID()
    }
    return [.report(.closed(Closure(disposition: disposition, letter: letter)))]
  }
}

extension Rejection {
  func closure(under policy: Policy) -> Closure {
    Closure(
      disposition: disposition, letter: letter(opening: policy.dispositions[disposition] ?? ""), rejection: self)
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
