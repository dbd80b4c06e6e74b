import Casework
import Desk
import EmbargoTesting
import Foundation
import JSON
import Storage
import Synchronization
import Testing

/// The gates are asked again when a delivery departs. Nothing in the rules leads to these deliveries, so they are put into
/// the books by hand: as a fault somewhere else in the house would do.
@Suite("Departures")
struct DepartureTests {
  @Test("What is for everyone is held while an embargo is in force", arguments: DatabaseKind.testable)
  func embargo(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let rita = try await FirstLight().untilReady(at: house)
      try await rita.enqueue("stray", to: .tree)
      let channel = Recorder(.tree)
      #expect(try await Outbox(desk: house.desk, channels: [channel]).drain() == 0)
      #expect(channel.carried.isEmpty)
      let entry = try #require(try await rita.entry("stray"))
      #expect(entry.state == .held)
      #expect(entry.error == "Nothing of this case has been published.")

      // Not even an advisory that somehow counts as released gets out.
      try await rita.forgeRelease()
      try await rita.enqueue("forged", to: .tree)
      #expect(try await Outbox(desk: house.desk, channels: [channel]).drain() == 0)
      #expect(channel.carried.isEmpty)
      let forged = try #require(try await rita.entry("forged"))
      #expect(forged.state == .held)
      #expect(forged.error?.contains("The embargo runs until 2026-12-13 14:00 UTC.") == true)
    }
  }

  @Test("A delivery that this version cannot read is held, not guessed at", arguments: DatabaseKind.testable)
  func unknown(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let rita = try await house.mail("W1", from: "rita@reporter.example")
      try await rita.enqueue("future", to: .tree, payload: #"{"v": 2, "kind": "hologram"}"#)
      try await rita.enqueue("garbage", to: .tree, payload: "\u{0}\u{1}")
      let channel = Recorder(.tree)
      #expect(try await Outbox(desk: house.desk, channels: [channel]).drain() == 0)
      for key in ["future", "garbage"] { #expect(try await rita.entry(key)?.state == .held) }
      #expect(channel.carried.isEmpty)
    }
  }

  @Test("A holding advisory passes: others made it public", arguments: DatabaseKind.testable)
  func early(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let copy = try await house.form(.alreadyPublic)
      try await copy.isReadyToHold()
      try await copy.publish(by: house.ben)
      let channel = Recorder(.tree)
      #expect(try await Outbox(desk: house.desk, channels: [channel]).drain() == 1)
      #expect(channel.carried.map(\.notice) == [.advisory(id: "WHPG-2026-0001")])
    }
  }
}

extension Matter {
  /// Puts a delivery for everyone in line, past the desk.
  fileprivate func enqueue(_ key: String, to channel: Publication.Channel, payload: String? = nil) async throws {
    let payload =
      payload
        ?? """
        {"v": 1, "key": "\(key)", "channel": "\(channel.rawValue)", "audience": "everyone", "recipient": null,
         "notice": {"kind": "advisory", "id": "WHPG-2026-0001"}}
        """
    let (house, id) = (house, id)
    try await house.desk.database.transaction { db in
      try OutboxTable(key: house.key).enqueue(
        Array(payload.utf8), to: channel.rawValue, key: key, for: id.text, now: house.clock.now, in: db)
    }
  }

  fileprivate func entry(_ key: String) async throws -> OutboxEntry? {
    try await house.desk.outbox(of: id).first { $0.key == key }
  }

  /// Writes into the history that the advisory is out, though nobody released it.
  fileprivate func forgeRelease() async throws {
    let (house, id, subject) = (house, id, try await now())
    let advisory = try #require(subject.advisory(id: "WHPG-2026-0001", at: house.clock.now, policy: house.desk.policy))
    let event = Case.Event.publication(.released(advisory))
    try await house.desk.database.transaction { db in
      try EventStore(key: house.key).append(
        [NewEvent(name: event.wireName, at: house.clock.now, actor: "nobody", body: event.json.bytes())], to: id.text,
        after: subject.version, in: db)
    }
  }
}
