/// Whether one participant has agreed to the embargo of a case (Vultron, decisions ADR-0048 and ADR-0056).
public enum EmbargoConsent {
  /// The raw values are the names of the standard.
  public enum State: String, CaseIterable, Sendable, Hashable {
    case none = "NO_EMBARGO"
    case invited = "INVITED"
    case signatory = "SIGNATORY"
    /// Agreed to terms that have since been revised; must be asked again.
    case lapsed = "LAPSED"
    case declined = "DECLINED"
  }

  public enum Trigger: String, CaseIterable, Sendable, Hashable {
    case invite
    case accept
    case decline
    case revise
    case reset
  }
}

extension EmbargoConsent.State {
  /// The state that follows, or nil where the standard knows no such step.
  ///
  /// Whoever gets nil must refuse, never carry on: consent that was shown but not stored is a known accident.
  public func after(_ trigger: EmbargoConsent.Trigger) -> Self? {
    switch (self, trigger) {
    case (_, .reset): Self.none
    case (.none, .invite), (.lapsed, .invite), (.declined, .invite): .invited
    case (.none, .accept), (.invited, .accept), (.lapsed, .accept): .signatory
    case (.none, .decline), (.invited, .decline), (.lapsed, .decline): .declined
    case (.signatory, .revise): .lapsed
    default: nil
    }
  }

  /// Bound by the embargo, and so allowed to see the whole case. In doubt: no.
  public var adheres: Bool { self == .signatory }
}
