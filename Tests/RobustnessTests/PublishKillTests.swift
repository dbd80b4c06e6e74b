import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

/// Advisories go out while the machine is switched off again and again.
@Suite("Whoever is killed while advisories go out", .serialized)
struct PublishKillTests {
  static let kills = 110
  /// Seconds for which the program holds what it carries: longer than it needs, and short enough for a test.
  static let lease = 0.4

  @Test("tells no list twice, loses no word, and shows whole trees", arguments: DatabaseKind.testable)
  func publish(kind: DatabaseKind) async throws {
    try await House.with(kind) { house in
      // The server thinks for a moment after it has taken a mail: the moment in which nobody else can know.
      try await MailSink.with(pause: .milliseconds(20)) { sink in
        let house = house.with(["EMBARGO_SMTP": "smtp://127.0.0.1:\(sink.port)", "EMBARGO_LEASE": "\(Self.lease)"])
        let desk = try await house.desk(sendsMail: true)
        let team = try await Team(of: desk)
        let carriers = Carriers(house: house, desk: desk, kills: Self.kills)
        let watcher = TreeWatcher(tree: PublicTree(root: house.tree))
        async let watched: [String] = watcher.watch()
        var published: [CaseID: String] = [:]
        while await carriers.killed < Self.kills {
          let id = try await desk.receive(
            Submission(
              channel: .web, title: "Report \(published.count)", text: "text", contact: "rita@reporter.example",
              policyVersion: "")
          ).id
          try await team.prepare(id)
          try await team.approve(id)
          published[id] = try await desk.publish(id, by: team.ben)
          try await carriers.deliver(everythingOf: id)
        }
        watcher.stop()
        #expect(await watched == [])
        #expect(await carriers.killed >= Self.kills)
        try await expectHonest(published, sink, desk, house)
      }
    }
  }

  /// What the books say is what the mail server and the tree say.
  private func expectHonest(
    _ published: [CaseID: String], _ sink: MailSink, _ desk: Desk, _ house: House
  ) async throws {
    let mails = sink.mails
    #expect(Set(mails.map(\.messageID)).count == mails.count, "a mail was taken twice")
    #expect(!mails.contains { $0.messageID.isEmpty })
    for (id, advisory) in published {
      let deliveries = try await desk.outbox(of: id)
      let arrived = mails.filter { $0.field("Subject").hasPrefix("\(advisory):") }
      for list in desk.policy.channels.lists {
        #expect(arrived.filter { $0.recipient == list }.count <= 1, "\(list) was told twice of \(advisory)")
      }
      let toLists = deliveries.filter { $0.channel == Publication.Channel.list.rawValue }
      #expect(toLists.count == desk.policy.channels.lists.count)
      for delivery in toLists {
        #expect([.delivered, .uncertain].contains(delivery.state), "\(delivery.state)")
        if delivery.state == .delivered { #expect(arrived.count == 1, "\(advisory) was not announced") }
      }
      #expect(
        deliveries.filter { $0.channel == Publication.Channel.tree.rawValue }.map(\.state) == [.delivered])
      let receipts = try #require(try await desk.load(id)).publication.receipts.map(\.delivery)
      #expect(Set(receipts).count == receipts.count)
      #expect(Set(receipts) == Set(deliveries.filter { $0.state == .delivered }.map(\.key)))
    }
    let tree = PublicTree(root: house.tree)
    #expect(tree.faults() == [] && tree.index().count == published.count)
    try await house.expectCleanAudit()
    try await house.expectSameTablesAfterRebuild()
  }
}

/// Runs the outbox by the program, two at a time, and kills them.
private actor Carriers {
  let house: House
  let desk: Desk
  let kills: Int
  private(set) var killed = 0
  /// How long a run takes that is not killed, in milliseconds.
  private var usual = 400.0

  init(house: House, desk: Desk, kills: Int) {
    self.house = house
    self.desk = desk
    self.kills = kills
  }

  /// Until each delivery of the case has arrived, or stays uncertain.
  func deliver(everythingOf id: CaseID) async throws {
    while true {
      async let one: Void = run()
      async let other: Void = run()
      _ = try await (one, other)
      #expect(PublicTree(root: house.tree).faults() == [])
      let states = Set(try await desk.outbox(of: id).map(\.state))
      if states.isDisjoint(with: [.waiting, .underway]) { return }
      try await passTime()
    }
  }

  private func run() async throws {
    let start = ContinuousClock.now
    let isKilling = killed < kills && Double.random(in: 0..<1) < 0.9
    let delay = Duration.milliseconds(Double.random(in: 0...1.1) * usual)
    let ending = try await house.embargo("outbox", "run", killAfter: isKilling ? delay : nil)
    if ending.signal == SIGKILL {
      killed += 1
    } else {
      #expect(ending.status == 0, "\(ending.said)")
      let taken = start.duration(to: .now) / .milliseconds(1)
      usual = 0.8 * usual + 0.2 * min(taken, 2_000)
    }
  }

  /// A delivery that shall be tried again later is tried at once, as if that time had come.
  private func passTime() async throws {
    try await desk.database.transaction { db in
      try db.execute("UPDATE outbox SET next_at = 0 WHERE state = 'waiting'")
    }
  }
}

/// Somebody who looks at the published tree all the time.
private final class TreeWatcher: Sendable {
  let tree: PublicTree
  private let task: Task<[String], Never>

  init(tree: PublicTree) {
    self.tree = tree
    task = Task {
      var faults: [String] = []
      var seen = false
      while !Task.isCancelled {
        faults += tree.faults()
        if seen, tree.current == nil { faults.append("the tree has vanished") }
        seen = seen || tree.current != nil
        // Not a wait for anything: only a pause between two looks.
        try? await Task.sleep(for: .milliseconds(5))
      }
      return faults
    }
  }

  func stop() { task.cancel() }
  func watch() async -> [String] { await task.value }
}
