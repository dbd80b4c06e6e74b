import Foundation

/// A no, with its reasons: turned down, by two where the claim is grave, or answered as an unsafe default.
extension Case {
  func permitsRejection(_ name: Command.Name, by party: Party) throws(Refusal) {
    switch name {
    case .reject, .declareUnsafeDefault:
      guard report.acknowledgedAt != nil else {
        throw Refusal("Acknowledge the report first: nobody is turned down before a person has answered.", rule: "T2")
      }
      try refuseWhileRejectionWaits()
      try permitsTurningDown()
    case .confirmRejection:
      try permitsReview(by: party)
      // What has happened since it was proposed counts.
      try permitsTurningDown()
    case .declineRejection: try permitsReview(by: party)
    default: break
    }
  }

  func refuseWhileRejectionWaits() throws(Refusal) {
    guard report.proposedRejection == nil else {
      throw Refusal("A rejection waits for its second reviewer, who confirms or declines it first.", rule: "S28")
    }
  }

  private func permitsReview(by party: Party) throws(Refusal) {
    guard let proposed = report.proposedRejection else {
      throw Refusal("No rejection waits for a second reviewer.", rule: "S28")
    }
    guard proposed.by != party.id else {
      throw Refusal(
        "You wrote this rejection yourself. A second reviewer has to decide on it: ask another coordinator.",
        rule: "S28")
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

  func reject(_ rejection: Rejection, in context: Context) throws(Refusal) -> [Event] {
    guard Disposition.rejections.contains(rejection.disposition) else {
      throw Refusal(
        "“\(rejection.disposition.rawValue)” is not a rejection; close the case with it instead.", rule: "S27")
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
    return turnDown(rejection.closure(under: context.policy), at: context.now)
  }

  /// The steps from wherever the report stands to its end, never from V and never under an embargo.
  func turnDown(_ closure: Closure, at now: Date) -> [Event] {
    var events: [Event] = []
    switch report.state {
    case .received:
      events.append(.report(.invalidated(missing: [], text: "")))
    case .valid:
      events.append(.report(.deferred(Deferral(reason: closure.disposition.rawValue, review: now))))
    default: break
    }
    if embargo.state != .none, embargo.state != .exited {
      events.append(.embargo(.terminated(.notAVulnerability)))
    }
    return events + [.report(.closed(closure))]
  }

  func declare(_ answers: UnsafeDefault, in context: Context) throws(Refusal) -> [Event] {
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
    let letter = answers.letter(opening: context.policy.dispositions[.unsafeDefault] ?? "")
    return turnDown(Closure(disposition: .unsafeDefault, letter: letter, unsafeDefault: answers), at: context.now)
  }
}

extension Rejection {
  func closure(under policy: Policy) -> Closure {
    Closure(
      disposition: disposition, letter: letter(opening: policy.dispositions[disposition] ?? ""), rejection: self)
  }
}

extension UnsafeDefault {
  /// The letter, from the policy's sentence and the answers for this case.
  fileprivate func letter(opening: String) -> String {
    let undocumented = documented ? "" : "\n\nYou are right that this default was not documented; we mend that."
    return """
      \(opening)

      \(explanation)\(undocumented)

      How to configure it safely: \(guidance)

      What we take from it: \(hardeningItem)

      Another CVE numbering authority may see this differently; you are free to ask one, and free to publish.
      """
  }
}
