import EmbargoTesting
import Foundation
import Storage
import Testing
import Vault

@Suite("The outbox")
struct OutboxTests {
  func later(_ seconds: Double) -> Date { start.addingTimeInterval(seconds) }

  @Test("A delivery goes out once, with its receipt", arguments: DatabaseKind.testable)
  func life(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let outbox = OutboxTable(key: key)
      try await database.transaction { db throws in
        #expect(try outbox.enqueue([1, 2], to: "mail", key: "k1", for: "a", id: "d1", now: start, in: db))
        #expect(try !outbox.enqueue([9], to: "mail", key: "k1", for: "a", now: start, in: db), "harmless repeat")
        #expect(try outbox.nextTime(of: "mail", in: db) == start)
        let claimed = try outbox.claim("mail", owner: "o1", now: start, leaseFor: 60, in: db)
        #expect(claimed?.id == "d1")
        #expect(claimed?.payload == [1, 2])
        #expect(claimed?.attempts == 1)
        #expect(try outbox.nextTime(of: "mail", in: db) == later(60))
        #expect(try !outbox.markCommitted("d1", owner: "o2", now: start, in: db), "not the owner")
        #expect(try outbox.markCommitted("d1", owner: "o1", now: later(1), in: db))
        #expect(try !outbox.delivered("d1", owner: "o2", receipt: [7], now: later(2), in: db))
        #expect(try outbox.delivered("d1", owner: "o1", receipt: [7], now: later(2), in: db))
        #expect(try !outbox.delivered("d1", owner: "o1", receipt: [7], now: later(2), in: db))
        #expect(try outbox.claim("mail", owner: "o3", now: later(99), leaseFor: 60, in: db) == nil)
        #expect(try !outbox.enqueue([9], to: "mail", key: "k1", for: "a", now: start, in: db), "also after delivery")
        let entry = try outbox.list(of: "a", in: db)
        #expect(entry.count == 1)
        #expect(entry[0].state == .delivered)
        #expect(entry[0].receipt == [7])
        #expect(entry[0].deliveredAt == later(2))
      }
    }
  }

  @Test("In order, one at a time for each channel, not before their time", arguments: DatabaseKind.testable)
  func order(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let outbox = OutboxTable(key: key)
      try await database.transaction { db throws in
        for id in ["d1", "d2", "d3"] {
          try outbox.enqueue([], to: "mail", key: id, for: nil, id: id, now: start, in: db)
        }
        try outbox.enqueue([], to: "mail", key: "dx", for: nil, notBefore: later(50), id: "dx", now: start, in: db)
        try outbox.enqueue([], to: "tree", key: "t1", for: nil, id: "t1", now: start, in: db)
        #expect(try outbox.claim("mail", owner: "1", now: start, leaseFor: 60, in: db)?.id == "d1")
        #expect(try outbox.claim("mail", owner: "2", now: start, leaseFor: 60, in: db) == nil)
        #expect(try outbox.claim("tree", owner: "3", now: start, leaseFor: 60, in: db)?.id == "t1")
        #expect(try outbox.claim("feed", owner: "4", now: start, leaseFor: 60, in: db) == nil)
        #expect(try outbox.retry("d1", owner: "1", at: later(30), error: "550 no such user", in: db))
        #expect(try outbox.claim("mail", owner: "5", now: start, leaseFor: 60, in: db)?.id == "d2")
        #expect(try outbox.hold("d2", owner: "5", reason: "the embargo runs", in: db))
        #expect(try outbox.claim("mail", owner: "6", now: start, leaseFor: 60, in: db)?.id == "d3")
        #expect(try outbox.fail("d3", owner: "6", error: "gone", in: db))
        #expect(try outbox.claim("mail", owner: "7", now: start, leaseFor: 60, in: db) == nil)
        #expect(try outbox.nextTime(of: "mail", in: db) == later(30))
        #expect(try outbox.entry("d1", in: db)?.error == "550 no such user")
        #expect(try outbox.entry("d2", in: db)?.error == "the embargo runs")
        #expect(try outbox.list(in: [.held, .failed], in: db).map(\.id) == ["d2", "d3"])
        #expect(try outbox.claim("mail", owner: "8", now: later(30), leaseFor: 60, in: db)?.attempts == 2)
        #expect(try outbox.release("d2", at: later(31), in: db))
        #expect(try !outbox.release("d1", at: later(31), in: db), "underway")
        #expect(try outbox.withhold("dx", reason: "withdrawn", in: db))
        #expect(try outbox.entry("dx", in: db)?.state == .held)
      }
    }
  }

  @Test("A lease that runs out before the step gives the delivery to the next one", arguments: DatabaseKind.testable)
  func expiredBefore(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let outbox = OutboxTable(key: key)
      try await database.transaction { db throws in
        try outbox.enqueue([5], to: "mail", key: "k", for: "a", id: "d", now: start, in: db)
        _ = try outbox.claim("mail", owner: "dead", now: start, leaseFor: 60, in: db)
        #expect(try outbox.claim("mail", owner: "2", now: later(59), leaseFor: 60, in: db) == nil)
        #expect(try outbox.renew("d", owner: "dead", until: later(80), in: db))
        #expect(try outbox.claim("mail", owner: "2", now: later(79), leaseFor: 60, in: db) == nil)
        #expect(try !outbox.markCommitted("d", owner: "dead", now: later(80), in: db), "the lease ran out")
        #expect(try outbox.claim("mail", owner: "2", now: later(80), leaseFor: 60, in: db)?.attempts == 2)
        #expect(try !outbox.markCommitted("d", owner: "dead", now: later(81), in: db), "somebody else has it")
        #expect(try !outbox.renew("d", owner: "dead", until: later(99), in: db))
        #expect(try !outbox.retry("d", owner: "dead", at: start, error: "", in: db))
        #expect(try outbox.delivered("d", owner: "2", receipt: [], now: later(82), in: db))
      }
    }
  }

  @Test(
    "A lease that runs out after the step leaves an uncertain delivery, given to nobody",
    arguments: DatabaseKind.testable)
  func expiredAfter(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let outbox = OutboxTable(key: key)
      try await database.transaction { db throws in
        for id in ["d1", "d2", "d3"] {
          try outbox.enqueue([5], to: "mail", key: id, for: "a", id: id, now: start, in: db)
          #expect(try outbox.claim("mail", owner: id, now: start, leaseFor: 60, in: db)?.id == id)
          #expect(try outbox.markCommitted(id, owner: id, now: later(1), in: db))
          #expect(try outbox.claim("mail", owner: "x", now: later(60), leaseFor: 60, in: db) == nil)
          #expect(try outbox.entry(id, in: db)?.state == .uncertain)
        }
        #expect(try outbox.claim("mail", owner: "x", now: later(600), leaseFor: 60, in: db) == nil)
        // A late word of its owner, a person who knows that it arrived, and one who knows that it did not.
        #expect(try outbox.delivered("d1", owner: "d1", receipt: [1], now: later(700), in: db))
        #expect(try outbox.confirm("d2", receipt: [2], now: later(700), in: db))
        #expect(try outbox.release("d3", at: later(700), in: db))
        #expect(try outbox.list(of: "a", in: db).map(\.state) == [.delivered, .delivered, .waiting])
        let again = try outbox.claim("mail", owner: "y", now: later(700), leaseFor: 60, in: db)
        #expect(again?.id == "d3")
        #expect(again?.committedAt == nil)
      }
    }
  }

  @Test("Eight at once: each delivery goes to exactly one, never two at a time", arguments: DatabaseKind.testable)
  func exclusive(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, place in
      let outbox = OutboxTable(key: key)
      let other = try place.connect()
      let all = (0..<40).map { "d\($0)" }
      try await database.transaction { db throws in
        for id in all { try outbox.enqueue([], to: "mail", key: id, for: "a", id: id, now: start, in: db) }
      }
      let underway = Counter()
      let taken = try await withThrowingTaskGroup(of: [String].self) { group in
        for worker in 0..<8 {
          group.addTask {
            let database = [database, other][worker % 2]
            var mine: [String] = []
            while await underway.done < all.count {
              let claim = try await database.transaction { db throws in
                try outbox.claim("mail", owner: "w\(worker)", now: start, leaseFor: 60, in: db)
              }
              guard let claim else { continue }
              #expect(await underway.begin() == 1)
              mine.append(claim.id)
              await underway.end()
              let done = try await database.transaction { db throws in
                try outbox.markCommitted(claim.id, owner: "w\(worker)", now: start, in: db)
                  && outbox.delivered(claim.id, owner: "w\(worker)", receipt: [], now: start, in: db)
              }
              #expect(done)
            }
            return mine
          }
        }
        return try await group.reduce([], +)
      }
      #expect(taken.sorted() == all.sorted())
      await other.close()
    }
  }

  actor Counter {
    var done = 0
    private var now = 0
    func begin() -> Int {
      now += 1
      return now
    }
    func end() {
      now -= 1
      done += 1
    }
  }

  @Test("What cannot be opened any more stops nobody", arguments: DatabaseKind.testable)
  func unopenable(kind: DatabaseKind) async throws {
    try await withBooks(kind) { database, key, _ in
      let outbox = OutboxTable(key: key)
      try await database.transaction { db throws in
        for id in ["a", "b", "c"] {
          try outbox.enqueue([5], to: "mail", key: id, for: id, id: id, now: start, in: db)
        }
        try CaseKeys(key).shred("a", now: start, in: db)
        try db.execute("UPDATE outbox SET sealed_payload = \([1, 2] as [UInt8]) WHERE id = 'b'")
        #expect(try outbox.claim("mail", owner: "1", now: start, leaseFor: 60, in: db)?.id == "c")
        #expect(try outbox.entry("a", in: db)?.state == .failed)
        #expect(try outbox.entry("b", in: db)?.state == .failed)
        #expect(try outbox.entry("a", in: db)?.payload == nil)
      }
    }
  }
}
