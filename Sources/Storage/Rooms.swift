public import Foundation
public import Vault

/// The secrets with which reporters enter their rooms: one for each case.
public struct Rooms: Sendable {
  private let key: ProjectKey

  public init(key: ProjectKey) {
    self.key = key
  }

  /// The case's room gets a new secret; an older one does not work any more, and sessions begun with it end.
  public func open(
    for caseID: String, secret: String = Random.token(), now: Date, in db: any Connection
  ) throws -> String {
    try db.execute(
      """
      INSERT INTO rooms (case_id, digest) VALUES (\(caseID), \(key.digest(of: secret, "room")))
      ON CONFLICT (case_id) DO UPDATE SET digest = excluded.digest
      """)
    try db.execute("UPDATE sessions SET ended_at = \(now) WHERE room_case_id = \(caseID) AND ended_at IS NULL")
    return secret
  }

  /// Whether the secret opens the case's room.
  public func enter(_ caseID: String, with typed: String, in db: any Connection) throws -> Bool {
    guard let secret = Random.canonical(typed),
      let row = try db.query("SELECT digest FROM rooms WHERE case_id = \(caseID)").first
    else { return false }
    return constantTimeEqual(try row.bytes("digest"), key.digest(of: secret, "room"))
  }

  /// The case whose room the secret opens.
  public func find(_ typed: String, in db: any Connection) throws -> String? {
    guard let secret = Random.canonical(typed) else { return nil }
    return try db.query("SELECT case_id FROM rooms WHERE digest = \(key.digest(of: secret, "room"))").first?
      .text("case_id")
  }
}
