/// The communication plan: who is told what, where and when, and what users can do until the fix is rolled out.
///
/// It comes into being by itself when the timeline is set (S49).
public struct Plan: Hashable, Sendable {
  public var state: State = .none
  public var owner: PartyID?
  public var steps: [Step] = []
  public var mitigations: [Mitigation] = []
  /// The explicit statement that no mitigation is known (S51).
  public var noMitigation: String?
  /// Whoever changed it last cannot approve it.
  public var editor: PartyID?
  public var approver: PartyID?
  /// How often the plan has changed; what an approval is bound to (G9).
  public var contentVersion = 0

  public init() {}

  public enum State: Hashable, Sendable { case none, draft, approved }

  public struct Step: Hashable, Sendable {
    public var audience: String
    public var channel: String
    public var text: String

    public init(audience: String, channel: String, text: String) {
      self.audience = audience
      self.channel = channel
      self.text = text
    }
  }

  /// Something that users can do before they upgrade.
  public struct Mitigation: Hashable, Sendable {
    public var action: String
    public var appliesTo: String
    public var isFull: Bool
    public var sideEffects: String
    public var verify: String
    public var undo: String
    public var isVerified: Bool

    public init(
      action: String, appliesTo: String, isFull: Bool, sideEffects: String, verify: String, undo: String,
      isVerified: Bool
    ) {
      self.action = action
      self.appliesTo = appliesTo
      self.isFull = isFull
      self.sideEffects = sideEffects
      self.verify = verify
      self.undo = undo
      self.isVerified = isVerified
    }
  }

  public enum Command: Hashable, Sendable {
    case edit([Step])
    case addMitigation(Mitigation)
    case declareNoMitigation(reason: String)
    /// Approves what the approver has read: the plan as of that version.
    case approve(planVersion: Int)
  }

  public enum Event: Hashable, Sendable {
    case created(owner: PartyID)
    case edited([Step])
    case mitigationAdded(Mitigation)
    case noMitigationDeclared(reason: String)
    case approved
  }

  mutating func evolve(_ event: Event, _ entry: Entry) {
    switch event {
    case .created(let owner):
      state = .draft
      self.owner = owner
      change(entry)
    case .edited(let steps):
      self.steps = steps
      reopen(entry)
    case .mitigationAdded(let mitigation):
      mitigations.append(mitigation)
      noMitigation = nil
      reopen(entry)
    case .noMitigationDeclared(let reason):
      noMitigation = reason
      reopen(entry)
    case .approved:
      state = .approved
      approver = entry.by
    }
  }

  private mutating func reopen(_ entry: Entry) {
    if state == .approved { state = .draft }
    approver = nil
    change(entry)
  }

  private mutating func change(_ entry: Entry) {
    editor = entry.by
    contentVersion += 1
  }
}
