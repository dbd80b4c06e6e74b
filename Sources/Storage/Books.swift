public import Foundation
public import Vault

/// Opens a desk's database: the schema is brought up to date, and the key is checked.
public enum Books {
  /// - Parameters:
  ///   - source: where the key came from (a file's path, the name of a setting), for the sentence of refusal.
  ///   - now: the time that is recorded for new steps of the schema.
  /// - Throws: `KeyFault` if the desk was made with another key, `DatabaseError` if the database fails.
  public static func open(_ database: any Database, with key: ProjectKey, from source: String, now: Date) async throws {
    try await Migrations.run(on: database, now: now)
    try await database.transaction { db in
      let fresh =
        try db.execute(
          """
          INSERT INTO desk (name, value) VALUES ('key', \(key.fingerprint)) ON CONFLICT (name) DO NOTHING
          """) > 0
      if fresh { return try ChainHead.start(with: Chain(key), in: db) }
      let recorded = try db.query("SELECT value FROM desk WHERE name = 'key'")[0].text("value")
      try key.check(against: recorded, source: source)
    }
  }

  /// The fingerprint of the key that a desk was made with; nil if there is no desk yet.
  /// Ask before a key file is made: a missing file of an old desk is an accident, not a first start.
  public static func recordedKey(in database: any Database) async throws -> String? {
    try await database.read { db in
      let tables: SQL =
        switch db.dialect {
        case .sqlite: "SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = 'desk'"
        case .postgres: "SELECT 1 AS found WHERE to_regclass('desk') IS NOT NULL"
        }
      guard try !db.query(tables).isEmpty else { return nil }
      return try db.query("SELECT value FROM desk WHERE name = 'key'").first?.text("value")
    }
  }
}
