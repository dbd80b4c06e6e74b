import EmbargoTesting
import Foundation
import Storage
import Testing
import Vault

func event(_ name: String, _ body: String = "body") -> NewEvent {
  NewEvent(name: name, at: start, actor: "member-1", body: Array(body.utf8))
}

@Suite("The event store")
struct EventStoreTests {
  @Test("A history is read as it was written", arguments: DatabaseKind.testable)
  func history(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let store = EventStore(key: key)
      let everyByte = (0...255).map { UInt8($0) }
      let written = try await database.transaction { db throws in
        let first = try store.append([event("reported"), event("seen", "")], to: "a", after: 0, in: db)
        try store.append([event("reported", "other")], to: "b", after: 0, in: db)
        let last = NewEvent(name: "noted", at: start.addingTimeInterval(0.001), actor: "x", body: everyByte)
        return first + (try store.append([last], to: "a", after: 2, in: db))
      }
      try await database.read { db throws in
        #expect(try store.history(of: "a", in: db) == written)
        #expect(written.map(\.version) == [1, 2, 3])
        #expect(written.map(\.position) == [1, 2, 4])
        #expect(written[2].body == everyByte)
        #expect(written[2].at.milliseconds == start.milliseconds + 1)
        #expect(try store.history(of: "nobody", in: db).isEmpty)
        #expect(try store.allCaseIDs(in: db) == ["a", "b"])
        #expect(try store.events(after: 0, in: db).map(\.name) == ["reported", "seen", "reported", "noted"])
        #expect(try store.events(after: 2, limit: 1, in: db).map(\.caseID) == ["b"])
        #expect(try store.events(after: 4, in: db).isEmpty)
      }
    }
  }

  @Test("Two who decide on the same history: one is told so", arguments: DatabaseKind.testable)
  func conflict(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, place in
      let store = EventStore(key: key)
      let other = try place.connect()
      try await database.transaction { db in _ = try store.append([event("reported")], to: "a", after: 0, in: db) }
      for wrong in [0, 2] {
        let error = await #expect(throws: DatabaseError.self) {
          try await other.transaction { db in _ = try store.append([event("late")], to: "a", after: wrong, in: db) }
        }
        #expect(error?.isConflict == true)
      }
      // At once, many times: each version goes to exactly one.
      let wins = try await withThrowingTaskGroup(of: Int.self) { group in
        for writer in 0..<8 {
          group.addTask {
            var won = 0
            for version in 1...10 {
              do {
                try await [database, other][writer % 2].transaction { db throws in
                  _ = try store.append([event("w\(writer)")], to: "a", after: version, in: db)
                }
                won += 1
              } catch let error as DatabaseError where error.isConflict {}
            }
            return won
          }
        }
        return try await group.reduce(0, +)
      }
      let history = try await database.read { db in try store.history(of: "a", in: db) }
      #expect(history.count == wins + 1)
      #expect(history.map(\.version) == Array(1...history.count))
      let audit = try await database.read { db in try store.verify(in: db) }
      #expect(audit.faults.isEmpty)
      await other.close()
    }
  }

  @Test("A shredded case is gone, all others and the chain remain", arguments: DatabaseKind.testable)
  func shredded(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let (store, keys) = (EventStore(key: key), CaseKeys(key))
      try await database.transaction { db throws in
        try store.append([event("reported", "secret")], to: "a", after: 0, in: db)
        try store.append([event("reported")], to: "b", after: 0, in: db)
      }
      try await database.transaction { db in try keys.shred("a", now: start, in: db) }
      try await database.scrub()
      try await database.read { db throws in
        #expect(throws: SealFault.shredded) { try store.history(of: "a", in: db) }
        #expect(try store.allCaseIDs(in: db) == ["b"])
        #expect(try store.events(after: 0, in: db).map(\.caseID) == ["b"])
        #expect(try keys.shredded(in: db) == ["a"])
        let audit = try store.verify(in: db)
        #expect(audit.faults.isEmpty)
        #expect(audit.events == 2)
        #expect(audit.shredded == 1)
      }
      await #expect(throws: SealFault.shredded) {
        try await database.transaction { db in _ = try store.append([event("more")], to: "a", after: 1, in: db) }
      }
    }
  }

  @Test("Events cannot be changed or deleted, even by mistake", arguments: DatabaseKind.testable)
  func kept(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let store = EventStore(key: key)
      try await database.transaction { db in _ = try store.append([event("reported")], to: "a", after: 0, in: db) }
      for statement: SQL in ["UPDATE events SET name = 'x'", "DELETE FROM events"] {
        let error = await #expect(throws: DatabaseError.self) {
          try await database.transaction { db in try db.execute(statement) }
        }
        #expect(error?.description.contains("events are kept as they were written") == true)
      }
    }
  }

  @Test("Sealed content is in none of the database's files")
  func canary() async throws {
    let canary = "canary-7f3a9c-in-the-mine"
    try await withBooks(.sqlite) { database, key, place in
      try await database.transaction { db throws in
        try EventStore(key: key).append([event("reported", canary)], to: "a", after: 0, in: db)
        _ = try IntakeTable(key: key).store(
          raw: Array(canary.utf8), recipient: canary, envelope: Array(canary.utf8), route: "mail", id: "i", now: start,
          in: db)
        _ = try IntakeTable(key: key).toTray("i", note: canary, in: db)
        try AttachmentTable(key: key).add(
          Array(canary.utf8), name: canary, mediaType: canary, to: "a", now: start, in: db)
        try OutboxTable(key: key).enqueue(Array(canary.utf8), to: "mail", key: "k", for: "a", now: start, in: db)
        try MemberTable(key: key).add(name: canary, roles: ["lead"], now: start, in: db)
        _ = try Rooms(key: key).open(for: "a", secret: "canary", now: start, in: db)
      }
      for file in try FileManager.default.contentsOfDirectory(atPath: place.folder) {
        let content = try Data(contentsOf: URL(fileURLWithPath: place.folder + "/" + file))
        #expect(content.range(of: Data("canary".utf8)) == nil, "\(file)")
      }
    }
  }
}
