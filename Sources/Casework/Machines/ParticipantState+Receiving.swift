/// What a message makes of those who get it, and what they answer (tables V-RMr, V-EMr, V-CSr).
extension ParticipantState {
  /// The receiver's state, and the replies in the order in which they leave.
  ///
  /// Never refuses: what comes from outside has been said. A message that does not fit is answered by an error
  /// message, and changes nothing. Who has closed the report ignores all but general messages.
  public func receiving(_ message: CaseMessage) -> (state: ParticipantState, replies: [CaseMessage]) {
    switch message.family {
    case .general: (self, message.generalReplies)
    case _ where rm == .closed: (self, [])
    case .report: receivingReport(message)
    case .embargo: receivingEmbargo(message)
    case .facts: receivingFacts(message)
    }
  }

  private func receivingReport(_ message: CaseMessage) -> (ParticipantState, [CaseMessage]) {
    switch message {
    case .reportAcknowledgement: (self, [])
    case .reportError: (self, [.reportAcknowledgement, .inquiry])
    case .reportSubmission: (submitted, isVendor ? [.reportAcknowledgement, .vendorAware] : [.reportAcknowledgement])
    // News about a report that never came.
    case _ where rm == .start: (self, [.reportError, .inquiry])
    default: (self, [.reportAcknowledgement])
    }
  }

  private var submitted: ParticipantState {
    var next = self
    next.rm = rm.after(.receive) ?? rm
    if isVendor { next.facts = facts.recording(.vendorAware) }
    return next
  }

  private func receivingEmbargo(_ message: CaseMessage) -> (ParticipantState, [CaseMessage]) {
    switch (message, em) {
    case (.embargoAcknowledgement, _): (self, [])
    case (.embargoError, _): (self, [.embargoAcknowledgement, .inquiry])

    case (.embargoProposalRejected, .proposed): (moved(to: .none), [.embargoAcknowledgement])
    case (.embargoTermination, .active), (.embargoTermination, .revising), (.embargoTermination, .exited):
      (moved(to: .exited), [.embargoAcknowledgement])

    // What is public, or under attack, ends by the receiver's answer whatever the sender wanted.
    case (.embargoProposal, .none) where !facts.pxa: (self, [.embargoProposalRejected])
    case (.embargoProposal, .proposed) where !facts.pxa, (.embargoProposalAccepted, .proposed) where !facts.pxa:
      (moved(to: .none), [.embargoProposalRejected])
    case (.embargoRevision, .active) where !facts.pxa, (.embargoRevision, .revising) where !facts.pxa,
      (.embargoRevisionRejected, .revising) where !facts.pxa, (.embargoRevisionAccepted, .revising) where !facts.pxa:
      (moved(to: .exited), [.embargoTermination])

    case (.embargoProposal, .none), (.embargoProposal, .proposed): (moved(to: .proposed), [.embargoAcknowledgement])
    case (.embargoProposalAccepted, .proposed): (moved(to: .active), [.embargoAcknowledgement])
    case (.embargoRevision, .active), (.embargoRevision, .revising): (moved(to: .revising), [.embargoAcknowledgement])
    case (.embargoRevisionRejected, .revising), (.embargoRevisionAccepted, .revising):
      (moved(to: .active), [.embargoAcknowledgement])

    default: (self, [.embargoError])
    }
  }

  private func moved(to state: EmbargoManagement.State) -> ParticipantState {
    var next = self
    next.em = state
    return next
  }

  private func receivingFacts(_ message: CaseMessage) -> (ParticipantState, [CaseMessage]) {
    switch message {
    case .factAcknowledgement: (self, [])
    case .factError: (self, [.factAcknowledgement, .inquiry])
    case .publicAware: (learning(.publicAware), [.factAcknowledgement])
    case .exploitPublic: (learning(.exploitPublic), [.factAcknowledgement])
    // The standard's rows print the public as aware afterwards; its text does not, and attacks may be seen by few.
    case .attacksObserved: (learning(.attacksObserved), [.factAcknowledgement])
    // Another vendor's progress is not one's own.
    default: (self, [.factAcknowledgement])
    }
  }

  /// Takes over what is told, also where `CaseFacts.after(_:)` would force another event first: the order in which
  /// news arrive is not the order in which things happened. What is forced stays visible in `facts.forced`.
  private func learning(_ event: CaseFacts.Event) -> ParticipantState {
    let next = disclosed(event)
    return next.facts == facts ? self : next
  }
}

extension CaseMessage {
  fileprivate var generalReplies: [CaseMessage] {
    switch self {
    case .inquiry: [.acknowledgement]
    case .error: [.inquiry]
    default: []
    }
  }
}
