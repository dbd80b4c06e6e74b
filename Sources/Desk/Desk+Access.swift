public import Casework
import Foundation
import Storage
import Vault

/// Somebody of the team.
public struct Member: Sendable, Hashable {
  public var id: String
  public var name: String
  public var roles: Set<Role>
  public var party: Party { Party(PartyID(id), roles: roles) }
}

extension Desk {
  static let idleTime: TimeInterval = 30 * 60
  static let sessionTime: TimeInterval = 12 * 3_600
  static let linkTime: TimeInterval = 24 * 3_600

  /// At the very first start: makes the first member and returns the token of a one-time link. Nil ever after.
  public func firstMember() async throws -> String? {
    let now = clock.now
    let (id, token) = (Random.token(), Random.token())
    return try await decidingAgain { db in
      // Two nodes that start at once make one first member: the other finds the lock taken, or the member there.
      guard try db.tryLock("first member"), try memberTable.list(in: db).isEmpty else { return nil }
      try memberTable.add(
        name: "First member", roles: [Role.coordinator, .triager, .releaseManager, .admin].map(\.rawValue), id: id,
        now: now, in: db)
      return try loginLinks.issue(to: id, expires: now.addingTimeInterval(Self.linkTime), token: token, in: db)
    }
  }

  /// Adds a member. Returns the member and the token of a one-time link, which works for a day.
  public func addMember(named name: String, roles: Set<Role>) async throws -> (member: Member, link: String) {
    let now = clock.now
    let (id, token) = (Random.token(), Random.token())
    return try await decidingAgain { db in
      let member = try memberTable.add(
        name: name, roles: roles.map(\.rawValue).sorted(), id: id, now: now, in: db)
      let link = try loginLinks.issue(
        to: id, expires: now.addingTimeInterval(Self.linkTime), token: token, in: db)
      return (Member(member), link)
    }
  }

  /// A new one-time link for a member; nil if there is none of that id.
  public func link(for memberID: String) async throws -> String? {
    let now = clock.now
    let token = Random.token()
    return try await decidingAgain { db in
      guard try memberTable.member(memberID, in: db) != nil else { return nil }
      return try loginLinks.issue(
        to: memberID, expires: now.addingTimeInterval(Self.linkTime), token: token, in: db)
    }
  }

  /// Locks a member out: no new log-in, and every session ends. False if there is none of that id.
  public func disable(_ memberID: String) async throws -> Bool {
    let now = clock.now
    return try await database.transaction { db in try memberTable.disable(memberID, now: now, in: db) }
  }

  public func members() async throws -> [Member] {
    try await database.read { db in
      try memberTable.list(in: db).filter { $0.disabledAt == nil }.map(Member.init)
    }
  }

  /// Uses a one-time link up. Returns a session's token, or nil for a link that is unknown, used or expired.
  public func signIn(linkToken: String) async throws -> String? {
    let now = clock.now
    let token = Random.token()
    return try await database.transaction { db in
      guard let member = try loginLinks.redeem(linkToken, now: now, in: db) else { return nil }
      return try sessions.begin(for: .member(id: member), token: token, now: now, in: db)
    }
  }

  /// The member whose session this is, unless it has ended or was idle for too long.
  public func member(session token: String) async throws -> Member? {
    guard case .member(let id) = try await holder(of: token) else { return nil }
    return try await database.read { db in
      guard let member = try memberTable.member(id, in: db), member.disabledAt == nil else { return nil }
      return Member(member)
    }
  }

  /// Opens a reporter's room. Nil for a wrong handle and for a wrong secret alike.
  public func enterRoom(_ id: CaseID, secret: String) async throws -> String? {
    let now = clock.now
    let token = Random.token()
    return try await database.transaction { db in
      guard try rooms.enter(id.text, with: secret, in: db) else { return nil }
      return try sessions.begin(for: .room(caseID: id.text), token: token, now: now, in: db)
    }
  }

  /// The case whose room the session belongs to.
  public func room(session token: String) async throws -> CaseID? {
    guard case .room(let text) = try await holder(of: token) else { return nil }
    return CaseID(text)
  }

  public func signOut(session token: String) async throws {
    let now = clock.now
    try await database.transaction { db in try sessions.end(token, now: now, in: db) }
  }

  private func holder(of token: String) async throws -> Sessions.Holder? {
    let now = clock.now
    let session = try await database.read { db in
      try sessions.find(
        token, begunAfter: now.addingTimeInterval(-Self.sessionTime), seenAfter: now.addingTimeInterval(-Self.idleTime),
        in: db)
    }
    guard let session else { return nil }
    if now.timeIntervalSince(session.seenAt) > 60 {
      try await database.transaction { db in try sessions.touch(token, now: now, in: db) }
    }
    return session.holder
  }
}

extension Member {
  init(_ stored: MemberTable.Member) {
    self.init(id: stored.id, name: stored.name, roles: Set(stored.roles.compactMap(Role.init)))
  }
}

extension Desk {
  /// An id that is the same for the same text, and tells nobody without the key what the text is.
  public func opaqueID(_ text: String, domain: StaticString) -> String {
    key.blind(Array(text.utf8), domain: domain).prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
