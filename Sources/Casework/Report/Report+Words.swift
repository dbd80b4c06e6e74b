extension ReportManagement.State {
  /// The state in a word that fits into a sentence.
  public var word: String {
    switch self {
    case .start: "not received"
    case .received: "received"
    case .invalid: "invalid"
    case .valid: "valid"
    case .accepted: "accepted"
    case .deferred: "deferred"
    case .closed: "closed"
    }
  }
}
