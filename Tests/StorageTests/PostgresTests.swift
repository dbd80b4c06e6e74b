import EmbargoTesting
import Foundation
import Storage
import Testing

/// Skipped where PostgreSQL is not installed, unless `EMBARGO_REQUIRE_POSTGRES=1`: then they fail.
@Suite(
  "PostgreSQL", .enabled(if: PostgresServer.isInstalled || PostgresServer.isRequired, "PostgreSQL is not installed"))
struct PostgresTests {
  @Test("A connection that the server closed is made anew, and the failed transaction says so")
  func reconnects() async throws {
    try await withDatabase(.postgres) { _, place in
      let database = PostgresDatabase(url: place.address, connections: 1)
      let killer = try place.connect()
      let first = try await backend(database)
      let kill = { @Sendable (pid: Int) in
        try await killer.read { db in _ = try db.query("SELECT pg_terminate_backend(\(pid)::int) AS done") }
      }
      // While idle: the next transaction does not notice.
      try await kill(first)
      let second = try await backend(database)
      #expect(second != first)

      // In the middle: that transaction fails, the next one works.
      let (inside, killed) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      let broken = Task {
        try await database.transaction { db throws in
          _ = try db.query("SELECT 1 AS one")
          inside.signal()
          killed.wait()
          _ = try db.query("SELECT 1 AS one")
        }
      }
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          inside.wait()
          continuation.resume()
        }
      }
      try await kill(second)
      killed.signal()
      let error = await #expect(throws: DatabaseError.self) { try await broken.value }
      if case .unavailable = error {} else { Issue.record("\(String(describing: error))") }
      #expect(try await backend(database) != second)
      await database.close()
      await killer.close()
    }
  }

  @Test("A server that is not there is unavailable, and a closed database too")
  func unavailable() async throws {
    let nowhere = PostgresDatabase(url: "postgresql://user:canary@/desk?host=/nonexistent", connections: 1)
    let error = await #expect(throws: DatabaseError.self) { try await nowhere.read { _ in } }
    if case .unavailable(let message) = error {
      #expect(!message.contains("canary"))
    } else {
      Issue.record("\(String(describing: error))")
    }
    await nowhere.close()
    await #expect(throws: DatabaseError.unavailable("it was closed.")) { try await nowhere.read { _ in } }
  }

  @Test("A deadlock is a conflict for one and a success for the other")
  func deadlock() async throws {
    try await withDatabase(.postgres) { database, _ in
      try await database.transaction { db throws in
        try db.execute("CREATE TABLE pair (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)")
        try db.execute("INSERT INTO pair VALUES (1, 0), (2, 0)")
      }
      let meeting = DispatchGroup()
      meeting.enter()
      meeting.enter()
      let results = await withTaskGroup(of: DatabaseError?.self) { group in
        for (first, second) in [(1, 2), (2, 1)] {
          group.addTask {
            do {
              try await database.transaction { db throws in
                try db.execute("UPDATE pair SET n = n + 1 WHERE id = \(first)")
                meeting.leave()
                meeting.wait()
                try db.execute("UPDATE pair SET n = n + 1 WHERE id = \(second)")
              }
              return nil
            } catch {
              return error as? DatabaseError
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(results.filter { $0 == nil }.count == 1)
      #expect(results.filter { $0?.isConflict == true }.count == 1)
    }
  }

  private func backend(_ database: any Database) async throws -> Int {
    try await database.read { db in try db.query("SELECT pg_backend_pid() AS pid")[0].int("pid") }
  }
}
