import AdvisoryTypes
import Casework
import Foundation
import JSON
import Logging
public import ServiceLifecycle
import Storage
import Vault

/// The one door out: claims what waits, asks the gates again, carries it through its channel, and writes the receipt into
/// the case.
public struct Outbox: Service, Sendable {
  let desk: Desk
  let channels: [any Channel]

  public init(desk: Desk, channels: [any Channel]) {
    self.desk = desk
    self.channels = channels
  }

  /// Runs until it is told to stop. A delivery that is underway is finished first.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          _ = try await drain()
        } catch {
          desk.logger.error("The outbox cannot work", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: .milliseconds(500))
      }
    }
  }

  /// Carries out everything that is due now. Returns how many deliveries arrived.
  @discardableResult
  public func drain() async throws -> Int {
    var delivered = 0
    for channel in channels {
      while !Task.isCancelled {
        // In a task of its own: to be told to stop does not reach into a delivery that is underway.
        let carrying = Task { try await carryNext(through: channel) }
        guard let arrived = try await carrying.value else { break }
        delivered += arrived ? 1 : 0
      }
    }
    return delivered
  }

  /// The channel's next delivery. Nil when none is due, else whether it arrived.
  private func carryNext(through channel: any Channel) async throws -> Bool? {
    let owner = Random.token()
    let (desk, now) = (desk, desk.clock.now)
    let claimed = try await desk.decidingAgain { db in
      try desk.outboxTable.claim(
        channel.channel.rawValue, owner: owner, now: now, leaseFor: desk.settings.lease, in: db)
    }
    guard let entry = claimed else { return nil }
    guard let payload = entry.payload, let json = try? JSON(parsing: payload), let delivery = Delivery(json: json),
      let id = entry.caseID.flatMap({ CaseID($0) })
    else {
      try await settle(entry, owner, .hold("This version of the desk cannot read the delivery."))
      return false
    }
    let objections = try await objections(to: delivery, of: id)
    guard objections.isEmpty else {
      try await settle(entry, owner, .hold(objections.map(\.sentence).joined(separator: " ")))
      return false
    }
    guard try await mayBeTold(delivery, of: id) else {
      try await settle(entry, owner, .retry("The page is not there yet; lists are told after it."))
      return false
    }
    return try await carry(delivery, entry, of: id, owner: owner, through: channel)
  }

  /// A list is told when there is something to read: after the tree that shows the advisory.
  private func mayBeTold(_ delivery: Delivery, of id: CaseID) async throws -> Bool {
    guard delivery.channel == .list, channels.contains(where: { $0.channel == .tree }) else { return true }
    guard let publication = try await desk.load(id)?.publication,
      let released = publication.revisedAt ?? publication.releasedAt
    else { return false }
    return publication.receipts.contains { $0.channel == .tree && $0.at >= released }
  }

  private func carry(
    _ delivery: Delivery, _ entry: OutboxEntry, of id: CaseID, owner: String, through channel: any Channel
  ) async throws -> Bool {
    let desk = desk
    let committed = Flag()
    do {
      let proof = try await channel.carry(delivery, of: id) {
        let now = desk.clock.now
        let held = try await desk.database.transaction { db in
          try desk.outboxTable.markCommitted(entry.id, owner: owner, now: now, in: db)
        }
        guard held else { throw CarryFault.temporary("The lease was lost.") }
        committed.raise()
      }
      return try await record(proof, delivery, entry, of: id, owner: owner)
    } catch let fault as CarryFault {
      switch fault {
      case .temporary(let why): try await settle(entry, owner, .retry(why))
      case .permanent(let why): try await settle(entry, owner, .fail(why))
      case .uncertain(let why): try await settle(entry, owner, .doubt(why))
      }
    } catch {
      try await settle(entry, owner, committed.isRaised ? .doubt("\(error)") : .retry("\(error)"))
    }
    return false
  }

  /// The receipt and the end of the delivery are one fact.
  private func record(
    _ proof: String, _ delivery: Delivery, _ entry: OutboxEntry, of id: CaseID, owner: String
  ) async throws -> Bool {
    let desk = desk
    return try await desk.decidingAgain { db in
      let mine = try desk.outboxTable.delivered(
        entry.id, owner: owner, receipt: Array(proof.utf8), now: desk.clock.now, in: db)
      guard mine else { return false }
      try desk.apply(
        .publication(.recordReceipt(delivery: delivery.key, channel: delivery.channel, proof: proof)),
        to: desk.load(id, in: db), by: .desk, in: db)
      return true
    }
  }

  /// The gates at departure: what was true when somebody decided may not be true any more.
  private func objections(to delivery: Delivery, of id: CaseID) async throws -> [Objection] {
    guard delivery.audience == .everyone else { return [] }
    guard let subject = try await desk.load(id) else { return [Objection("G1", "The case is not there.")] }
    guard let advisory = subject.publication.advisory, delivery.notice == .advisory(id: advisory.id) else {
      return [Objection("G1", "Nothing of this case has been published.")]
    }
    let departure = Departure(subject: subject, advisory: advisory, audience: .everyone, now: desk.clock.now)
    return Gates.objections(toCarrying: departure, also: desk.gates)
  }

  private enum Outcome {
    case hold(String)
    case retry(String)
    case fail(String)
    case doubt(String)
  }

  private func settle(_ entry: OutboxEntry, _ owner: String, _ outcome: Outcome) async throws {
    let (desk, now) = (desk, desk.clock.now)
    // 1, 2, 4 … minutes, at most an hour.
    let wait = min(3_600, 60 * pow(2, Double(min(entry.attempts, 10) - 1)))
    desk.logger.warning(
      "A delivery did not arrive", metadata: ["delivery": "\(entry.id)", "channel": "\(entry.channel)"])
    _ = try await desk.database.transaction { db in
      switch outcome {
      case .hold(let why): try desk.outboxTable.hold(entry.id, owner: owner, reason: why, in: db)
      case .retry(let why):
        try desk.outboxTable.retry(entry.id, owner: owner, at: now.addingTimeInterval(wait), error: why, in: db)
      case .fail(let why): try desk.outboxTable.fail(entry.id, owner: owner, error: why, in: db)
      case .doubt(let why): try desk.outboxTable.doubt(entry.id, owner: owner, error: why, in: db)
      }
    }
  }
}
