/// The 28 messages by which the participants of a case tell one another of every step (Vultron, table V-MSG).
///
/// The raw values are the two letters of the standard; the first one names the family.
public enum CaseMessage: String, CaseIterable, Sendable, Hashable {
  case reportSubmission = "RS"
  case reportInvalid = "RI"
  case reportValid = "RV"
  case reportDeferred = "RD"
  case reportAccepted = "RA"
  case reportClosed = "RC"
  case reportAcknowledgement = "RK"
  case reportError = "RE"

  case embargoProposal = "EP"
  case embargoProposalRejected = "ER"
  case embargoProposalAccepted = "EA"
  case embargoRevision = "EV"
  case embargoRevisionRejected = "EJ"
  case embargoRevisionAccepted = "EC"
  case embargoTermination = "ET"
  case embargoAcknowledgement = "EK"
  case embargoError = "EE"

  case vendorAware = "CV"
  case fixReady = "CF"
  case fixDeployed = "CD"
  case publicAware = "CP"
  case exploitPublic = "CX"
  case attacksObserved = "CA"
  case factAcknowledgement = "CK"
  case factError = "CE"

  case inquiry = "GI"
  case acknowledgement = "GK"
  case error = "GE"
}

extension CaseMessage {
  /// What a message is about.
  public enum Family: Sendable, Hashable, CaseIterable {
    case report, embargo, facts, general
  }

  public var family: Family {
    switch self {
    case .reportSubmission, .reportInvalid, .reportValid, .reportDeferred, .reportAccepted, .reportClosed,
      .reportAcknowledgement, .reportError:
      .report
    case .embargoProposal, .embargoProposalRejected, .embargoProposalAccepted, .embargoRevision,
      .embargoRevisionRejected, .embargoRevisionAccepted, .embargoTermination, .embargoAcknowledgement, .embargoError:
      .embargo
    case .vendorAware, .fixReady, .fixDeployed, .publicAware, .exploitPublic, .attacksObserved, .factAcknowledgement,
      .factError:
      .facts
    case .inquiry, .acknowledgement, .error:
      .general
    }
  }
}
