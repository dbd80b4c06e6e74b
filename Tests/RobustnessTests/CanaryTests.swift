import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing
import Vault

/// What a report says stands nowhere in plain until it is published.
@Suite("A word from a report")
struct CanaryTests {
  @Test("stands nowhere in plain before publication", arguments: DatabaseKind.testable)
  func sealed(kind: DatabaseKind) async throws {
    try await withSearchable(kind) { house, server in
      let out = "\(house.folder)/mail-out"
      let house = house.with(["EMBARGO_SMTP": "folder:\(out)"])
      let canary = Canary(
        "title", "text", "name", "address", "file", "content", "answer", "finding", "draft", "control")
      var said = try await deliver(canary, to: house)
      try await work(canary, in: house)
      for arguments in [["outbox", "run"], ["outbox", "list"], ["rebuild"], ["audit", "verify"]] {
        said += try await house.program.run(arguments, environment: house.settings).said
      }
      try said.write(toFile: "\(house.folder)/log", atomically: true, encoding: .utf8)

      // A word in plain is found, so the search can see.
      try await house.database.transaction { db in
        try db.execute("INSERT INTO policies (version, document, since) VALUES ('control', \(canary["control"]), 0)")
      }
      let books = Canary.files(below: server ?? house.folder)
      #expect(canary.findings(in: books).contains { $0.hasPrefix("control as UTF-8 in ") })

      let files = Set(books + Canary.files(below: house.folder))
      let letters = files.filter { $0.hasPrefix(out) }
      #expect(!letters.isEmpty)
      #expect(canary.findings(in: Array(files.subtracting(letters)), except: ["control"]) == [])
      // A letter goes to its recipient; nothing else of the report is in it.
      #expect(canary.findings(in: Array(letters), except: ["address"]) == [])
    }
  }

  /// A house whose database's files are its own: for PostgreSQL with a server of its own, whose data folder comes along.
  private func withSearchable(_ kind: DatabaseKind, _ body: (House, String?) async throws -> Void) async throws {
    guard kind == .postgres else { return try await House.with(kind) { try await body($0, nil) } }
    let server = try await PostgresServer.start()
    do {
      let address = try await server.freshDatabase()
      try await House.with(.sqlite) { house in
        let database = PostgresDatabase(url: address)
        try await body(House(folder: house.folder, address: address, database: database), "\(server.folder)/data")
        await database.close()
      }
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  /// The report comes by mail, by the form, and once more as a mail that cannot become a case. Returns what the program said.
  private func deliver(_ canary: Canary, to house: House) async throws -> String {
    let mail = """
      From: \(canary["name"]) <\(canary["address"])@reporter.example>
      To: security@warehousepg.org
      Subject: \(canary["title"])
      Message-ID: <\(canary["text"])@reporter.example>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      \(canary["text"]) \(String(repeating: "and \(canary["text"]) again\n", count: 2_000))
      --b
      Content-Type: application/octet-stream
      Content-Disposition: attachment; filename="\(canary["file"]).txt"

      \(canary["content"])
      --b--

      """
    let sender = "\(canary["address"])@reporter.example"
    let ending = try await house.embargo("mail", "receive", "--sender", sender, input: Array(mail.utf8))
    #expect(ending.status == 0, "\(ending.said)")
    let bounce = """
      From: mailer-daemon@reporter.example
      Subject: \(canary["title"])
      Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b
      Content-Type: text/plain

      \(canary["text"])
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; \(canary["name"]).example

      Final-Recipient: rfc822; \(sender)
      Action: failed
      --b--

      """
    let second = try await house.embargo("mail", "receive", "--sender", "", input: Array(bounce.utf8))
    #expect(second.status == 0, "\(second.said)")
    let refused = try await house.with(["EMBARGO_MAIL_MAX_SIZE": "100"])
      .embargo("mail", "receive", "--sender", sender, input: Array(mail.utf8))
    #expect(refused.status == 75)
    return ending.said + second.said + refused.said
  }

  /// Everything but the release: the last moment before publication.
  private func work(_ canary: Canary, in house: House) async throws {
    let desk = try await house.desk(sendsMail: true)
    let team = try await Team(of: desk)
    _ = try await desk.receive(
      Submission(
        channel: .web, title: canary["title"], text: canary["text"], name: canary["name"],
        contact: "\(canary["address"])@reporter.example", steps: canary["content"], policyVersion: ""),
      files: [.init(name: canary["file"], mediaType: "text/plain", content: Array(canary["content"].utf8))])
    let rows = try await desk.cases()
    #expect(rows.count == 2 && rows.allSatisfy { $0.title == canary["title"] })
    for row in rows {
      try await team.prepare(row.id, title: canary["draft"])
      try await desk.perform(
        .conversation(.write(.init(audience: .reporter, text: canary["answer"]))), on: row.id, by: team.ann)
      try await desk.perform(
        .facts(.record(.exploit, .init(canary["finding"], happened: desk.now))), on: row.id, by: team.ann)
      try await team.approve(row.id)
    }
  }
}
