import EmbargoTesting
import Foundation
import Storage
import Testing
import Vault

@Suite("The audit of the books")
struct AuditTests {
  /// Somebody with the database's password, but without the key.
  static let columns: [(SQL, SQL)] = [
    ("case_id", "case_id || 'x'"), ("name", "'accepted'"), ("at", "at + 1"), ("actor", "'member-2'"),
    ("version", "version + 1000"), ("position", "position + 1000"),
  ]

  @Test("Books that nobody touched have no faults", arguments: DatabaseKind.testable)
  func untouched(kind: DatabaseKind) async throws {
    try await withEvents(kind) { database, store in
      let audit = try await database.read { db throws in try store.verify(in: db) }
      #expect(audit.faults.isEmpty)
      #expect(audit.events == 216)
      #expect(audit.head.hasPrefix("216 "))
    }
  }

  @Test("A changed column of any event is found", arguments: DatabaseKind.testable)
  func columns(kind: DatabaseKind) async throws {
    try await withEvents(kind) { database, store in
      for (column, value) in Self.columns {
        for victim in [1, Int.random(in: 2...215), 216] {
          let audit = try await audit(store, of: database) { db throws in
            try db.execute("UPDATE events SET \(column) = \(value) WHERE position = \(victim)")
          }
          #expect(!audit.faults.isEmpty)
        }
      }
    }
  }

  @Test("A changed byte of a body or a hash is found", arguments: DatabaseKind.testable)
  func bytes(kind: DatabaseKind) async throws {
    try await withEvents(kind) { database, store in
      for column: SQL in ["sealed", "hash"] {
        for victim in [1, Int.random(in: 2...215), 216] {
          let audit = try await audit(store, of: database) { db throws in
            let row = try db.query("SELECT \(column) AS bytes FROM events WHERE position = \(victim)")[0]
            var bytes = try row.bytes("bytes")
            bytes[Int.random(in: bytes.indices)] ^= 1 << UInt8.random(in: 0..<8)
            try db.execute("UPDATE events SET \(column) = \(bytes) WHERE position = \(victim)")
          }
          #expect(audit.faults.first?.hasPrefix("The event at position \(victim) ") == true)
        }
      }
    }
  }

  @Test("Deleted, swapped, replayed and cut-off events are found", arguments: DatabaseKind.testable)
  func structure(kind: DatabaseKind) async throws {
    let attacks: [(String, [SQL])] = [
      ("the first deleted", ["DELETE FROM events WHERE position = 1"]),
      ("one deleted", ["DELETE FROM events WHERE position = 77"]),
      ("the tail cut off", ["DELETE FROM events WHERE position > 200"]),
      ("all deleted", ["DELETE FROM events"]),
      (
        "one deleted, the rest moved up",
        [
          "DELETE FROM events WHERE position = 77",
          "UPDATE events SET position = position + 1000 WHERE position > 77",
          "UPDATE events SET position = position - 1001 WHERE position > 1000",
        ]
      ),
      (
        "two swapped",
        [
          "UPDATE events SET position = -1 WHERE position = 10",
          "UPDATE events SET position = 10 WHERE position = 11",
          "UPDATE events SET position = 11 WHERE position = -1",
        ]
      ),
      (
        "one copied to the end",
        [
          """
          INSERT INTO events (position, case_id, version, name, at, actor, sealed, hash)
          SELECT 217, case_id, 500, name, at, actor, sealed, hash FROM events WHERE position = 216
          """
        ]
      ),
      ("the head deleted", ["DELETE FROM desk WHERE name = 'chain'"]),
      (
        "tail and head cut off",
        [
          "DELETE FROM events WHERE position > 200",
          "UPDATE desk SET value = REPLACE(value, '216 ', '200 ') WHERE name = 'chain'",
        ]
      ),
      ("a case's key deleted", ["DELETE FROM case_keys WHERE case_id = 'case-1'"]),
      (
        "a case's key replaced",
        [
          """
          UPDATE case_keys SET wrapped = (SELECT wrapped FROM case_keys WHERE case_id = 'case-2')
          WHERE case_id = 'case-1'
          """
        ]
      ),
      (
        "numbers at the edge of their range",
        [
          "UPDATE events SET version = 9223372036854775807 WHERE position = 1",
          "UPDATE events SET position = 9223372036854775807 WHERE position = 216",
          "UPDATE events SET position = -9223372036854775807, at = 9223372036854775807 WHERE position = 2",
        ]
      ),
    ]
    try await withEvents(kind) { database, store in
      for (name, statements) in attacks {
        let audit = try await audit(store, of: database) { db throws in
          for statement in statements { try db.execute(statement) }
        }
        #expect(!audit.faults.isEmpty, "\(name)")
      }
    }
  }

  @Test("Whoever noted the head notices that the whole database was set back", arguments: DatabaseKind.testable)
  func head(kind: DatabaseKind) async throws {
    try await withEvents(kind) { database, store in
      let before = try await database.read { db in try store.verify(in: db) }
      try await database.transaction { db in _ = try store.append([event("more")], to: "new", after: 0, in: db) }
      let after = try await database.read { db in try store.verify(in: db) }
      #expect(before.head != after.head)
      #expect(after.faults.isEmpty)
    }
  }

  @Test("Nothing is appended to a chain whose head was tampered with", arguments: DatabaseKind.testable)
  func refusesDamagedHead(kind: DatabaseKind) async throws {
    try await withEvents(kind) { database, store in
      try await database.transaction { db throws in
        try db.execute("UPDATE desk SET value = REPLACE(value, '216 ', '215 ') WHERE name = 'chain'")
      }
      let error = await #expect(throws: DatabaseError.self) {
        try await database.transaction { db in _ = try store.append([event("more")], to: "new", after: 0, in: db) }
      }
      #expect(error?.description.contains("Run: embargo audit verify") == true)
    }
  }

  /// What the audit finds after an attack, which is undone afterwards.
  private func audit(
    _ store: EventStore, of database: any Database, after attack: @escaping @Sendable (any Connection) throws -> Void
  ) async throws -> AuditResult {
    struct Undo: Error { let result: AuditResult }
    do {
      try await database.transaction { db throws in
        try disarm(db)
        try attack(db)
        throw Undo(result: try store.verify(in: db))
      }
    } catch let undo as Undo {
      return undo.result
    }
    throw CancellationError()
  }

  /// 216 events of 9 cases, more than one page of the audit.
  private func withEvents(_ kind: DatabaseKind, _ body: (any Database, EventStore) async throws -> Void) async throws {
    try await withBooks(kind) { database, key, _ in
      let store = EventStore(key: key)
      try await database.transaction { db throws in
        for round in 0..<12 {
          for number in 0..<9 {
            try store.append(
              [event("noted", "\(round)"), event("assessed")], to: "case-\(number)", after: 2 * round, in: db)
          }
        }
      }
      try await body(database, store)
    }
  }
}

/// What an intruder does first: the triggers that keep events from change are dropped.
private func disarm(_ db: any Connection) throws {
  switch db.dialect {
  case .sqlite:
    try db.execute("DROP TRIGGER events_no_update")
    try db.execute("DROP TRIGGER events_no_delete")
  case .postgres:
    try db.execute("DROP TRIGGER events_are_kept ON events")
  }
}
