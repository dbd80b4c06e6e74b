import AdvisoryTypes
import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Synchronization
import Testing

@Suite("Two members at once")
struct TwoAtOnceTests {
  @Test("Whoever comes second is told what is true now", arguments: DatabaseKind.testable)
  func second(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let rita = try await house.mail("W1", from: "rita@reporter.example")
      // While Ann's decision is being written, Ben acknowledges: hers conflicts and is made again, on what he did.
      let slow = house.desk(
        over:
          Interrupted(house.desk.database) {
            try await rita.by(house.ben, .report(.acknowledge(text: "Ben was faster.")))
          })
      await #expect(throws: Refusal("The report is acknowledged already. Write a message instead.", rule: "T2")) {
        try await slow.perform(.report(.acknowledge(text: "Ann here.")), on: rita.id, by: house.ann)
      }
      #expect(try await rita.lastLetter() == "Ben was faster.")
    }
  }

  @Test("A decision that still holds is made again and counts", arguments: DatabaseKind.testable)
  func again(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let rita = try await house.mail("W1", from: "rita@reporter.example")
      let slow = house.desk(
        over:
          Interrupted(house.desk.database) { try await rita.by(house.ben, .conversation(.write(.note("First.")))) })
      try await slow.perform(.conversation(.write(.note("Second."))), on: rita.id, by: house.ann)
      #expect(try await rita.now().conversation.letters.suffix(2).map(\.text) == ["First.", "Second."])
    }
  }

  @Test("Of many acknowledgements at once, one counts and all others are refused", arguments: DatabaseKind.testable)
  func race(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let rita = try await house.mail("W1", from: "rita@reporter.example")
      let outcomes = await withTaskGroup(of: String.self) { group in
        for party in [house.ann, house.ben, house.cleo, house.ann, house.ben, house.cleo] {
          group.addTask {
            do {
              try await rita.by(party, .report(.acknowledge(text: "Thank you.")))
              return "counts"
            } catch {
              return "\(error)"
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == "counts" } == 1, "\(outcomes)")
      #expect(outcomes.count { $0.hasPrefix("The report is acknowledged already.") } == 5, "\(outcomes)")
      #expect(try await house.desk.audit().faults.isEmpty)
    }
  }

  @Test("No message is lost when everybody writes at once", arguments: DatabaseKind.testable)
  func messages(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let rita = try await house.mail("W1", from: "rita@reporter.example")
      try await withThrowingTaskGroup { group in
        for number in 1...8 {
          group.addTask { try await rita.by(house.ben, .conversation(.write(.note("Note \(number)")))) }
        }
        try await group.waitForAll()
      }
      let notes = try await rita.now().conversation.letters.filter { $0.audience == .team }.map(\.text)
      #expect(notes.sorted() == (1...8).map { "Note \($0)" })
      #expect(try await house.desk.audit().faults.isEmpty)
    }
  }

  @Test("Two advisories that are published at once get two ids", arguments: DatabaseKind.testable)
  func ids(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let (one, other) = (try await house.form(.alreadyPublic), try await house.form(.alreadyPublic))
      for matter in [one, other] { try await matter.isReadyToHold() }
      async let first = one.publish(by: house.ben)
      async let second = other.publish(by: house.cleo)
      let ids = try await [first, second].sorted()
      #expect(ids == ["WHPG-2026-0001", "WHPG-2026-0002"])
      #expect(try await house.desk.publishedAdvisories().map(\.id) == ids)
    }
  }
}

extension Conversation.Message {
  static func note(_ text: String) -> Conversation.Message { .init(audience: .team, text: text) }
}

/// A database in which somebody else is faster, once.
private final class Interrupted: Database {
  private let base: any Database
  private let other: @Sendable () async throws -> Void
  private let happened = Mutex(false)

  init(_ base: any Database, _ other: @escaping @Sendable () async throws -> Void) {
    self.base = base
    self.other = other
  }

  var dialect: Dialect { base.dialect }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await base.read(body)
  }

  func transaction<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    let isFirst = happened.withLock { happened in
      defer { happened = true }
      return !happened
    }
    guard isFirst else { return try await base.transaction(body) }
    try await other()
    throw DatabaseError.conflict("version of a case")
  }

  func scrub() async throws { try await base.scrub() }
  func close() async { await base.close() }
}
