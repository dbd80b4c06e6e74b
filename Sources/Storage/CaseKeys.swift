public import Foundation
public import Vault

/// The wrapped keys of cases.
public struct CaseKeys: Sendable {
  private let project: ProjectKey

  public init(_ project: ProjectKey) {
    self.project = project
  }

  /// The case's key; made now if the case has none yet.
  public func ensure(_ caseID: String, in db: any Connection) throws -> CaseKey {
    if let row = try row(of: caseID, in: db) { return try key(in: row, of: caseID) }
    let key = CaseKey()
    try db.execute(
      """
      INSERT INTO case_keys (case_id, wrapped) VALUES (\(caseID), \(try project.wrap(key, for: caseID)))
      """)
    return key
  }

  /// The case's key. Throws `SealFault.shredded` if it was destroyed, `.damaged` if it is missing or altered.
  public func key(of caseID: String, in db: any Connection) throws -> CaseKey {
    guard let row = try row(of: caseID, in: db) else { throw SealFault.damaged }
    return try key(in: row, of: caseID)
  }

  /// Destroys the case's key, and with it all that was sealed under it: bodies of events, attachments, mails, letters.
  /// What still waited in the outbox will not leave. Afterwards call `Database.scrub()`.
  public func shred(_ caseID: String, now: Date, in db: any Connection) throws {
    try db.execute(
      """
      UPDATE case_keys SET wrapped = NULL, shredded_at = \(now) WHERE case_id = \(caseID) AND shredded_at IS NULL
      """)
    try db.execute(
      """
      UPDATE outbox SET state = 'failed', lease_owner = NULL, lease_until = NULL
      WHERE case_id = \(caseID) AND state IN ('waiting', 'underway', 'uncertain', 'held')
      """)
  }

  /// Cases whose content was destroyed.
  public func shredded(in db: any Connection) throws -> Set<String> {
    Set(
      try db.query("SELECT case_id FROM case_keys WHERE shredded_at IS NOT NULL").map { row throws in
        try row.text("case_id")
      })
  }

  private func row(of caseID: String, in db: any Connection) throws(DatabaseError) -> Row? {
    try db.query("SELECT wrapped FROM case_keys WHERE case_id = \(caseID)").first
  }

  private func key(in row: Row, of caseID: String) throws -> CaseKey {
    guard let wrapped = try row.optionalBytes("wrapped") else { throw SealFault.shredded }
    return try project.unwrap(wrapped, for: caseID)
  }
}
