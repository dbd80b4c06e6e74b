/// Something that is to leave the house: to whom, by which channel. It waits in the outbox, passes the gates, and has a key
/// that makes a repeat harmless.
public struct Delivery: Hashable, Sendable {
  public var key: String
  public var channel: Publication.Channel
  public var audience: Audience
  /// A mail address, for lists and letters.
  public var recipient: String?
  public var notice: Notice

  public init(
    key: String, channel: Publication.Channel, audience: Audience, recipient: String? = nil, notice: Notice
  ) {
    self.key = key
    self.channel = channel
    self.audience = audience
    self.recipient = recipient
    self.notice = notice
  }

  public enum Audience: String, Sendable { case everyone, reporter }

  /// What it says. A letter before publication says nothing but that there is something (N1, N2).
  public enum Notice: Hashable, Sendable {
    /// The published advisory of this id.
    case advisory(id: String)
    /// The automatic receipt, with the secret of the reporter's room.
    case receipt(secret: String)
    /// There is something new.
    case doorbell
  }
}
