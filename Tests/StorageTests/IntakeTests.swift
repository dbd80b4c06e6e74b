import EmbargoTesting
import Foundation
import Storage
import Testing
import Vault

@Suite("Intake and attachments")
struct IntakeTests {
  let raw = (0...255).map { UInt8($0) } + Array("From: somebody\r\n".utf8)

  @Test("What comes in is kept byte for byte, exact copies once", arguments: DatabaseKind.testable)
  func store(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let intake = IntakeTable(key: key)
      try await database.transaction { db throws in
        let put = { (raw: [UInt8], recipient: String, id: String) in
          try intake.store(
            raw: raw, recipient: recipient, envelope: [9], route: "mail", id: id, now: start, in: db)
        }
        #expect(try put(raw, "security@example.org", "i1") == .stored(id: "i1"))
        #expect(try put(raw, "security@example.org", "i2") == .duplicate(id: "i1"))
        #expect(try put(raw, "security@example.org", "i3") == .duplicate(id: "i1"))
        #expect(try put(raw, "other@example.org", "i4") == .stored(id: "i4"))
        #expect(try put(raw + [0], "security@example.org", "i5") == .stored(id: "i5"))
        #expect(try intake.raw("i1", in: db) == raw)
        #expect(try intake.raw("nix", in: db) == nil)
        let pending = try intake.pending(in: db)
        #expect(pending.map(\.id) == ["i1", "i4", "i5"])
        #expect(pending.map(\.copies) == [2, 0, 0])
        #expect(pending[0].envelope == [9])
        #expect(pending[0].receivedAt == start)
        #expect(pending[0].size == raw.count)
      }
    }
  }

  @Test("Two copies at the same moment become one item", arguments: DatabaseKind.testable)
  func atOnce(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, place in
      let intake = IntakeTable(key: key)
      let other = try place.connect()
      let results = try await withThrowingTaskGroup(of: IntakeTable.Stored.self) { group in
        for number in 0..<8 {
          group.addTask {
            try await [database, other][number % 2].transaction { db throws in
              try intake.store(
                raw: raw, recipient: "r", envelope: [], route: "mail", id: "i\(number)", now: start, in: db)
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let stored = results.filter { if case .stored = $0 { true } else { false } }
      #expect(stored.count == 1)
      let items = try await database.read { db in try intake.pending(in: db) }
      #expect(items.map(\.copies) == [7])
      await other.close()
    }
  }

  @Test("An item becomes part of a case once, and is shredded with it", arguments: DatabaseKind.testable)
  func assign(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let intake = IntakeTable(key: key)
      try await database.transaction { db throws in
        _ = try intake.store(raw: raw, recipient: "r", envelope: [9], route: "mail", id: "i", now: start, in: db)
        #expect(try intake.attempted("i", note: "not read", in: db) == 1)
        #expect(try intake.attempted("i", note: "not read", in: db) == 2)
        #expect(try intake.toTray("i", note: "no such project", in: db))
        #expect(try intake.items(in: .tray, in: db).map(\.note) == ["no such project"])
        #expect(try intake.pending(in: db).isEmpty)
        #expect(try intake.assign("i", to: "a", in: db))
        #expect(try !intake.assign("i", to: "b", in: db))
        #expect(try !intake.toTray("i", note: "", in: db))
        #expect(try !intake.assign("nix", to: "b", in: db))
        let item = try intake.items(of: "a", in: db).first
        #expect(item?.state == .read)
        #expect(item?.note == "no such project")
        #expect(item?.envelope == [9])
        #expect(try intake.raw("i", in: db) == raw)
        try CaseKeys(key).shred("a", now: start, in: db)
        #expect(throws: SealFault.shredded) { try intake.raw("i", in: db) }
        #expect(try intake.item("i", in: db)?.envelope == nil)
      }
    }
  }

  @Test("Attachments come back with name and type, and are shredded with their case", arguments: DatabaseKind.testable)
  func attachments(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let files = AttachmentTable(key: key)
      try await database.transaction { db throws in
        let one = try files.add(raw, name: "poc 🦊.py", mediaType: "text/x-python", to: "a", now: start, in: db)
        let two = try files.add([], name: "", mediaType: "a/b", to: "a", now: start, in: db)
        #expect(try files.list(of: "a", in: db) == [one, two])
        #expect(try files.file(one.id, in: db)?.content == raw)
        #expect(try files.file(two.id, in: db)?.content == [])
        #expect(try files.file("nix", in: db) == nil)
        try CaseKeys(key).shred("a", now: start, in: db)
        #expect(try files.list(of: "a", in: db).isEmpty)
        #expect(try files.file(one.id, in: db) == nil)
      }
    }
  }
}
