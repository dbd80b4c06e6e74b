public import Foundation
public import Vault

/// Deliveries that wait, are underway, or are done. One at a time for each channel.
///
/// The life of one: `enqueue` with a key → `claim` under a lease → `markCommitted` just before the step that cannot be
/// undone → `delivered` with a receipt. Whoever dies before `markCommitted` loses the lease, and the delivery is given
/// out again; whoever dies after it leaves an `uncertain` one, which nobody gets by itself.
public struct OutboxTable: Sendable {
  let box: OutboxSeals

  public init(key: ProjectKey) {
    box = OutboxSeals(key: key, keys: CaseKeys(key))
  }

  /// Puts a delivery in line. False if one with this key is there already, in whatever state.
  ///
  /// - Parameters:
  ///   - payload: sealed under the case's key, or without a case under the project's.
  ///   - time: not before.
  @discardableResult
  public func enqueue(
    _ payload: [UInt8], to channel: String, key: String, for caseID: String?, notBefore time: Date? = nil,
    id: String = Random.token(), now: Date, in db: any Connection
  ) throws -> Bool {
    let sealed = try box.seal(payload, .payload, of: id, for: caseID, in: db)
    return try db.execute(
      """
      INSERT INTO outbox (id, case_id, channel, key, sealed_payload, state, next_at, enqueued_at)
      VALUES (\(id), \(caseID), \(channel), \(key), \(sealed), 'waiting', \(time ?? now), \(now))
      ON CONFLICT (key) DO NOTHING
      """) == 1
  }

  /// The channel's next delivery that is due, leased to `owner`; nil if there is none, or if the channel is busy.
  ///
  /// - Parameters:
  ///   - owner: a name for the claim, new for each: the lease belongs to whoever knows it.
  ///   - seconds: how long the lease holds unless it is renewed.
  public func claim(
    _ channel: String, owner: String, now: Date, leaseFor seconds: TimeInterval, in db: any Connection
  ) throws -> OutboxEntry? {
    guard try db.tryLock("outbox:" + channel) else { return nil }
    try endLeases(of: channel, now: now, in: db)
    let busy = try db.query("SELECT 1 AS busy FROM outbox WHERE channel = \(channel) AND state = 'underway' LIMIT 1")
    guard busy.isEmpty else { return nil }
    while let id = try nextID(of: channel, now: now, in: db) {
      try db.execute(
        """
        UPDATE outbox SET state = 'underway', attempts = attempts + 1, committed_at = NULL,
          lease_owner = \(owner), lease_until = \(now.addingTimeInterval(seconds))
        WHERE id = \(id)
        """)
      if let entry = try entry(id, in: db), entry.payload != nil { return entry }
      // What cannot be opened can never be delivered; it must not stop the channel.
      try finish(id, owner: owner, state: .failed, in: db)
    }
    return nil
  }

  /// Extends the lease. False if it was lost: stop, somebody else may have the delivery.
  public func renew(_ id: String, owner: String, until: Date, in db: any Connection) throws -> Bool {
    try db.execute(
      """
      UPDATE outbox SET lease_until = \(until)
      WHERE id = \(id) AND lease_owner = \(owner) AND state = 'underway'
      """) == 1
  }

  /// Says that the step that cannot be undone begins now; it must be durable before that step.
  /// False if the lease was lost: do not take the step.
  public func markCommitted(_ id: String, owner: String, now: Date, in db: any Connection) throws -> Bool {
    try db.execute(
      """
      UPDATE outbox SET committed_at = \(now)
      WHERE id = \(id) AND lease_owner = \(owner) AND state = 'underway' AND lease_until > \(now)
      """) == 1
  }

  /// The delivery arrived. False if the lease was lost and somebody else took over.
  /// A late word from the owner of an uncertain delivery counts.
  public func delivered(
    _ id: String, owner: String, receipt: [UInt8], now: Date, in db: any Connection
  ) throws -> Bool {
    guard let sealed = try box.seal(receipt, .receipt, of: id, in: db) else { return false }
    return try db.execute(
      """
      UPDATE outbox SET state = 'delivered', delivered_at = \(now), sealed_receipt = \(sealed), sealed_error = NULL,
        lease_owner = NULL, lease_until = NULL
      WHERE id = \(id) AND lease_owner = \(owner) AND state IN ('underway', 'uncertain')
      """) == 1
  }

  /// The attempt failed and surely did not arrive: once more at `time`. False if the lease was lost.
  public func retry(_ id: String, owner: String, at time: Date, error: String, in db: any Connection) throws -> Bool {
    try finish(id, owner: owner, state: .waiting, next: time, error: error, in: db)
  }

  /// The attempt failed and will fail again: given up. False if the lease was lost.
  public func fail(_ id: String, owner: String, error: String, in db: any Connection) throws -> Bool {
    try finish(id, owner: owner, state: .failed, error: error, in: db)
  }

  /// A gate objects: stopped before anything left. False if the lease was lost.
  public func hold(_ id: String, owner: String, reason: String, in db: any Connection) throws -> Bool {
    try finish(id, owner: owner, state: .held, error: reason, in: db)
  }

  /// Nobody can say whether it arrived. False if the lease was lost.
  public func doubt(_ id: String, owner: String, error: String, in db: any Connection) throws -> Bool {
    try finish(id, owner: owner, state: .uncertain, error: error, in: db)
  }

  @discardableResult
  private func finish(
    _ id: String, owner: String, state: DeliveryState, next: Date? = nil, error: String? = nil, in db: any Connection
  ) throws -> Bool {
    let sealed = try error.flatMap { try box.seal(Array($0.utf8), .error, of: id, in: db) }
    return try db.execute(
      """
      UPDATE outbox SET state = \(state.rawValue), next_at = COALESCE(\(next), next_at), sealed_error = \(sealed),
        lease_owner = NULL, lease_until = NULL
      WHERE id = \(id) AND lease_owner = \(owner) AND state IN ('underway', 'uncertain')
      """) == 1
  }

  /// Leases that ran out: what was not begun is given out again, what was begun is uncertain.
  private func endLeases(of channel: String, now: Date, in db: any Connection) throws {
    try db.execute(
      """
      UPDATE outbox SET state = CASE WHEN committed_at IS NULL THEN 'waiting' ELSE 'uncertain' END, lease_until = NULL
      WHERE channel = \(channel) AND state = 'underway' AND lease_until <= \(now)
      """)
  }

  private func nextID(of channel: String, now: Date, in db: any Connection) throws -> String? {
    try db.query(
      """
      SELECT id FROM outbox WHERE channel = \(channel) AND state = 'waiting' AND next_at <= \(now)
      ORDER BY sequence LIMIT 1
      """
    ).first?.text("id")
  }
}
