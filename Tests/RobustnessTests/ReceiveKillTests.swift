import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

/// A mail server retries until it hears 0; in between the machine is switched off again and again.
@Suite("Whoever is killed while a mail comes in", .serialized)
struct ReceiveKillTests {
  static let kills = 110

  @Test("loses no report and doubles none", arguments: DatabaseKind.testable)
  func receive(kind: DatabaseKind) async throws {
    try await House.with(kind) { house in
      let server = MailServer(house: house, kills: Self.kills)
      let sent = try await server.run()
      #expect(await server.killed >= Self.kills)
      try await house.readPending()

      let desk = try await house.desk()
      let kept = try await desk.keptMail()
      #expect(kept.count == sent.count)
      #expect(kept.allSatisfy { $0.state == .read })
      let cases = try await desk.cases().map(\.id)
      #expect(cases.count == sent.count && Set(kept.compactMap(\.caseID)) == Set(cases.map(\.text)))
      var sources: Set<[UInt8]> = []
      for id in cases {
        let source = try #require(try await desk.source(of: id))
        sources.insert(source)
        let files = try #require(try await desk.load(id)?.report.submission?.attachments)
        #expect(files.count == 1)
      }
      #expect(sources == Set(sent))
      try await house.expectCleanAudit()

      try await house.expectSameTablesAfterRebuild()
    }
  }
}

/// Delivers mails by the pipe, several at once.
private actor MailServer {
  let house: House
  let kills: Int
  private(set) var killed = 0
  private var sent: [[UInt8]] = []
  /// How long a delivery takes that is not killed, in milliseconds.
  private var usual = 200.0

  init(house: House, kills: Int) {
    self.house = house
    self.kills = kills
  }

  /// Returns the mails that were taken, each sent until the answer was 0.
  func run() async throws -> [[UInt8]] {
    // The first one makes the desk, and the next ones show how long it takes when several are at it.
    try await deliver(killing: false)
    try await atOnce { try await self.deliver(killing: false) }
    try await atOnce { while await self.killed < self.kills { try await self.deliver(killing: true) } }
    return sent
  }

  private func atOnce(_ work: @escaping @Sendable () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<3 { group.addTask(operation: work) }
      try await group.waitForAll()
    }
  }

  private func deliver(killing: Bool) async throws {
    let mail = Letters.report(sent.count)
    sent.append(mail)
    while true {
      let delay = Duration.milliseconds(Double.random(in: 0...1.3) * usual)
      let start = ContinuousClock.now
      let ending = try await house.embargo(
        "mail", "receive", "--sender", "r@reporter.example", input: mail,
        killAfter: killing && killed < kills ? delay : nil)
      if ending.status == 0 {
        usual = 0.8 * usual + 0.2 * (start.duration(to: .now) / .milliseconds(1))
        return
      }
      #expect(ending.signal == SIGKILL || ending.status == 75, "\(ending.said)")
      if ending.signal == SIGKILL { killed += 1 }
    }
  }
}
