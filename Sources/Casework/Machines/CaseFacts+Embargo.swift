/// What the facts allow an embargo to do (table V-CS, last column).
extension CaseFacts {
  public enum EmbargoRule: Sendable, Hashable, CaseIterable {
    /// No fix yet and nothing known outside: an embargo may start, and may hold.
    case mayHold
    /// The fix is ready: an embargo may start, for as long as it takes to deliver it.
    case mayStartBrief
    /// The fix is deployed: there is nothing left to wait for.
    case shouldNotStart
    /// Attacks are seen: an embargo should end, and none may start.
    case shouldEnd
    /// The public knows, or has an exploit: an embargo must end, and none may start.
    case mustEnd
  }

  public var embargoRule: EmbargoRule {
    if publicAware || exploitPublic { return .mustEnd }
    if attacksObserved { return .shouldEnd }
    if fixDeployed { return .shouldNotStart }
    return fixReady ? .mayStartBrief : .mayHold
  }

  /// An embargo may start now, if only a brief one.
  ///
  /// False too where the standard only advises against it (`VFDpxa`), in which others may still propose one.
  public var mayStartEmbargo: Bool { embargoRule == .mayHold || embargoRule == .mayStartBrief }

  /// `pxa`: nothing public, no exploit public, no attacks seen.
  public var pxa: Bool { !publicAware && !exploitPublic && !attacksObserved }
}
