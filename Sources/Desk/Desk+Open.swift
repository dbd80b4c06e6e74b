public import Casework
import Foundation
public import Storage

extension Desk {
  /// Records the policy in force, so that cases can name it for ever.
  ///
  /// - Parameter document: the policy's text.
  /// - Throws: `Refusal` when this version is recorded with another text already.
  public func adopt(_ policy: Policy, document: String) async throws {
    let now = clock.now
    try await decidingAgain { db in
      let rows = try db.query("SELECT document FROM policies WHERE version = \(policy.version)")
      if let recorded = try rows.first?.text("document") {
        guard recorded == document else {
          throw Refusal(
            "The policy's version \(policy.version) is recorded with another text already. Give the changed policy a new version.",
            rule: "S1")
        }
        return
      }
      try db.execute(
        "INSERT INTO policies (version, document, since) VALUES (\(policy.version), \(document), \(now))")
    }
  }

  /// The texts of all policies that were ever in force, by version.
  public static func policyDocuments(in database: any Database) async throws -> [String: String] {
    let rows = try await database.read { db in
      try db.query("SELECT version, document FROM policies").map { (try $0.text("version"), try $0.text("document")) }
    }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }
}

extension Desk {
  /// The text of the policy that was last put into force; nil for a desk that never had one.
  public static func lastPolicy(in database: any Database) async throws -> String? {
    try await database.read { db in
      try db.query("SELECT document FROM policies ORDER BY since DESC, version DESC LIMIT 1").first?.text("document")
    }
  }
}

extension Desk {
  /// Remembers under which address the desk is served, for the letters that other processes write.
  public func recordAddress(_ url: String) async throws {
    try await database.transaction { db in
      try db.execute(
        "INSERT INTO desk (name, value) VALUES ('url', \(url)) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
    }
  }

  /// The address under which the desk was last served.
  public static func recordedAddress(in database: any Database) async throws -> String? {
    try await database.read { db in
      try db.query("SELECT value FROM desk WHERE name = 'url'").first?.text("value")
    }
  }
}
