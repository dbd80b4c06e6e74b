import Foundation
public import Storage

/// The databases that keep the same promises.
public enum DatabaseKind: String, Sendable, CaseIterable, CustomStringConvertible {
  case sqlite, postgres

  public var description: String { rawValue }

  /// Those that can be tested here, for `@Test(arguments:)`. PostgreSQL is missing only where it is not installed and
  /// nobody requires it (`EMBARGO_REQUIRE_POSTGRES=1`).
  public static var testable: [DatabaseKind] {
    PostgresServer.isInstalled || PostgresServer.isRequired ? [.sqlite, .postgres] : [.sqlite]
  }
}

/// An empty database for one test.
public struct TestDatabase: Sendable {
  public let kind: DatabaseKind
  /// An empty folder for the test; SQLite's file is in it.
  public let folder: String
  /// SQLite's path or PostgreSQL's URL.
  public let address: String

  /// One more way in, as another process would have it.
  public func connect() throws -> any Database {
    switch kind {
    case .sqlite: try SQLiteDatabase(path: address)
    case .postgres: PostgresDatabase(url: address)
    }
  }
}

/// Runs `body` with an empty database, which is removed afterwards.
public func withDatabase<T>(
  _ kind: DatabaseKind, _ body: (any Database, TestDatabase) async throws -> T
) async throws -> T {
  let folder = FileManager.default.temporaryDirectory.appending(path: "embargo-test-" + UUID().uuidString).path
  try FileManager.default.createDirectory(
    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let address =
    switch kind {
    case .sqlite: folder + "/desk.sqlite"
    case .postgres: try await PostgresServer.shared().freshDatabase()
    }
  let place = TestDatabase(kind: kind, folder: folder, address: address)
  let database = try place.connect()
  do {
    let result = try await body(database, place)
    await database.close()
    return result
  } catch {
    await database.close()
    throw error
  }
}
