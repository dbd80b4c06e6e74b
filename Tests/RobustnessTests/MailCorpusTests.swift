import Casework
import Desk
import EmbargoTesting
import Foundation
import Mailroom
import Storage
import Testing

@Suite("Every public test mail", .enabled(if: Corpus.folder != nil, "conformance/mail is not beside the package"))
struct MailCorpusTests {
  @Test("is taken and comes back byte for byte", arguments: DatabaseKind.testable)
  func everyMail(kind: DatabaseKind) async throws {
    try await House.with(kind) { house in
      let desk = try await house.desk()
      let intake = MailIntake(desk: desk)
      var expected: [String: [UInt8]] = [:]
      for name in Corpus.names {
        let raw = try Corpus.bytes(name)
        let outcome = try await intake.receive(raw, sender: "someone@reporter.example")
        #expect(outcome != .kept, "\(name) was not read")
        let id = try await desk.keep(raw: raw, sender: "", recipient: desk.policy.project.address, route: "pipe").id
        expected[id] = raw
      }
      let kept = try await desk.keptMail()
      #expect(Set(kept.map(\.id)) == Set(expected.keys))
      for item in kept {
        #expect(try await desk.mail(item.id)?.raw == expected[item.id])
        if let handle = item.caseID.flatMap({ CaseID($0) }) {
          #expect(try await desk.source(of: handle) == expected[item.id])
        }
      }
      try await house.expectCleanAudit()
    }
  }

  @Test("goes through the program as well, the OpenPGP ones included", arguments: DatabaseKind.testable)
  func program(kind: DatabaseKind) async throws {
    let names = stride(from: 0, to: Corpus.names.count, by: max(1, Corpus.names.count / 8)).map { Corpus.names[$0] }
    let openPGP = Corpus.names.filter { $0.hasPrefix("openpgp/") || $0.contains("pgpmime") }.prefix(3)
    try await House.with(kind) { house in
      for name in names + openPGP {
        let raw = try Corpus.bytes(name)
        let received = try await house.embargo("mail", "receive", "--sender", "someone@reporter.example", input: raw)
        #expect(received.status == 0, "\(name): \(received.said)")
        let desk = try await house.desk()
        let kept = try await desk.keep(raw: raw, sender: "", recipient: desk.policy.project.address, route: "pipe")
        #expect(!kept.isNew, "\(name) was not kept")
        let source = try await house.embargo("mail", "source", kept.id)
        #expect(source.status == 0 && source.output == raw, "\(name)")
      }
    }
  }
}
