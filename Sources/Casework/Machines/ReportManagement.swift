/// Report management: what one participant thinks of one report (Vultron RM, table V-RM).
///
/// Every participant has a machine of its own. A reporter enters at `accepted`; what they went through before
/// writing to anybody is theirs.
public enum ReportManagement {
  /// The raw values are the letters of the standard.
  public enum State: String, CaseIterable, Sendable, Hashable {
    case start = "S"
    case received = "R"
    case invalid = "I"
    case valid = "V"
    case accepted = "A"
    case deferred = "D"
    case closed = "C"
  }

  /// What a participant decides; the raw values are the letters of the standard.
  public enum Event: String, CaseIterable, Sendable, Hashable {
    case receive = "r"
    case validate = "v"
    case invalidate = "i"
    case accept = "a"
    case `defer` = "d"
    case close = "c"
  }
}

extension ReportManagement.State {
  /// The state that follows, or nil where the standard knows no such step.
  ///
  /// There is no way from `valid` to `closed`, nor back to `invalid`: a case found baseless after validation is
  /// deferred first, which may take no time at all. (The standard's table of messages says otherwise for
  /// "report invalid"; its machine is right.)
  public func after(_ event: ReportManagement.Event) -> Self? {
    switch (self, event) {
    case (.start, .receive): .received
    case (.received, .validate), (.invalid, .validate): .valid
    case (.received, .invalidate): .invalid
    case (.valid, .accept), (.deferred, .accept): .accepted
    case (.valid, .defer), (.accepted, .defer): .deferred
    case (.invalid, .close), (.accepted, .close), (.deferred, .close): .closed
    default: nil
    }
  }

  /// The report is here and not closed.
  public var isOpen: Bool { self != .start && self != .closed }

  /// Found valid at some time, and not closed.
  public var isValidYetUnclosed: Bool { self == .valid || self == .accepted || self == .deferred }

  /// Not closed, and nobody has found it invalid.
  public var isPotentiallyValid: Bool { self == .received || isValidYetUnclosed }

  /// Somebody works on it, or owes a decision.
  public var isActive: Bool { self == .received || self == .valid || self == .accepted }

  /// It rests: parked, or over.
  public var isInactive: Bool { self == .invalid || self == .deferred || self == .closed }
}
