import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

@Suite("The end of an embargo")
struct EmbargoEndTests {
  @Test("It comes by itself, to the second, and once", arguments: DatabaseKind.testable)
  func byItself(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let rita = try await house.mail("W1", from: "rita@reporter.example")
      #expect(try await house.itIs("2026-12-22T09:11:59Z") == [])
      #expect(try await rita.now().embargo.state == .active)
      #expect(try await house.itIs("2026-12-22T09:12:00Z") == [rita.id])
      #expect(try await rita.now().embargo.state == .exited)
      #expect(try await rita.now().embargo.ending == .reached)
      #expect(try await house.itIs("2026-12-22T09:12:01Z") == [])
      #expect(try await house.desk.cases().first?.embargo == .exited)
    }
  }

  @Test("A house that slept through the end wakes up to it", arguments: DatabaseKind.testable)
  func late(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let first = try await house.mail("W1", from: "rita@reporter.example")
      house.clock.advance(by: 86_400)
      let second = try await house.mail("W5", from: "omar@auditor.example")
      #expect(try await house.itIs("2027-03-01T00:00:00Z") == [first.id, second.id], "the oldest first")
    }
  }

  @Test("A new date takes the place of the old one", arguments: DatabaseKind.testable)
  func moved(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let rita = try await house.mail("W1", from: "rita@reporter.example")
      try await rita.isAcceptedQuietly()
      try await rita.by(
        house.ben, .embargo(.propose(until: utc("2027-01-05T14:00:00Z"), reason: "tests", delay: .notTested)))
      try await rita.by(.reporter, .embargo(.accept))
      #expect(try await house.itIs("2026-12-22T09:12:00Z") == [], "the first date")
      #expect(try await house.itIs("2027-01-05T14:00:00Z") == [rita.id])
    }
  }

  @Test("A case that cannot be read does not keep the others from their end", arguments: DatabaseKind.testable)
  func unreadable(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let first = try await house.mail("W1", from: "rita@reporter.example")
      house.clock.advance(by: 60)
      let second = try await house.mail("W5", from: "omar@auditor.example")
      let lost = first.id.text
      try await house.desk.database.transaction { db in
        try db.execute(
          "UPDATE case_keys SET wrapped = NULL, shredded_at = \(house.clock.now) WHERE case_id = \(lost)")
      }
      #expect(try await house.itIs("2027-03-01T00:00:00Z") == [second.id])
      #expect(try await second.now().embargo.state == .exited)
    }
  }
}

extension Matter {
  /// An accepted report of something that nobody else knows.
  fileprivate func isAcceptedQuietly() async throws {
    let ann = house.ann
    try await by(ann, .report(.acknowledge(text: "Thank you.")))
    try await by(ann, .report(.reproduce(Words.reproduction)))
    try await by(ann, .report(.validate(duplicates: "none")))
    try await by(ann, .assessment(.assess(Words.finding(.p1))))
    try await by(ann, .report(.accept))
  }
}
