import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

/// The desk is told to stop, as by every restart of its machine.
@Suite("A desk that is told to stop")
struct StopTests {
  @Test("finishes the letter that it is handing over", arguments: DatabaseKind.testable)
  func finishes(kind: DatabaseKind) async throws {
    try await House.with(kind) { house in
      // The server thinks for so long that the desk is told to stop in the middle.
      try await MailSink.with(pause: .seconds(1)) { sink in
        let house = house.with(["EMBARGO_SMTP": "smtp://127.0.0.1:\(sink.port)", "EMBARGO_URL": "http://127.0.0.1:1"])
        let desk = try await house.desk(sendsMail: true)
        let team = try await Team(of: desk)
        let id = try await desk.receive(
          Submission(channel: .web, title: "title", text: "text", policyVersion: "")
        ).id
        try await team.prepare(id)
        try await team.approve(id)
        _ = try await desk.publish(id, by: team.ben)

        let serving = try house.program.start(["serve", "--listen", "127.0.0.1:0"], environment: house.settings)
        try await eventually("the announcement was never handed over: \(serving.text)") { !sink.mails.isEmpty }
        serving.send(SIGTERM)
        let ending = await serving.ending()
        #expect(ending.status == 0, "\(ending.said)")
        let list = try await desk.outbox(of: id).filter { $0.channel == Publication.Channel.list.rawValue }
        #expect(list.map(\.state) == [.delivered])
        #expect(sink.mails.count == 1)
        try await house.expectCleanAudit()
      }
    }
  }
}

/// Looks again and again until it is so. For what another process does.
func eventually(
  _ otherwise: @autoclosure () -> String, sourceLocation: SourceLocation = #_sourceLocation,
  _ isSo: () async throws -> Bool
) async throws {
  let deadline = ContinuousClock.now + .seconds(60)
  while try await !isSo() {
    try #require(ContinuousClock.now < deadline, "\(otherwise())", sourceLocation: sourceLocation)
    try await Task.sleep(for: .milliseconds(10))
  }
}
