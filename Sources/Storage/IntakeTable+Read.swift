import Foundation
import Vault

extension IntakeTable {
  /// What nobody has read yet, oldest first.
  public func pending(limit: Int = 100, in db: any Connection) throws -> [Item] {
    try items(in: .new, limit: limit, in: db)
  }

  /// Items in one state, oldest first.
  public func items(in state: State, limit: Int = 100, in db: any Connection) throws -> [Item] {
    try select("WHERE intake.state = \(state.rawValue) ORDER BY intake.sequence LIMIT \(limit)", in: db)
  }

  /// Items that became part of the case, oldest first.
  public func items(of caseID: String, in db: any Connection) throws -> [Item] {
    try select("WHERE intake.case_id = \(caseID) ORDER BY intake.sequence", in: db)
  }

  public func item(_ id: String, in db: any Connection) throws -> Item? {
    try select("WHERE intake.id = \(id)", in: db).first
  }

  /// The bytes as they came in; nil if there is no such item. Throws `SealFault.shredded` if they were destroyed.
  public func raw(_ id: String, in db: any Connection) throws -> [UInt8]? {
    guard let row = try db.query("SELECT case_id, sealed_raw FROM intake WHERE id = \(id)").first else { return nil }
    return try open(row.bytes("sealed_raw"), rawContext(id), of: row.optionalText("case_id"), in: db)
  }

  private func select(_ condition: SQL, in db: any Connection) throws -> [Item] {
    try db.query(
      """
      SELECT intake.id, received_at, route, size, sealed_envelope, state, case_id, attempts, sealed_note,
        COALESCE(intake_copies.copies, 0) AS copies
      FROM intake LEFT JOIN intake_copies ON intake_copies.intake_id = intake.id \(condition)
      """
    ).map { try item($0, in: db) }
  }

  private func item(_ row: Row, in db: any Connection) throws -> Item {
    let id = try row.text("id")
    let caseID = try row.optionalText("case_id")
    let envelope = try row.bytes("sealed_envelope")
    let note = try row.optionalBytes("sealed_note")
    return Item(
      id: id, receivedAt: try row.date("received_at"), route: try row.text("route"), size: try row.int("size"),
      envelope: try unlessShredded { try open(envelope, envelopeContext(id), of: caseID, in: db) },
      state: State(rawValue: try row.text("state")) ?? .tray, caseID: caseID, attempts: try row.int("attempts"),
      note: try unlessShredded { try note.map { try open($0, noteContext(id), of: caseID, in: db) } }?
        .map { String(decoding: $0, as: UTF8.self) },
      copies: try row.int("copies"))
  }

  private func open(
    _ sealed: [UInt8], _ context: SealContext, of caseID: String?, in db: any Connection
  ) throws -> [UInt8] {
    guard let caseID else { return try key.open(sealed, for: context) }
    return try keys.key(of: caseID, in: db).open(sealed, for: context)
  }
}
