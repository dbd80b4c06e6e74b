public import Foundation
public import Vault

/// An event to be appended.
public struct NewEvent: Sendable, Equatable {
  /// The event's wire name. Plain in the database.
  public var name: String
  public var at: Date
  /// A random id of who did it, never a name or address. Plain in the database.
  public var actor: String
  /// What happened, in the caller's encoding. Sealed.
  public var body: [UInt8]

  public init(name: String, at: Date, actor: String, body: [UInt8]) {
    self.name = name
    self.at = at
    self.actor = actor
    self.body = body
  }
}

/// An event as it was written.
public struct StoredEvent: Sendable, Equatable {
  /// Its place among the events of all cases, from 1.
  public var position: Int64
  public var caseID: String
  /// Its place among the events of its case, from 1.
  public var version: Int
  public var name: String
  /// To the millisecond.
  public var at: Date
  public var actor: String
  public var body: [UInt8]
}

/// The events of all cases, for ever: bodies sealed under the case's key, all linked by a keyed hash chain.
public struct EventStore: Sendable {
  let keys: CaseKeys
  let chain: Chain

  public init(key: ProjectKey) {
    keys = CaseKeys(key)
    chain = Chain(key)
  }

  /// Appends to a case whose history has `version` events so far (0: a new case, which gets its key now).
  ///
  /// - Throws: `DatabaseError.conflict` if the history has grown meanwhile: read it again and decide again.
  @discardableResult
  public func append(
    _ events: [NewEvent], to caseID: String, after version: Int, in db: any Connection
  ) throws -> [StoredEvent] {
    guard !events.isEmpty else { return [] }
    // The lock comes first: what is read below cannot change before this transaction ends.
    var head = try ChainHead.locked(with: chain, in: db)
    let current = try db.query("SELECT COALESCE(MAX(version), 0) AS version FROM events WHERE case_id = \(caseID)")
    guard try current[0].int("version") == version else { throw DatabaseError.conflict("version of a case") }
    let key = version == 0 ? try keys.ensure(caseID, in: db) : try keys.key(of: caseID, in: db)
    var stored: [StoredEvent] = []
    for (index, event) in events.enumerated() {
      let entry = StoredEvent(
        position: head.position + 1, caseID: caseID, version: version + 1 + index, name: event.name,
        at: Date(milliseconds: event.at.milliseconds), actor: event.actor, body: event.body)
      let sealed = try key.seal(entry.body, for: entry.context)
      head.position = entry.position
      head.hash = chain.next(after: head.hash, entry.fields(sealed: sealed))
      try db.execute(
        """
        INSERT INTO events (position, case_id, version, name, at, actor, sealed, hash)
        VALUES (\(entry.position), \(caseID), \(entry.version), \(entry.name), \(entry.at), \(entry.actor),
          \(sealed), \(head.hash.bytes))
        """)
      stored.append(entry)
    }
    try head.store(with: chain, in: db)
    return stored
  }

  /// The case's events in order; empty if there is no such case.
  /// Throws `SealFault` if the case was shredded or its events were tampered with.
  public func history(of caseID: String, in db: any Connection) throws -> [StoredEvent] {
    let rows = try db.query("SELECT * FROM events WHERE case_id = \(caseID) ORDER BY version")
    guard !rows.isEmpty else { return [] }
    let key = try keys.key(of: caseID, in: db)
    return try rows.map { try StoredEvent($0, key: key) }
  }

  /// All cases that can still be read, oldest first.
  public func allCaseIDs(in db: any Connection) throws -> [String] {
    try db.query(
      """
      SELECT events.case_id FROM events JOIN case_keys ON case_keys.case_id = events.case_id
      WHERE events.version = 1 AND case_keys.wrapped IS NOT NULL ORDER BY events.position
      """
    ).map { row in try row.text("case_id") }
  }

  /// Events of all cases in the order in which they happened, for rebuilding tables. Shredded cases are left out.
  ///
  /// - Parameters:
  ///   - position: the position of the last event already seen, 0 at first.
  ///   - limit: at most so many; an empty result is the end.
  public func events(after position: Int64, limit: Int = 500, in db: any Connection) throws -> [StoredEvent] {
    let rows = try db.query(
      """
      SELECT events.* FROM events JOIN case_keys ON case_keys.case_id = events.case_id
      WHERE events.position > \(position) AND case_keys.wrapped IS NOT NULL ORDER BY events.position LIMIT \(limit)
      """)
    var known: [String: CaseKey] = [:]
    return try rows.map { row in
      let caseID = try row.text("case_id")
      let key = try known[caseID] ?? keys.key(of: caseID, in: db)
      known[caseID] = key
      return try StoredEvent(row, key: key)
    }
  }
}

extension StoredEvent {
  /// An event without its body.
  init(header row: Row) throws(DatabaseError) {
    position = try row.int64("position")
    caseID = try row.text("case_id")
    version = try row.int("version")
    name = try row.text("name")
    at = try row.date("at")
    actor = try row.text("actor")
    body = []
  }

  fileprivate init(_ row: Row, key: CaseKey) throws {
    try self.init(header: row)
    body = try key.open(row.bytes("sealed"), for: context)
  }

  var context: SealContext { SealContext(owner: caseID, purpose: "event:" + name, position: version) }

  /// What the chain covers: every column.
  func fields(sealed: [UInt8]) -> [Field] {
    [
      .integer(position), .text(caseID), .integer(Int64(version)), .text(name), .integer(at.milliseconds),
      .text(actor), .bytes(sealed),
    ]
  }
}
