import EmbargoTesting
import Foundation
import Storage
import Testing
import Vault

let start = Date(milliseconds: 1_772_323_200_123)

/// A desk's database: schema, key and head of the chain.
func withBooks(
  _ kind: DatabaseKind, _ body: (any Database, ProjectKey, TestDatabase) async throws -> Void
) async throws {
  try await withDatabase(kind) { database, place in
    let key = ProjectKey()
    try await Books.open(database, with: key, from: "desk.key", now: start)
    try await body(database, key, place)
  }
}

@Suite("The books")
struct BooksTests {
  @Test("Another key is refused with its sentence, the right one opens again", arguments: DatabaseKind.testable)
  func wrongKey(kind: DatabaseKind) async throws {
    try await withDatabase(kind) { database, _ in
      #expect(try await Books.recordedKey(in: database) == nil)
      let key = ProjectKey()
      try await Books.open(database, with: key, from: "desk.key", now: start)
      #expect(try await Books.recordedKey(in: database) == key.fingerprint)
      let other = ProjectKey()
      let fault = await #expect(throws: KeyFault.self) {
        try await Books.open(database, with: other, from: "other.key", now: start)
      }
      #expect(
        fault?.description
          == "This key does not open this desk: the desk was made with key \(key.fingerprint), "
          + "other.key holds \(other.fingerprint).")
      try await Books.open(database, with: key, from: "desk.key", now: start)
    }
  }

  @Test("Processes that start at once make one schema", arguments: DatabaseKind.testable)
  func startAtOnce(kind: DatabaseKind) async throws {
    try await withDatabase(kind) { _, place in
      let key = ProjectKey()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<6 {
          group.addTask {
            let database = try place.connect()
            try await Books.open(database, with: key, from: "desk.key", now: start)
            await database.close()
          }
        }
        try await group.waitForAll()
      }
      let database = try place.connect()
      let names = try await database.read { db throws in
        try db.query("SELECT name FROM migrations ORDER BY name").map { try $0.text("name") }
      }
      #expect(
        names == [
          "001 books", "002 intake", "003 tables", "004 outbox", "005 people", "006 publications", "007 headlines",
        ])
      await database.close()
    }
  }

  @Test("A database of a newer program is left alone", arguments: DatabaseKind.testable)
  func newer(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      try await database.transaction { db throws in
        try db.execute("INSERT INTO migrations (name, at) VALUES ('999 future', 0)")
      }
      let error = await #expect(throws: DatabaseError.self) {
        try await Books.open(database, with: key, from: "desk.key", now: start)
      }
      #expect(error?.description.contains("made by a newer Embargo (step 999 future)") == true)
    }
  }
}
