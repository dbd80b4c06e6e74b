public import Foundation
public import Vault

/// Links with which members log in: each works once, until it expires.
public struct LoginLinks: Sendable {
  private let key: ProjectKey

  public init(key: ProjectKey) {
    self.key = key
  }

  /// A new link's token. It is shown once; the database keeps a keyed digest of it only.
  public func issue(
    to memberID: String, expires: Date, token: String = Random.token(), in db: any Connection
  ) throws -> String {
    try db.execute(
      """
      INSERT INTO login_links (digest, member_id, expires_at)
      VALUES (\(key.digest(of: token, "login link")), \(memberID), \(expires))
      """)
    return token
  }

  /// Uses the link up. The member's id, or nil if the link is unknown, used or expired, or the member disabled.
  public func redeem(_ typed: String, now: Date, in db: any Connection) throws -> String? {
    guard let token = Random.canonical(typed) else { return nil }
    return try db.query(
      """
      UPDATE login_links SET used_at = \(now)
      WHERE digest = \(key.digest(of: token, "login link")) AND used_at IS NULL AND expires_at > \(now)
        AND member_id IN (SELECT id FROM members WHERE disabled_at IS NULL)
      RETURNING member_id
      """
    ).first?.text("member_id")
  }
}

extension ProjectKey {
  /// How a secret is stored: 128 random bits need no slow hash, and the key keeps a stolen database useless.
  func digest(of token: String, _ domain: StaticString) -> [UInt8] {
    blind(Array(token.utf8), domain: domain)
  }
}
