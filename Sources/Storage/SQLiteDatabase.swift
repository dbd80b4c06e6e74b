import Foundation
import GRDB

/// A database in one file, which several processes may share.
public struct SQLiteDatabase: Database {
  public var dialect: Dialect { .sqlite }
  private let pool: DatabasePool

  /// Opens the file, made if it does not exist, readable by its owner alone (mode 0600).
  public init(path: String) throws {
    try Self.makePrivate(path)
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      // GRDB turns write-ahead logging on with `synchronous = NORMAL`, by which a power cut may undo a commit.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    } catch {
      throw DatabaseError(sqlite: error, opening: path)
    }
  }

  public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await mapped { try await pool.read { try SQLiteConnection.run(body, on: $0) } }
  }

  @discardableResult
  public func transaction<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    // A pool's writes begin with BEGIN IMMEDIATE: they wait for other processes at the start, never in the middle.
    try await mapped { try await pool.write { try SQLiteConnection.run(body, on: $0) } }
  }

  /// Empties the write-ahead log, which still holds old pages. Deleted rows are overwritten at once (`secure_delete`).
  public func scrub() async throws {
    try await mapped {
      try await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
  }

  public func close() async {
    // Fails only while statements are running; the file is closed with the last reference then.
    try? pool.close()
  }

  /// SQLite gives its side files (`-wal`, `-shm`) the mode of the database's file.
  private static func makePrivate(_ path: String) throws(DatabaseError) {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unavailable("\(path): \(String(cString: strerror(errno)))") }
    defer { Glibc.close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else {
      throw .unavailable("\(path) cannot be closed to others: \(String(cString: strerror(errno)))")
    }
  }

  private func mapped<T>(_ work: () async throws -> T) async throws -> T {
    do {
      return try await work()
    } catch let error as GRDB.DatabaseError {
      throw DatabaseError(sqlite: error)
    }
  }
}
