/// The words of the advisory. Everything else in it (lines, score, mitigations, ids) comes from where it is known.
public struct AdvisoryDraft: Hashable, Sendable {
  public var text: Text?
  public var author: PartyID?
  public var approval: Approval?
  /// The version of the case at which the advisory's content last changed; what an approval is bound to (G1).
  public var contentVersion = 0

  public init() {}

  public struct Text: Hashable, Sendable {
    public var title: String
    public var summary: String
    /// Markdown.
    public var details: String
    public var impact: String
    public var conditions: String
    public var references: [String]

    public init(
      title: String, summary: String, details: String, impact: String, conditions: String, references: [String]
    ) {
      self.title = title
      self.summary = summary
      self.details = details
      self.impact = impact
      self.conditions = conditions
      self.references = references
    }
  }

  public struct Approval: Hashable, Sendable {
    public var by: PartyID
    public var contentVersion: Int
  }

  public enum Command: Hashable, Sendable {
    case draft(Text)
    /// Approves what the approver has read: the content as of that version.
    case approve(contentVersion: Int)
  }

  public enum Event: Hashable, Sendable {
    case drafted(Text)
    case approved(contentVersion: Int)
  }

  mutating func evolve(_ event: Event, _ entry: Entry) {
    switch event {
    case .drafted(let text):
      self.text = text
      author = entry.by
    case .approved(let contentVersion): approval = Approval(by: entry.by, contentVersion: contentVersion)
    }
  }

  mutating func contentChanged(at version: Int) {
    contentVersion = version
    approval = nil
  }
}
