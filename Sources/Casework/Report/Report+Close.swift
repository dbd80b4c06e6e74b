/// How the work on a report ends.
extension Case {
  func permitsClose(by party: Party) throws(Refusal) {
    try step(.close, "A report is never closed while it is \(report.state.word): decide on it, or defer it, first.")
    guard !embargo.state.inForce else {
      throw Refusal(
        "The embargo is in force: the case is held, not closed. It closes when the embargo has ended.", rule: "V-RM")
    }
    guard report.state == .invalid || party.roles.contains(.coordinator) else {
      throw Refusal("A coordinator closes a report that is \(report.state.word).", rule: "T16")
    }
  }

  /// CNA 4.2.4: whoever has assigned an id discloses it or rejects it.
  func refuseCloseWithReservedID() throws(Refusal) {
    guard case .reserved(let id) = identifiers.cve else { return }
    throw Refusal("\(id) is reserved: it is published, or returned, before the case closes.", rule: "T16")
  }

  func close(_ disposition: Disposition, _ letter: String) throws(Refusal) -> [Event] {
    try Refusal.require(letter, "the last words to the reporter", rule: "T16")
    if Disposition.rejections.contains(disposition) || disposition == .unsafeDefault {
      throw Refusal("A “\(disposition.rawValue)” is told with its reasons: use the form made for it.", rule: "S27")
    }
    if disposition == .internalOnly {
      throw Refusal(
        "Keeping a vulnerability internal is a decision of two with a review date; it cannot be closed from here.",
        rule: "S60")
    }
    if Disposition.published.contains(disposition) {
      try requireCompletePublication(disposition)
    } else if publication.advisory != nil {
      throw Refusal("The advisory is published; the case closes as published.", rule: "T16")
    } else {
      try refuseCloseWithReservedID()
    }
    return [.report(.closed(Closure(disposition: disposition, letter: letter)))]
  }

  /// Everything that readers were promised is out.
  private func requireCompletePublication(_ disposition: Disposition) throws(Refusal) {
    guard publication.advisory != nil else {
      throw Refusal("Nothing has been published: “\(disposition.rawValue)” follows a publication.", rule: "T16")
    }
    guard remediation.isFinal else {
      throw Refusal("A release line has no final status yet.", rule: "T16")
    }
    guard !hasUnreleasedChanges else {
      throw Refusal("The case says more than the published advisory: release the revision first.", rule: "S64")
    }
    if case .reserved(let id) = identifiers.cve {
      throw Refusal("\(id) is not confirmed as published in the CVE list yet.", rule: "T16")
    }
  }
}
