import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

/// Somebody who has the database, but not the key.
@Suite("A changed byte of any event")
struct TamperTests {
  private enum Change: CaseIterable, CustomStringConvertible {
    case time, version, position, caseID, name, actor, content, hash

    var description: String { "\(self)" }
  }

  @Test("is found by the audit, which names the event", arguments: DatabaseKind.testable)
  func changed(kind: DatabaseKind) async throws {
    try await House.with(kind) { house in
      let desk = try await house.desk()
      let team = try await Team(of: desk)
      for number in 0..<3 {
        let received = try await house.embargo(
          "mail", "receive", "--sender", "r@x.example", input: Letters.report(number))
        #expect(received.status == 0, "\(received.said)")
      }
      for row in try await desk.cases() { try await team.prepare(row.id) }
      try await house.expectCleanAudit()
      let events = try await desk.audit().events
      try await house.database.transaction { db in try Self.unprotect(db) }
      for change in Change.allCases {
        for victim in [1, Int.random(in: 2..<events), events] {
          let undo = try await house.database.transaction { db in try Self.apply(change, at: victim, in: db) }
          let audit = try await house.embargo("audit", "verify")
          #expect(audit.status == 1, "\(change) of \(victim) was not found")
          // A moved event leaves a gap; every other change is named by its place.
          let place = change == .position ? "positions \(victim - 1) and" : "position \(victim) "
          let last = change == .position && victim == events
          #expect(last || audit.text.contains(place), "\(change) of \(victim): \(audit.text)")
          try await house.database.transaction { db in try db.execute(undo) }
        }
      }
      try await house.expectCleanAudit()
    }
  }

  /// Changes one column of the event and returns what undoes it.
  private static func apply(_ change: Change, at position: Int, in db: any Connection) throws -> SQL {
    let row = try db.query("SELECT * FROM events WHERE position = \(position)")[0]
    let column: SQL
    let (before, after): (SQL, SQL)
    switch change {
    case .time: (column, before, after) = ("at", "\(try row.int("at"))", "\(try row.int("at") ^ bit())")
    case .version:
      (column, before, after) = ("version", "\(try row.int("version"))", "\(try row.int("version") ^ bit(from: 8))")
    case .position:
      let moved = position ^ bit(from: 8)
      try db.execute("UPDATE events SET position = \(moved) WHERE position = \(position)")
      return "UPDATE events SET position = \(position) WHERE position = \(moved)"
    case .caseID: (column, before, after) = try ("case_id", "\(row.text("case_id"))", "\(flipped(row.text("case_id")))")
    case .name: (column, before, after) = try ("name", "\(row.text("name"))", "\(flipped(row.text("name")))")
    case .actor: (column, before, after) = try ("actor", "\(row.text("actor"))", "\(flipped(row.text("actor")))")
    case .content: (column, before, after) = try ("sealed", "\(row.bytes("sealed"))", "\(flipped(row.bytes("sealed")))")
    case .hash: (column, before, after) = try ("hash", "\(row.bytes("hash"))", "\(flipped(row.bytes("hash")))")
    }
    try db.execute("UPDATE events SET \(column) = \(after) WHERE position = \(position)")
    return "UPDATE events SET \(column) = \(before) WHERE position = \(position)"
  }

  private static func bit(from lowest: Int = 0) -> Int { 1 << Int.random(in: lowest..<16) }

  private static func flipped(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    bytes[Int.random(in: bytes.indices)] ^= 1 << UInt8.random(in: 0..<8)
    return bytes
  }

  /// Stays a text that a database takes: the last bit, or the case of a letter.
  private static func flipped(_ text: String) -> String {
    var bytes = Array(text.utf8)
    bytes[Int.random(in: bytes.indices)] ^= 1
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unprotect(_ db: any Connection) throws {
    switch db.dialect {
    case .sqlite:
      try db.execute("DROP TRIGGER events_no_update")
      try db.execute("DROP TRIGGER events_no_delete")
    case .postgres: try db.execute("DROP TRIGGER events_are_kept ON events")
    }
  }
}
