/// Whether it is a vulnerability, and whether we work on it now.
extension Case {
  func permitsVerdict(_ name: Command.Name) throws(Refusal) {
    switch name {
    case .validate: try permitsValidation()
    case .invalidate:
      try step(.invalidate, "Only a newly received report can be held as invalid; this one is \(report.state.word).")
    case .accept: try permitsAcceptance()
    case .defer:
      try step(.defer, "Only a valid or an accepted report can be deferred; this one is \(report.state.word).")
      guard facts.state.publicAware || facts.state.exploitPublic || facts.state.attacksObserved else { break }
      throw Refusal(
        "What is public, exploitable or attacked is not put off. Publish what users need first.", rule: "T8")
    default: break
    }
  }

  private func permitsValidation() throws(Refusal) {
    try step(.validate, "Only a received or an invalid report can become valid; this one is \(report.state.word).")
    guard !report.reproductions.isEmpty else {
      throw Refusal("Record a reproduction first, or say why none was attempted: a verdict rests on it.", rule: "S22")
    }
    try refuseWhileRejectionWaits()
  }

  private func permitsAcceptance() throws(Refusal) {
    try step(
      .accept, "Only a valid or a deferred report can be accepted; this one is \(report.state.word). Validate it first."
    )
    guard assessment.finding != nil else {
      throw Refusal(
        "The assessment is missing: component, versions, impact, preconditions, exploitation and priority come first.",
        rule: "S31")
    }
    try refuseWhileRejectionWaits()
  }

  func invalidate(_ missing: [String], _ text: String) throws(Refusal) -> [Event] {
    guard missing.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      throw Refusal("Name at least one thing that is missing, so that the reporter can mend it.", rule: "T4")
    }
    try Refusal.require(text, "the message to the reporter", rule: "T4")
    return [.report(.invalidated(missing: missing, text: text))]
  }

  /// Work begins, with a row for each line that is supported.
  func accept(in context: Context) -> [Event] {
    let lines = context.policy.lines.filter { $0.isSupported(at: context.now) }.map(\.label)
    let opened: [Event] = remediation.lines.isEmpty && !lines.isEmpty ? [.remediation(.opened(lines: lines))] : []
    return [.report(.accepted)] + opened
  }
}
