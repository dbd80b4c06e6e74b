public import Foundation

/// What was said: a shared thread with the reporter, and one for the team alone (S11).
public struct Conversation: Hashable, Sendable {
  public var letters: [Letter] = []
  /// The team asked the reporter something that is not answered yet.
  public var awaitsReporter = false

  public init() {}

  /// Who reads a message. Chosen explicitly each time; there is no default.
  public enum Audience: String, CaseIterable, Sendable { case team, reporter }

  public struct Letter: Hashable, Sendable {
    public var audience: Audience
    public var text: String
    public var by: PartyID
    public var at: Date
    public var attachments: [Submission.Attachment] = []
  }

  public struct Message: Hashable, Sendable {
    public var audience: Audience
    public var text: String
    /// The message asks the reporter for something: the case then waits for the reporter.
    public var asks: Bool
    public var attachments: [Submission.Attachment]

    public init(audience: Audience, text: String, asks: Bool = false, attachments: [Submission.Attachment] = []) {
      self.audience = audience
      self.text = text
      self.asks = asks
      self.attachments = attachments
    }
  }

  public enum Command: Hashable, Sendable { case write(Message) }
  public enum Event: Hashable, Sendable { case written(Message) }

  mutating func evolve(_ event: Event, _ entry: Entry) {
    switch event {
    case .written(let message):
      letters.append(
        Letter(
          audience: message.audience, text: message.text, by: entry.by, at: entry.at, attachments: message.attachments))
      if entry.by == .reporter { awaitsReporter = false } else if message.asks { awaitsReporter = true }
    }
  }
}
