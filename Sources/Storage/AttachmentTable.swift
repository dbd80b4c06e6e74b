public import Foundation
public import Vault

/// Files that belong to cases, sealed under the case's key, names and types included.
public struct AttachmentTable: Sendable {
  /// What a list shows.
  public struct Entry: Sendable, Equatable {
    public var id: String
    public var caseID: String
    public var name: String
    public var mediaType: String
    /// Length of the content in bytes.
    public var size: Int
    public var at: Date
  }

  private let keys: CaseKeys

  public init(key: ProjectKey) {
    keys = CaseKeys(key)
  }

  /// Keeps a file. The case gets its key now if it has none yet.
  @discardableResult
  public func add(
    _ content: [UInt8], name: String, mediaType: String, to caseID: String, id: String = Random.token(), now: Date,
    in db: any Connection
  ) throws -> Entry {
    let key = try keys.ensure(caseID, in: db)
    try db.execute(
      """
      INSERT INTO attachments (id, case_id, sealed_name, sealed_type, sealed_content, size, at)
      VALUES (\(id), \(caseID), \(try key.seal(text: name, for: context(id, "name"))),
        \(try key.seal(text: mediaType, for: context(id, "type"))),
        \(try key.seal(content, for: context(id, "content"))), \(content.count), \(now))
      """)
    return Entry(
      id: id, caseID: caseID, name: name, mediaType: mediaType, size: content.count,
      at: Date(milliseconds: now.milliseconds))
  }

  /// The case's files, oldest first; empty if the case was shredded.
  public func list(of caseID: String, in db: any Connection) throws -> [Entry] {
    let rows = try db.query(
      """
      SELECT id, case_id, sealed_name, sealed_type, size, at FROM attachments
      WHERE case_id = \(caseID) ORDER BY sequence
      """)
    guard !rows.isEmpty, let key = try unlessShredded({ try keys.key(of: caseID, in: db) }) else { return [] }
    return try rows.map { try entry($0, key) }
  }

  /// A file with its content; nil if there is none, or its case was shredded.
  public func file(_ id: String, in db: any Connection) throws -> (entry: Entry, content: [UInt8])? {
    guard let row = try db.query("SELECT * FROM attachments WHERE id = \(id)").first else { return nil }
    let caseID = try row.text("case_id")
    guard let key = try unlessShredded({ try keys.key(of: caseID, in: db) }) else { return nil }
    return (try entry(row, key), try key.open(row.bytes("sealed_content"), for: context(id, "content")))
  }

  private func entry(_ row: Row, _ key: CaseKey) throws -> Entry {
    let id = try row.text("id")
    return Entry(
      id: id, caseID: try row.text("case_id"),
      name: try key.open(text: row.bytes("sealed_name"), for: context(id, "name")),
      mediaType: try key.open(text: row.bytes("sealed_type"), for: context(id, "type")),
      size: try row.int("size"), at: try row.date("at"))
  }

  private func context(_ id: String, _ part: String) -> SealContext {
    SealContext(owner: id, purpose: "attachment " + part)
  }
}
