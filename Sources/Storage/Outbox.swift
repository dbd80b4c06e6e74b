public import Foundation

/// Where a delivery stands.
public enum DeliveryState: String, Sendable, CaseIterable {
  /// Until its time comes.
  case waiting
  /// Somebody holds a lease on it.
  case underway
  case delivered
  /// Whoever held it had begun to send, and was not heard of again: a person, or the receiving side, must say.
  case uncertain
  /// Given up.
  case failed
  /// Stopped by a gate or a person.
  case held
}

/// Work that leaves the house, as it stands in the books.
public struct OutboxEntry: Sendable, Equatable {
  public var id: String
  public var caseID: String?
  public var channel: String
  /// Names the delivery: enqueued twice, it is delivered once. Plain in the database.
  public var key: String
  /// What is to be delivered, in the caller's encoding; nil if it cannot be opened any more.
  public var payload: [UInt8]?
  public var state: DeliveryState
  /// How often it was given out.
  public var attempts: Int
  public var nextAt: Date
  public var leaseUntil: Date?
  public var leaseOwner: String?
  /// When its holder began to do what cannot be undone.
  public var committedAt: Date?
  /// Why the last attempt failed, or why it is held.
  public var error: String?
  /// What the receiving side answered, in the caller's encoding.
  public var receipt: [UInt8]?
  public var enqueuedAt: Date
  public var deliveredAt: Date?
}
