public import Casework
public import Foundation
import JSON
public import Storage
import Vault

/// A line of a list of cases. The title is opened for the team only.
public struct CaseRow: Sendable, Hashable {
  public var id: CaseID
  public var title: String
  public var phase: String
  public var report: Report.State
  public var embargo: Embargo.State
  public var facts: String
  public var receivedAt: Date
  public var touchedAt: Date
  public var nextClock: Clock.ID?
  public var nextDue: Date?
  public var waitingOn: String
  public var priority: String?
  /// The score that counts most, in words: `9.3 Critical, provisional`.
  public var score: String?
}

/// A file as it is given out.
public struct StoredFile: Sendable, Hashable {
  public var name: String
  public var mediaType: String
  public var bytes: [UInt8]
}

extension Desk {
  public var now: Date { clock.now }

  /// A case's history, oldest first; nil if there is no such case.
  public func entries(of id: CaseID) async throws -> [Entry]? {
    let entries = try await database.read { db in try self.entries(of: id, in: db) }
    return entries.isEmpty ? nil : entries
  }

  /// The case as it is, or as it was at a time; nil if there was no such case then.
  public func load(_ id: CaseID, at time: Date? = nil) async throws -> Case? {
    guard let entries = try await entries(of: id) else { return nil }
    let seen = entries.prefix { entry in time.map { entry.at <= $0 } ?? true }
    return seen.isEmpty ? nil : Case(id, history: seen)
  }

  /// All cases: those of priority P0, then the most urgent deadline first, those without one after them.
  public func cases() async throws -> [CaseRow] {
    try await database.read { db in
      let keys = CaseKeys(key)
      return try db.query(
        """
        SELECT * FROM cases ORDER BY CASE WHEN priority = 'P0' AND rm <> \(Report.State.closed.rawValue) THEN 0 ELSE 1 END,
          CASE WHEN next_due IS NULL THEN 1 ELSE 0 END, next_due, touched_at DESC
        """
      ).compactMap { row -> CaseRow? in
        guard let id = CaseID(try row.text("case_id")) else { return nil }
        func text(_ column: String, _ context: SealContext) throws -> String? {
          // A destroyed or damaged title must not take the whole list away.
          try row.optionalBytes(column).map { sealed in
            String(decoding: (try? keys.key(of: id.text, in: db).open(sealed, for: context)) ?? [], as: UTF8.self)
          }
        }
        return CaseRow(
          id: id, title: try text("sealed_title", Self.titleContext(id)) ?? "", phase: try row.text("phase"),
          report: Report.State(rawValue: try row.text("rm")) ?? .start,
          embargo: Embargo.State(rawValue: try row.text("em")) ?? .none, facts: try row.text("facts"),
          receivedAt: try row.date("received_at"), touchedAt: try row.date("touched_at"),
          nextClock: try row.optionalText("next_clock").flatMap(Clock.ID.init),
          nextDue: try row.optionalDate("next_due"),
          waitingOn: try row.optionalText("waiting_on") ?? "", priority: try row.optionalText("priority"),
          score: try text("sealed_score", Self.scoreContext(id)))
      }
    }
  }

  /// A file of this case; nil for any other.
  public func attachment(_ fileID: String, of id: CaseID) async throws -> StoredFile? {
    try await database.read { db in
      guard let (entry, content) = try attachments.file(fileID, in: db), entry.caseID == id.text else { return nil }
      return StoredFile(name: entry.name, mediaType: entry.mediaType, bytes: content)
    }
  }

  /// The raw mail that a case came in by, byte for byte.
  public func source(of id: CaseID) async throws -> [UInt8]? {
    try await database.read { db in
      try intake.items(of: id.text, in: db).first.flatMap { try intake.raw($0.id, in: db) }
    }
  }

  /// Mail that could not be read, and waits for a person.
  public func tray() async throws -> [IntakeTable.Item] {
    try await database.read { db in try intake.items(in: .tray, in: db) }
  }

  /// The deliveries of a case, or all that are not delivered yet.
  public func outbox(of id: CaseID? = nil) async throws -> [OutboxEntry] {
    try await database.read { db in
      if let id { return try outboxTable.list(of: id.text, in: db) }
      return try outboxTable.list(in: [.waiting, .underway, .uncertain, .failed, .held], in: db)
    }
  }

  /// Proves the chain of events.
  public func audit() async throws -> AuditResult {
    try await database.read { db in try events.verify(in: db) }
  }
}

extension Desk {
  /// All kept mail, oldest first: read, unread, and in the tray.
  public func keptMail(limit: Int = 10_000) async throws -> [IntakeTable.Item] {
    try await database.read { db in
      try [.new, .tray, .read].flatMap { try intake.items(in: $0, limit: limit, in: db) }
        .sorted { ($0.receivedAt, $0.id) < ($1.receivedAt, $1.id) }
    }
  }
}

extension Desk {
  /// A person says that a held, failed or uncertain delivery is to be tried again. False if it is none of these.
  public func retry(delivery id: String) async throws -> Bool {
    let now = clock.now
    return try await database.transaction { db in try outboxTable.release(id, at: now, in: db) }
  }

  /// A person says that an uncertain delivery did arrive, and how they know. False if it is not uncertain.
  public func confirm(delivery id: String, proof: String) async throws -> Bool {
    let now = clock.now
    return try await decidingAgain { db in
      guard let entry = try outboxTable.entry(id, in: db), let payload = entry.payload,
        let delivery = try Delivery(json: JSON(parsing: payload)), let caseID = entry.caseID.flatMap({ CaseID($0) }),
        try outboxTable.confirm(id, receipt: Array(proof.utf8), now: now, in: db)
      else { return false }
      try apply(
        .publication(.recordReceipt(delivery: delivery.key, channel: delivery.channel, proof: proof)),
        to: load(caseID, in: db), by: .desk, in: db)
      return true
    }
  }
}
