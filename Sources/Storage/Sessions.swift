public import Foundation
public import Vault

/// Who is logged in: members at the desk, reporters in their rooms.
public struct Sessions: Sendable {
  public enum Holder: Sendable, Hashable {
    case member(id: String)
    case room(caseID: String)
  }

  public struct Session: Sendable, Equatable {
    public var holder: Holder
    public var createdAt: Date
    public var seenAt: Date
  }

  private let key: ProjectKey

  public init(key: ProjectKey) {
    self.key = key
  }

  /// A new session's token, for a cookie. The database keeps a keyed digest of it only.
  public func begin(
    for holder: Holder, token: String = Random.token(), now: Date, in db: any Connection
  ) throws -> String {
    var (member, room): (String?, String?) = (nil, nil)
    switch holder {
    case .member(let id): member = id
    case .room(let caseID): room = caseID
    }
    try db.execute(
      """
      INSERT INTO sessions (digest, member_id, room_case_id, created_at, seen_at)
      VALUES (\(key.digest(of: token, "session")), \(member), \(room), \(now), \(now))
      """)
    return token
  }

  /// The session, unless it was ended, began before `begun`, or was not seen since `seen`.
  public func find(_ token: String, begunAfter begun: Date, seenAfter seen: Date, in db: any Connection) throws
    -> Session?
  {
    guard let token = Random.canonical(token) else { return nil }
    let rows = try db.query(
      """
      SELECT member_id, room_case_id, created_at, seen_at FROM sessions
      WHERE digest = \(key.digest(of: token, "session")) AND ended_at IS NULL
        AND created_at > \(begun) AND seen_at > \(seen)
      """)
    guard let row = rows.first else { return nil }
    let holder: Holder =
      if let member = try row.optionalText("member_id") { .member(id: member) } else {
        .room(caseID: try row.text("room_case_id"))
      }
    return Session(holder: holder, createdAt: try row.date("created_at"), seenAt: try row.date("seen_at"))
  }

  /// Notes that the session is in use. Once a minute is enough.
  public func touch(_ token: String, now: Date, in db: any Connection) throws {
    try db.execute("UPDATE sessions SET seen_at = \(now) WHERE digest = \(key.digest(of: token, "session"))")
  }

  public func end(_ token: String, now: Date, in db: any Connection) throws {
    try db.execute(
      "UPDATE sessions SET ended_at = \(now) WHERE digest = \(key.digest(of: token, "session")) AND ended_at IS NULL")
  }
}
