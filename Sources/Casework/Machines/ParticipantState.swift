/// Where one participant stands in a case: the report, the embargo, the facts as they know them.
///
/// A value: `sending(_:)` and `receiving(_:)` say what follows, and somebody else carries the messages.
public struct ParticipantState: Hashable, Sendable, CustomStringConvertible {
  public var rm: ReportManagement.State
  public var em: EmbargoManagement.State
  /// Of those who are no vendor only the last three letters count; the first three never move.
  public var facts: CaseFacts
  public var isVendor: Bool

  public init(
    rm: ReportManagement.State, em: EmbargoManagement.State = .none, facts: CaseFacts = CaseFacts(), isVendor: Bool
  ) {
    self.rm = rm
    self.em = em
    self.facts = facts
    self.isVendor = isVendor
  }

  /// A vendor before the first report: (S, N, vfdpxa).
  public static let vendor = ParticipantState(rm: .start, isVendor: true)
  /// A deployer, a coordinator or anybody else before the first report: (S, N, pxa).
  public static let other = ParticipantState(rm: .start, isVendor: false)
  /// A finder, who enters at accepted: (A, N, pxa).
  public static let reporter = ParticipantState(rm: .accepted, isVendor: false)

  public var description: String {
    let letters = isVendor ? facts.description : String(facts.description.suffix(3))
    return "(\(rm.rawValue), \(em.rawValue), \(letters))"
  }
}
