public import Foundation
public import Vault

/// What came in from outside, byte for byte, durable before anybody tries to understand it.
///
/// Raw bytes are sealed under the project's key at first. With `assign` they move under their case's key, so that
/// shredding the case destroys its mails too.
public struct IntakeTable: Sendable {
  public enum Stored: Sendable, Equatable {
    case stored(id: String)
    /// The same bytes for the same recipient came before, under this id; the copy was counted.
    case duplicate(id: String)
  }

  public enum State: String, Sendable {
    /// Nobody has read it yet.
    case new
    /// It became part of a case.
    case read
    /// It belongs to no case, or could not be understood: a person looks at it.
    case tray
  }

  /// What is known about an item without opening its raw bytes.
  public struct Item: Sendable, Equatable {
    public var id: String
    public var receivedAt: Date
    /// How it came: `mail`, `form`, …; plain in the database.
    public var route: String
    /// Length of the raw bytes.
    public var size: Int
    /// What the way in knew about it (sender, recipient), in the caller's encoding.
    /// Nil if the case it belongs to was shredded.
    public var envelope: [UInt8]?
    public var state: State
    public var caseID: String?
    public var attempts: Int
    public var note: String?
    /// How many exact copies came later.
    public var copies: Int
  }

  let key: ProjectKey
  let keys: CaseKeys

  public init(key: ProjectKey) {
    self.key = key
    keys = CaseKeys(key)
  }

  /// Keeps what came in. The same bytes for the same recipient are kept once.
  public func store(
    raw: [UInt8], recipient: String, envelope: [UInt8], route: String, id: String = Random.token(), now: Date,
    in db: any Connection
  ) throws -> Stored {
    let digest = key.blind(fields: [.text(recipient), .bytes(raw)], domain: "intake")
    // A copy is recognised before anything is sealed; two at once meet at the unique digest.
    if let earlier = try countCopy(digest, now, in: db) { return .duplicate(id: earlier) }
    let sealedRaw = try key.seal(raw, for: rawContext(id))
    let sealedEnvelope = try key.seal(envelope, for: envelopeContext(id))
    let inserted = try db.execute(
      """
      INSERT INTO intake (id, received_at, route, size, digest, sealed_raw, sealed_envelope, state)
      VALUES (\(id), \(now), \(route), \(raw.count), \(digest), \(sealedRaw), \(sealedEnvelope), 'new')
      ON CONFLICT (digest) DO NOTHING
      """)
    if inserted == 1 { return .stored(id: id) }
    guard let earlier = try countCopy(digest, now, in: db) else { throw DatabaseError.conflict("intake digest") }
    return .duplicate(id: earlier)
  }

  /// Makes the item part of the case. False if there is no such item or it belongs to a case already.
  public func assign(_ id: String, to caseID: String, in db: any Connection) throws -> Bool {
    let rows = try db.query(
      """
      SELECT sealed_raw, sealed_envelope, sealed_note FROM intake WHERE id = \(id) AND case_id IS NULL
      \(db.dialect.forUpdate)
      """)
    guard let row = rows.first else { return false }
    let caseKey = try keys.ensure(caseID, in: db)
    let raw = try key.open(row.bytes("sealed_raw"), for: rawContext(id))
    let envelope = try key.open(row.bytes("sealed_envelope"), for: envelopeContext(id))
    let note = try row.optionalBytes("sealed_note").map { try key.open($0, for: noteContext(id)) }
    return try db.execute(
      """
      UPDATE intake SET state = 'read', case_id = \(caseID),
        sealed_raw = \(try caseKey.seal(raw, for: rawContext(id))),
        sealed_envelope = \(try caseKey.seal(envelope, for: envelopeContext(id))),
        sealed_note = \(try note.map { try caseKey.seal($0, for: noteContext(id)) })
      WHERE id = \(id)
      """) == 1
  }

  /// Leaves the item for a person, with a sentence that says why. False if it belongs to a case.
  public func toTray(_ id: String, note: String, in db: any Connection) throws -> Bool {
    try db.execute(
      """
      UPDATE intake SET state = 'tray', sealed_note = \(try key.seal(text: note, for: noteContext(id)))
      WHERE id = \(id) AND case_id IS NULL
      """) == 1
  }

  /// Counts an attempt to read the item that failed, and says why. Returns how many there were.
  public func attempted(_ id: String, note: String, in db: any Connection) throws -> Int {
    try db.query(
      """
      UPDATE intake SET attempts = attempts + 1, sealed_note = \(try key.seal(text: note, for: noteContext(id)))
      WHERE id = \(id) AND case_id IS NULL RETURNING attempts
      """
    ).first?.int("attempts") ?? 0
  }

  /// Takes back what `attempted` counted: whoever read the item is still alive.
  public func survived(_ id: String, in db: any Connection) throws -> Bool {
    try db.execute("UPDATE intake SET attempts = attempts - 1 WHERE id = \(id) AND attempts > 0") == 1
  }

  private func countCopy(_ digest: [UInt8], _ now: Date, in db: any Connection) throws -> String? {
    guard let row = try db.query("SELECT id FROM intake WHERE digest = \(digest)").first else { return nil }
    let id = try row.text("id")
    try db.execute(
      """
      INSERT INTO intake_copies (intake_id, copies, last_at) VALUES (\(id), 1, \(now))
      ON CONFLICT (intake_id) DO UPDATE SET copies = intake_copies.copies + 1, last_at = excluded.last_at
      """)
    return id
  }

  func rawContext(_ id: String) -> SealContext { SealContext(owner: id, purpose: "intake raw") }
  func envelopeContext(_ id: String) -> SealContext { SealContext(owner: id, purpose: "intake envelope") }
  func noteContext(_ id: String) -> SealContext { SealContext(owner: id, purpose: "intake note") }
}
