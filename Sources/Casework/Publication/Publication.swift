public import AdvisoryTypes
public import Foundation

/// Our own publication: the frozen advisory in its newest revision, and a receipt from each channel that carried it.
public struct Publication: Hashable, Sendable {
  public var advisory: Advisory?
  /// When the first revision went out.
  public var releasedAt: Date?
  /// When the newest revision went out.
  public var revisedAt: Date?
  /// What the newest revision says; what the case says now may be something else.
  var content: AdvisoryContent?
  public var receipts: [Receipt] = []

  public init() {}

  /// What a channel answered.
  public struct Receipt: Hashable, Sendable {
    /// The delivery's key, which makes a repeat harmless.
    public var delivery: String
    public var channel: Channel
    public var proof: String
    public var at: Date

    public init(delivery: String, channel: Channel, proof: String, at: Date) {
      self.delivery = delivery
      self.channel = channel
      self.proof = proof
      self.at = at
    }
  }

  /// The ways out of the house.
  public enum Channel: String, CaseIterable, Sendable {
    /// The static public tree.
    case tree
    /// An announcement to a mailing list.
    case list
    /// A door-bell to one person.
    case letter
  }

  public enum Command: Hashable, Sendable {
    /// Publishes under this advisory id, which the desk drew; a revision keeps the id that there is.
    ///
    /// The note is for readers: what changed, in a sentence. A revision needs one.
    case release(id: String, note: String = "")
    case recordReceipt(delivery: String, channel: Channel, proof: String)
  }

  public enum Event: Hashable, Sendable {
    case released(Advisory)
    case delivered(delivery: String, channel: Channel, proof: String)
  }

  mutating func evolve(_ event: Event, _ entry: Entry) {
    switch event {
    case .released(let advisory):
      self.advisory = advisory
      releasedAt = releasedAt ?? entry.at
      revisedAt = entry.at
    case .delivered(let delivery, let channel, let proof):
      receipts.append(Receipt(delivery: delivery, channel: channel, proof: proof, at: entry.at))
    }
  }
}
