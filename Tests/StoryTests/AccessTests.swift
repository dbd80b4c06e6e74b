import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

@Suite("Who may come in")
struct AccessTests {
  @Test("A one-time link works once", arguments: DatabaseKind.testable)
  func once(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let (member, link) = try await house.desk.addMember(named: "Zoe", roles: [.triager])
      let session = try #require(try await house.desk.signIn(linkToken: link))
      #expect(try await house.desk.member(session: session) == member)
      #expect(try await house.desk.signIn(linkToken: link) == nil, "used")
      #expect(try await house.desk.signIn(linkToken: "nonsense") == nil)
      #expect(try await house.desk.signIn(linkToken: "") == nil)
    }
  }

  @Test("Of two who use a link at once, one comes in", arguments: DatabaseKind.testable)
  func twoAtOnce(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let link = try await house.desk.addMember(named: "Zoe", roles: [.triager]).link
      let sessions = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 1...4 { group.addTask { try await house.desk.signIn(linkToken: link) } }
        return try await group.reduce(into: [String?]()) { $0.append($1) }
      }
      #expect(sessions.compactMap { $0 }.count == 1)
    }
  }

  @Test("A one-time link that nobody used is void after a day", arguments: DatabaseKind.testable)
  func expired(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let early = try await house.desk.addMember(named: "Early", roles: [.triager]).link
      let late = try await house.desk.addMember(named: "Late", roles: [.triager])
      house.clock.advance(by: 24 * 3_600 - 1)
      #expect(try await house.desk.signIn(linkToken: early) != nil)
      house.clock.advance(by: 1)
      #expect(try await house.desk.signIn(linkToken: late.link) == nil)
      let fresh = try #require(try await house.desk.link(for: late.member.id))
      #expect(try await house.desk.signIn(linkToken: fresh) != nil, "somebody made a new one")
      #expect(try await house.desk.link(for: "nobody") == nil)
    }
  }

  @Test("The very first start makes one member, and no later one does", arguments: DatabaseKind.testable)
  func firstMember(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      #expect(try await house.desk.firstMember() == nil, "this house has members")
      try await house.desk.database.transaction { db in
        try db.execute("DELETE FROM login_links")
        try db.execute("DELETE FROM members")
      }
      let link = try #require(try await house.desk.firstMember())
      #expect(try await house.desk.firstMember() == nil)
      let session = try #require(try await house.desk.signIn(linkToken: link))
      #expect(try await house.desk.member(session: session)?.roles.isSuperset(of: [.coordinator, .admin]) == true)
    }
  }

  @Test("A session that nobody uses ends after half an hour", arguments: DatabaseKind.testable)
  func idle(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let session = try await house.session()
      for _ in 1...4 {
        house.clock.advance(by: 29 * 60)
        #expect(try await house.desk.member(session: session) != nil, "in use")
      }
      house.clock.advance(by: 30 * 60)
      #expect(try await house.desk.member(session: session) == nil)
      #expect(try await house.desk.member(session: "nonsense") == nil)
    }
  }

  @Test("A session ends after twelve hours however busy it is", arguments: DatabaseKind.testable)
  func absolute(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let session = try await house.session()
      for _ in 1...47 {
        house.clock.advance(by: 15 * 60)
        #expect(try await house.desk.member(session: session) != nil)
      }
      house.clock.advance(by: 15 * 60)
      #expect(try await house.desk.member(session: session) == nil)
    }
  }

  @Test("Signing out and being disabled end a session at once", arguments: DatabaseKind.testable)
  func ended(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let first = try await house.session()
      try await house.desk.signOut(session: first)
      #expect(try await house.desk.member(session: first) == nil)

      let (member, link) = try await house.desk.addMember(named: "Yann", roles: [.triager])
      let unused = try #require(try await house.desk.link(for: member.id))
      let second = try #require(try await house.desk.signIn(linkToken: link))
      try await house.desk.database.transaction { db in
        _ = try MemberTable(key: house.key).disable(member.id, now: house.clock.now, in: db)
      }
      #expect(try await house.desk.member(session: second) == nil)
      #expect(try await house.desk.signIn(linkToken: unused) == nil)
      #expect(try await !house.desk.members().contains(member))
    }
  }

  @Test("A room opens by its own secret alone, and is no desk", arguments: DatabaseKind.testable)
  func rooms(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let one = try await house.desk.receive(.alreadyPublic)
      let other = try await house.desk.receive(.alreadyPublic)
      #expect(try await house.desk.enterRoom(one.id, secret: other.secret) == nil)
      #expect(try await house.desk.enterRoom(one.id, secret: "") == nil)
      let session = try #require(try await house.desk.enterRoom(one.id, secret: one.secret))
      #expect(try await house.desk.room(session: session) == one.id)
      #expect(try await house.desk.member(session: session) == nil, "a reporter is no member")
      #expect(try await house.desk.room(session: house.session()) == nil, "and a member no reporter")
      house.clock.advance(by: 31 * 60)
      #expect(try await house.desk.room(session: session) == nil)
      #expect(try await house.desk.enterRoom(one.id, secret: one.secret) != nil, "the secret goes on working")
    }
  }
}

extension House {
  /// Somebody's session at the desk.
  fileprivate func session() async throws -> String {
    let link = try await desk.addMember(named: "Zoe", roles: [.triager]).link
    return try #require(try await desk.signIn(linkToken: link))
  }
}
