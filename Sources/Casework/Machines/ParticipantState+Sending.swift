/// What a participant may say, and what saying it makes of them (tables V-RMs, V-EMs, V-CSs).
extension ParticipantState {
  /// The sender's state once the message has left.
  ///
  /// Where a table of messages allows more than the machines, the machines win. A public exploit that makes the
  /// matter public sets both facts at once; `together(with:)` names the second message.
  public func sending(_ message: CaseMessage) throws(ProtocolFault) -> ParticipantState {
    switch message {
    case .reportSubmission: try submitting()
    case .reportInvalid: try stepping(.invalidate, by: message)
    case .reportValid: try stepping(.validate, by: message)
    case .reportDeferred: try stepping(.defer, by: message)
    case .reportAccepted: try stepping(.accept, by: message)
    case .reportClosed: try closing()

    case .embargoProposal: try negotiating(.propose, from: [.none, .proposed], by: message)
    case .embargoProposalAccepted: try negotiating(.accept, from: [.proposed], by: message)
    case .embargoProposalRejected: try negotiating(.reject, from: [.proposed], by: message)
    case .embargoRevision: try negotiating(.propose, from: [.active, .revising], by: message)
    case .embargoRevisionAccepted: try negotiating(.accept, from: [.revising], by: message)
    case .embargoRevisionRejected: try negotiating(.reject, from: [.revising], by: message)
    case .embargoTermination: try negotiating(.terminate, from: [.active, .revising], by: message)

    case .vendorAware: try advancing(.vendorAware, while: [.start], by: message)
    // A fix is made by those who have accepted the report, or had before they put it aside.
    case .fixReady: try advancing(.fixReady, while: [.accepted, .deferred], by: message)
    case .fixDeployed: try advancing(.fixDeployed, while: [.accepted, .deferred], by: message)
    case .publicAware: try disclosing(.publicAware, by: message)
    case .exploitPublic: try disclosing(.exploitPublic, by: message)
    case .attacksObserved: try disclosing(.attacksObserved, by: message)

    case .embargoAcknowledgement, .embargoError, .factAcknowledgement, .factError: try whileOpen(message)
    case .reportAcknowledgement, .reportError, .inquiry, .acknowledgement, .error: self
    }
  }

  /// The messages that must leave as one when this one does: an exploit that is published while the public does not
  /// know tells it (`CX` and `CP`). Only the first goes through `sending(_:)`, which sets both facts.
  public func together(with message: CaseMessage) -> [CaseMessage] {
    message == .exploitPublic && !facts.publicAware ? [message, .publicAware] : [message]
  }

  private func submitting() throws(ProtocolFault) -> ParticipantState {
    guard rm == .accepted else {
      throw ProtocolFault(.reportSubmission, "only who has accepted a report passes it on, and here it is \(rm)")
    }
    return self
  }

  private func stepping(
    _ event: ReportManagement.Event, by message: CaseMessage
  ) throws(ProtocolFault) -> ParticipantState {
    guard let state = rm.after(event) else {
      throw ProtocolFault(message, "\"\(event)\" does not follow \"\(rm)\" in report management")
    }
    var next = self
    next.rm = state
    return next
  }

  /// The table of messages asks for the report's state alone; the rule to hold and not to close under an embargo
  /// stands in the text beside it.
  private func closing() throws(ProtocolFault) -> ParticipantState {
    guard !em.inForce else {
      throw ProtocolFault(.reportClosed, "an embargo is in force, so the report rests until it has ended")
    }
    return try stepping(.close, by: .reportClosed)
  }

  private func negotiating(
    _ event: EmbargoManagement.Event, from states: [EmbargoManagement.State], by message: CaseMessage
  ) throws(ProtocolFault) -> ParticipantState {
    _ = try whileOpen(message)
    // Who rejects a proposal or ends an embargo always may; for all else it must make sense to be silent.
    let shortens = message == .embargoProposalRejected || message == .embargoTermination
    guard shortens || facts.pxa else {
      throw ProtocolFault(message, "\(facts) leaves no embargo to negotiate")
    }
    guard states.contains(em), let state = em.after(event) else {
      throw ProtocolFault(message, "\"\(event)\" does not follow \"\(em)\" by this message in embargo management")
    }
    var next = self
    next.em = state
    return next
  }

  private func advancing(
    _ event: CaseFacts.Event, while states: [ReportManagement.State], by message: CaseMessage
  ) throws(ProtocolFault) -> ParticipantState {
    _ = try whileOpen(message)
    guard isVendor else { throw ProtocolFault(message, "only a vendor says so") }
    guard states.contains(rm) else {
      throw ProtocolFault(message, "\"\(event)\" does not follow while the report is \(rm)")
    }
    guard let after = facts.after(event) else { throw ProtocolFault(message, facts.objection(to: event)) }
    var next = self
    next.facts = after
    // A vendor who has become aware has received the report by that.
    next.rm = rm.after(.receive) ?? rm
    return next
  }

  private func disclosing(_ event: CaseFacts.Event, by message: CaseMessage) throws(ProtocolFault) -> ParticipantState {
    _ = try whileOpen(message)
    // That the vendor must hear before anything else happens binds the vendor; others have no such letters.
    let known = isVendor ? facts : facts.recording(.vendorAware)
    guard known.after(event) != nil else { throw ProtocolFault(message, known.objection(to: event)) }
    return disclosed(event)
  }

  private func whileOpen(_ message: CaseMessage) throws(ProtocolFault) -> ParticipantState {
    guard rm != .closed else { throw ProtocolFault(message, "the report is closed here") }
    return self
  }
}

extension ParticipantState {
  /// The state once a fact of the outside world is known; it ends what there is of an embargo.
  func disclosed(_ event: CaseFacts.Event) -> ParticipantState {
    var next = self
    next.facts = facts.recording(event)
    if event == .exploitPublic { next.facts = next.facts.recording(.publicAware) }
    next.em = em.afterDisclosure
    return next
  }
}

extension CaseFacts {
  fileprivate func objection(to event: Event) -> String {
    guard let forced, forced != event else { return "\"\(event)\" does not follow \(self)" }
    return "\"\(forced)\" comes first after \(self)"
  }
}
