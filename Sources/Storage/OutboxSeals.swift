import Vault

/// Seals what an outbox row says about content: errors and receipts of other systems may repeat addresses and texts.
struct OutboxSeals: Sendable {
  enum Part: String {
    case payload, error, receipt
  }

  let key: ProjectKey
  let keys: CaseKeys

  func seal(_ bytes: [UInt8], _ part: Part, of id: String, for caseID: String?, in db: any Connection) throws -> [UInt8]
  {
    guard let caseID else { return try key.seal(bytes, for: context(id, part)) }
    return try keys.ensure(caseID, in: db).seal(bytes, for: context(id, part))
  }

  /// Seals for the row `id`; nil if there is no such row, or its case was shredded meanwhile.
  func seal(_ bytes: [UInt8], _ part: Part, of id: String, in db: any Connection) throws -> [UInt8]? {
    guard let row = try db.query("SELECT case_id FROM outbox WHERE id = \(id)").first else { return nil }
    return try unlessShredded { try seal(bytes, part, of: id, for: row.optionalText("case_id"), in: db) }
  }

  /// Nil if it does not open: a damaged row is shown as one without content, and stops no list.
  func open(_ sealed: [UInt8], _ part: Part, of id: String, for caseID: String?, in db: any Connection) throws
    -> [UInt8]?
  {
    do {
      guard let caseID else { return try key.open(sealed, for: context(id, part)) }
      return try keys.key(of: caseID, in: db).open(sealed, for: context(id, part))
    } catch is SealFault {
      return nil
    }
  }

  private func context(_ id: String, _ part: Part) -> SealContext {
    SealContext(owner: id, purpose: "outbox " + part.rawValue)
  }
}
