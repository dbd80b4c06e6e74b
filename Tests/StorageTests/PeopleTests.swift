import EmbargoTesting
import Foundation
import Storage
import Testing
import Vault

@Suite("Members, links, rooms, sessions")
struct PeopleTests {
  func later(_ seconds: Double) -> Date { start.addingTimeInterval(seconds) }

  @Test("A login link works once, in time, for a member who is not disabled", arguments: DatabaseKind.testable)
  func links(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let (members, links) = (MemberTable(key: key), LoginLinks(key: key))
      try await database.transaction { db throws in
        let ada = try members.add(name: "Ada", roles: ["lead", "approver"], now: start, in: db)
        let bob = try members.add(name: "Bob", roles: [], now: start, in: db)
        #expect(try members.list(in: db) == [ada, bob])
        let link = try links.issue(to: ada.id, expires: later(60), in: db)
        #expect(try links.redeem("wrong", now: start, in: db) == nil)
        #expect(try links.redeem(Random.token(), now: start, in: db) == nil)
        #expect(try links.redeem(link.uppercased() + " ", now: later(59), in: db) == ada.id)
        #expect(try links.redeem(link, now: later(59), in: db) == nil)
        let late = try links.issue(to: ada.id, expires: later(60), in: db)
        #expect(try links.redeem(late, now: later(60), in: db) == nil)
        let his = try links.issue(to: bob.id, expires: later(60), in: db)
        #expect(try members.disable(bob.id, now: later(1), in: db))
        #expect(try links.redeem(his, now: later(2), in: db) == nil)
        #expect(try members.member(bob.id, in: db)?.disabledAt == later(1))
        #expect(try members.setRoles(["lead"], of: ada.id, in: db))
        #expect(try members.member(ada.id, in: db)?.roles == ["lead"])
      }
    }
  }

  @Test("Two who use one link at once: one gets in", arguments: DatabaseKind.testable)
  func race(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let links = LoginLinks(key: key)
      let link = try await database.transaction { db throws in
        let ada = try MemberTable(key: key).add(name: "Ada", roles: [], now: start, in: db)
        return try links.issue(to: ada.id, expires: later(60), in: db)
      }
      let successes = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<8 {
          group.addTask { try await database.transaction { db in try links.redeem(link, now: start, in: db) } }
        }
        return try await group.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
      }
      #expect(successes == 1)
    }
  }

  @Test("A room opens with its newest secret only", arguments: DatabaseKind.testable)
  func rooms(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let (rooms, sessions) = (Rooms(key: key), Sessions(key: key))
      try await database.transaction { db throws in
        let old = try rooms.open(for: "a", now: start, in: db)
        let session = try sessions.begin(for: .room(caseID: "a"), now: start, in: db)
        #expect(try rooms.enter("a", with: old, in: db))
        #expect(try !rooms.enter("b", with: old, in: db))
        #expect(try rooms.find(old, in: db) == "a")
        let new = try rooms.open(for: "a", now: start, in: db)
        #expect(try !rooms.enter("a", with: old, in: db))
        #expect(try rooms.find(old, in: db) == nil)
        #expect(try rooms.enter("a", with: new, in: db))
        #expect(try sessions.find(session, begunAfter: later(-9), seenAfter: later(-9), in: db) == nil)
        let raw = try db.query("SELECT digest FROM rooms")[0].bytes("digest")
        #expect(raw.count == 32)
      }
    }
  }

  @Test("A session ends by itself, by logging out, and with its member", arguments: DatabaseKind.testable)
  func sessions(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let (members, sessions) = (MemberTable(key: key), Sessions(key: key))
      try await database.transaction { db throws in
        let ada = try members.add(name: "Ada", roles: [], now: start, in: db)
        let token = try sessions.begin(for: .member(id: ada.id), now: start, in: db)
        let find = { (token: String, begun: Double, seen: Double) in
          try sessions.find(token, begunAfter: later(begun), seenAfter: later(seen), in: db)
        }
        #expect(try find(token, -1, -1)?.holder == .member(id: ada.id))
        #expect(try find(token, 0, -1) == nil)
        #expect(try find(token, -1, 0) == nil)
        try sessions.touch(token, now: later(10), in: db)
        #expect(try find(token, -1, 9)?.seenAt == later(10))
        try sessions.end(token, now: later(11), in: db)
        #expect(try find(token, -1, -1) == nil)
        let second = try sessions.begin(for: .member(id: ada.id), now: start, in: db)
        _ = try members.disable(ada.id, now: later(12), in: db)
        #expect(try find(second, -1, -1) == nil)
        #expect(try find("", -1, -1) == nil)
      }
    }
  }
}
