import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

@Suite("Deliveries")
struct DeliveryTests {
  @Test("What another process held when it died goes out when its lease is over", arguments: DatabaseKind.testable)
  func resume(kind: DatabaseKind) async throws {
    try await withDelivery(kind) { house, rita in
      try await rita.claimedBySomebodyWhoDies()
      let channel = Recorder(.letter)
      let outbox = Outbox(desk: house.desk, channels: [channel])
      #expect(try await outbox.drain() == 0, "it may still be alive")
      house.clock.advance(by: house.desk.settings.lease)
      #expect(try await outbox.drain() == 1)
      #expect(try await outbox.drain() == 0)
      #expect(channel.carried.count == 1)
      #expect(try await rita.now().publication.receipts.map(\.proof) == ["taken"])
    }
  }

  @Test("Whoever died after the last step leaves a doubt, and nobody sends again", arguments: DatabaseKind.testable)
  func doubt(kind: DatabaseKind) async throws {
    try await withDelivery(kind) { house, rita in
      try await rita.claimedBySomebodyWhoDies(afterCommit: true)
      let channel = Recorder(.letter)
      house.clock.advance(by: 7 * 86_400)
      #expect(try await Outbox(desk: house.desk, channels: [channel]).drain() == 0)
      #expect(channel.carried.isEmpty)
      #expect(try await house.desk.outbox().map(\.state) == [.uncertain])
      #expect(try await rita.now().publication.receipts.isEmpty)
    }
  }

  @Test("A fault that passes is tried again after a minute, then two", arguments: DatabaseKind.testable)
  func retries(kind: DatabaseKind) async throws {
    try await withDelivery(kind) { house, rita in
      let busy = Recorder.Answer.fails(.temporary("The mail server said: 451 later"))
      let channel = Recorder(.letter, [busy, busy])
      let outbox = Outbox(desk: house.desk, channels: [channel])
      #expect(try await outbox.drain() == 0)
      let waiting = try #require(try await house.desk.outbox().first)
      #expect(waiting.state == .waiting)
      #expect(waiting.error == "The mail server said: 451 later")
      #expect(waiting.nextAt == house.clock.now.addingTimeInterval(60))
      house.clock.advance(by: 60)
      #expect(try await outbox.drain() == 0)
      #expect(try await house.desk.outbox().first?.nextAt == house.clock.now.addingTimeInterval(120))
      house.clock.advance(by: 119)
      #expect(try await outbox.drain() == 0)
      #expect(channel.carried.count == 2, "not before its time")
      house.clock.advance(by: 1)
      #expect(try await outbox.drain() == 1)
      #expect(try await house.desk.outbox().isEmpty)
    }
  }

  @Test(
    "What cannot succeed is given up, and what may have arrived is not repeated", arguments: DatabaseKind.testable,
    [
      (Recorder.Answer.fails(.permanent("550 no such user")), DeliveryState.failed),
      (.fails(.uncertain("The connection broke.")), .uncertain), (.breaksAfterCommit, .uncertain),
    ])
  func ends(kind: DatabaseKind, way: (answer: Recorder.Answer, state: DeliveryState)) async throws {
    try await withDelivery(kind) { house, rita in
      let channel = Recorder(.letter, [way.answer])
      let outbox = Outbox(desk: house.desk, channels: [channel])
      #expect(try await outbox.drain() == 0)
      house.clock.advance(by: 7 * 86_400)
      #expect(try await outbox.drain() == 0)
      #expect(channel.carried.count == 1)
      let entry = try #require(try await house.desk.outbox().first)
      #expect(entry.state == way.state)
      #expect(entry.error?.isEmpty == false, "the page can say why")
    }
  }

  @Test("Two outboxes at once deliver each thing once", arguments: DatabaseKind.testable)
  func twoOutboxes(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let rita = try await house.mail("W1", from: "rita@reporter.example")
      for number in 1...6 {
        let message = Conversation.Message(audience: .reporter, text: "Message \(number)")
        try await rita.by(house.ben, .conversation(.write(message)))
      }
      let channel = Recorder(.letter)
      // Whoever finds the channel busy goes home; the one that holds it carries on.
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 1...2 { group.addTask { try await Outbox(desk: house.desk, channels: [channel]).drain() } }
        return try await group.reduce(0, +)
      }
      let rest = try await Outbox(desk: house.desk, channels: [channel]).drain()
      #expect(counts + rest == 7, "the receipt and six door-bells")
      #expect(Set(channel.carried.map(\.key)).count == 7)
      #expect(channel.carried.count == 7)
    }
  }

  /// A house with one delivery in line: the receipt for Rita's mail.
  private func withDelivery(_ kind: DatabaseKind, _ body: (House, Matter) async throws -> Void) async throws {
    try await withHouse(kind) { house in
      try await body(house, try await house.mail("W1", from: "rita@reporter.example"))
    }
  }
}

extension Matter {
  /// Another process takes the next letter, and is never heard of again.
  fileprivate func claimedBySomebodyWhoDies(afterCommit: Bool = false) async throws {
    let house = house
    let table = OutboxTable(key: house.key)
    let claimed = try await house.desk.database.transaction { db in
      let entry = try table.claim(
        "letter", owner: "the dead", now: house.clock.now, leaseFor: house.desk.settings.lease, in: db)
      if afterCommit, let entry {
        #expect(try table.markCommitted(entry.id, owner: "the dead", now: house.clock.now, in: db))
      }
      return entry != nil
    }
    #expect(claimed)
  }
}
