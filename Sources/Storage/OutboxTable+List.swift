public import Foundation
import Vault

// What a person sees and does: lists, and the decisions about deliveries that stopped.
extension OutboxTable {
  public func entry(_ id: String, in db: any Connection) throws -> OutboxEntry? {
    try select("WHERE id = \(id)", in: db).first
  }

  /// The case's deliveries, oldest first.
  public func list(of caseID: String, in db: any Connection) throws -> [OutboxEntry] {
    try select("WHERE case_id = \(caseID) ORDER BY sequence", in: db)
  }

  /// Deliveries in these states, oldest first.
  public func list(in states: [DeliveryState], limit: Int = 200, in db: any Connection) throws -> [OutboxEntry] {
    try select("WHERE state IN \(SQL.list(states.map(\.rawValue))) ORDER BY sequence LIMIT \(limit)", in: db)
  }

  /// When the channel next has something to do: the earliest time at which a delivery is due or a lease runs out.
  public func nextTime(of channel: String, in db: any Connection) throws -> Date? {
    try db.query(
      """
      SELECT MIN(CASE WHEN state = 'underway' THEN lease_until ELSE next_at END) AS next FROM outbox
      WHERE channel = \(channel) AND state IN ('waiting', 'underway')
      """
    ).first?.optionalDate("next")
  }

  /// A held, failed or uncertain delivery goes in line again. False if it is in no such state.
  /// For an uncertain one this says: it did not arrive.
  public func release(_ id: String, at time: Date, in db: any Connection) throws -> Bool {
    try db.execute(
      """
      UPDATE outbox SET state = 'waiting', next_at = \(time), committed_at = NULL, lease_owner = NULL
      WHERE id = \(id) AND state IN ('held', 'failed', 'uncertain')
      """) == 1
  }

  /// An uncertain delivery did arrive. False if it is not uncertain.
  public func confirm(_ id: String, receipt: [UInt8], now: Date, in db: any Connection) throws -> Bool {
    guard let sealed = try box.seal(receipt, .receipt, of: id, in: db) else { return false }
    return try db.execute(
      """
      UPDATE outbox SET state = 'delivered', delivered_at = \(now), sealed_receipt = \(sealed), sealed_error = NULL,
        lease_owner = NULL
      WHERE id = \(id) AND state = 'uncertain'
      """) == 1
  }

  /// Stops a delivery that waits: it is not needed or not wanted any more. False if it does not wait.
  public func withhold(_ id: String, reason: String, in db: any Connection) throws -> Bool {
    guard let sealed = try box.seal(Array(reason.utf8), .error, of: id, in: db) else { return false }
    return try db.execute(
      "UPDATE outbox SET state = 'held', sealed_error = \(sealed) WHERE id = \(id) AND state = 'waiting'") == 1
  }

  private func select(_ condition: SQL, in db: any Connection) throws -> [OutboxEntry] {
    try db.query("SELECT * FROM outbox \(condition)").map { row in
      let id = try row.text("id")
      let caseID = try row.optionalText("case_id")
      let open = { (column: String, part: OutboxSeals.Part) throws -> [UInt8]? in
        try row.optionalBytes(column).flatMap { try box.open($0, part, of: id, for: caseID, in: db) }
      }
      return OutboxEntry(
        id: id, caseID: caseID, channel: try row.text("channel"), key: try row.text("key"),
        payload: try open("sealed_payload", .payload), state: DeliveryState(rawValue: try row.text("state")) ?? .held,
        attempts: try row.int("attempts"), nextAt: try row.date("next_at"),
        leaseUntil: try row.optionalDate("lease_until"), leaseOwner: try row.optionalText("lease_owner"),
        committedAt: try row.optionalDate("committed_at"),
        error: try open("sealed_error", .error).map { String(decoding: $0, as: UTF8.self) },
        receipt: try open("sealed_receipt", .receipt), enqueuedAt: try row.date("enqueued_at"),
        deliveredAt: try row.optionalDate("delivered_at"))
    }
  }
}
