public import AdvisoryTypes
import Casework
import Foundation
import JSON
import Storage

/// The table that everybody may read. Publication alone writes it; the static tree is made from it and from nothing else.
enum PublicAdvisories {
  /// The next free id of the year: drawn at publication, so that no gap tells of something pending (A31).
  static func nextID(prefix: String, at now: Date, in db: any Connection) throws -> String {
    let year = Timestamp.year(now)
    let rows = try db.query("SELECT COALESCE(MAX(number), 0) AS number FROM public_advisories WHERE year = \(year)")
    let number = String(try rows[0].int("number") + 1)
    return "\(prefix)-\(year)-\(String(repeating: "0", count: max(0, 4 - number.count)))\(number)"
  }

  /// Writes an advisory, or over it its next revision.
  static func add(_ advisory: Advisory, of id: CaseID, in db: any Connection) throws {
    let known = try db.query(
      "SELECT id FROM public_advisories WHERE id = \(advisory.id) AND case_id = \(id.text)")
    guard known.isEmpty else {
      try db.execute(
        """
        UPDATE public_advisories SET published_at = \(advisory.published), updated_at = \(advisory.updated),
          document = \(advisory.json.text())
        WHERE id = \(advisory.id) AND case_id = \(id.text)
        """)
      return
    }
    // An id that another case has is a conflict, never an update: two that were drawn at once are drawn again.
    let number = Int(advisory.id.split(separator: "-").last ?? "") ?? 0
    try db.execute(
      """
      INSERT INTO public_advisories (id, year, number, case_id, published_at, updated_at, document)
      VALUES (\(advisory.id), \(Timestamp.year(advisory.published)), \(number), \(id.text), \(advisory.published),
        \(advisory.updated), \(advisory.json.text()))
      """)
  }

  static func all(in db: any Connection) throws -> [Advisory] {
    try db.query("SELECT document FROM public_advisories ORDER BY year, number").map { row in
      try Advisory(json: JSON(parsing: row.text("document")))
    }
  }
}

extension Desk {
  /// Everything published, oldest first.
  public func publishedAdvisories() async throws -> [Advisory] {
    try await database.read { db in try PublicAdvisories.all(in: db) }
  }
}
