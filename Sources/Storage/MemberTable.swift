public import Foundation
public import Vault

/// The people of the desk.
public struct MemberTable: Sendable {
  public struct Member: Sendable, Equatable {
    public var id: String
    public var name: String
    /// The caller's words for what the member may do; plain in the database. They hold no commas.
    public var roles: [String]
    public var createdAt: Date
    public var disabledAt: Date?
  }

  private let key: ProjectKey

  public init(key: ProjectKey) {
    self.key = key
  }

  @discardableResult
  public func add(
    name: String, roles: [String], id: String = Random.token(), now: Date, in db: any Connection
  ) throws -> Member {
    try db.execute(
      """
      INSERT INTO members (id, sealed_name, roles, created_at)
      VALUES (\(id), \(try key.seal(text: name, for: context(id))), \(roles.joined(separator: ",")), \(now))
      """)
    return Member(
      id: id, name: name, roles: roles, createdAt: Date(milliseconds: now.milliseconds), disabledAt: nil)
  }

  public func member(_ id: String, in db: any Connection) throws -> Member? {
    try db.query("SELECT * FROM members WHERE id = \(id)").first.map(member)
  }

  /// All members, also disabled ones, oldest first.
  public func list(in db: any Connection) throws -> [Member] {
    try db.query("SELECT * FROM members ORDER BY sequence").map(member)
  }

  public func setRoles(_ roles: [String], of id: String, in db: any Connection) throws -> Bool {
    try db.execute("UPDATE members SET roles = \(roles.joined(separator: ",")) WHERE id = \(id)") == 1
  }

  /// The member cannot log in any more, and is logged out everywhere.
  public func disable(_ id: String, now: Date, in db: any Connection) throws -> Bool {
    try db.execute("UPDATE sessions SET ended_at = \(now) WHERE member_id = \(id) AND ended_at IS NULL")
    return try db.execute("UPDATE members SET disabled_at = \(now) WHERE id = \(id) AND disabled_at IS NULL") == 1
  }

  private func member(_ row: Row) throws -> Member {
    let id = try row.text("id")
    return Member(
      id: id, name: try key.open(text: row.bytes("sealed_name"), for: context(id)),
      roles: try row.text("roles").split(separator: ",").map(String.init), createdAt: try row.date("created_at"),
      disabledAt: try row.optionalDate("disabled_at"))
  }

  private func context(_ id: String) -> SealContext { SealContext(owner: id, purpose: "member name") }
}
