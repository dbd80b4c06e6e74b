public import Foundation

/// One step of the schema. It runs once per database, and is never changed after a release: a later step corrects it.
struct Migration: Sendable {
  let name: String
  let run: @Sendable (any Connection) throws(DatabaseError) -> Void
}

/// The schema's steps, in order, append only.
public enum Migrations {
  static let all: [Migration] = [.books, .intake, .tables, .outbox, .people, .publications, .headlines]

  /// An arbitrary number, the same in every Embargo: under it, one process migrates at a time.
  private static let lock: Int64 = 0x456D_6261_7267_6F31

  /// Brings the database to this program's schema. Safe if several processes do it at once.
  ///
  /// Throws if the database was made by a newer program.
  public static func run(on database: any Database, now: Date) async throws {
    try await database.transaction { db in
      try db.lock(lock)
      try db.execute(
        """
        CREATE TABLE IF NOT EXISTS migrations (
          name TEXT PRIMARY KEY NOT NULL,
          at \(db.dialect.integer) NOT NULL
        ) \(db.dialect.strict)
        """)
      let done = Set(try db.query("SELECT name FROM migrations").map { row throws in try row.text("name") })
      if let unknown = done.subtracting(all.map(\.name)).sorted().first {
        throw DatabaseError.other("it was made by a newer Embargo (step \(unknown)). Update this program.")
      }
      for migration in all where !done.contains(migration.name) {
        try migration.run(db)
        try db.execute("INSERT INTO migrations (name, at) VALUES (\(migration.name), \(now))")
      }
    }
  }
}
