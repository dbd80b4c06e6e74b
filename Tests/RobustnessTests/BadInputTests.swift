import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

/// What goes wrong is said in a sentence, and the next try works.
@Suite("Bad input")
struct BadInputTests {
  @Test("of a policy names the line and the key")
  func policy() async throws {
    try await House.with(.sqlite) { house in
      var lines = try String(contentsOfFile: House.policyFile, encoding: .utf8).components(separatedBy: "\n")
      let number = try #require(lines.firstIndex { $0.contains("holding_hours:") })
      lines[number] = lines[number].replacingOccurrences(of: "holding_hours", with: "holding_ours")
      let file = "\(house.folder)/policy.yaml"
      try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
      for arguments in [["policy", "check", file], ["case", "list", "--policy", file]] {
        let ending = try await house.program.run(arguments, environment: house.settings)
        #expect(
          ending.status == 1 && ending.said.contains("\(file):\(number + 1): clocks.holding_ours"), "\(ending.said)")
      }
      let mail = try await house.with(["EMBARGO_POLICY": file]).embargo("mail", "receive", input: Letters.report(0))
      #expect(mail.status == 75 && mail.errors.contains("clocks.holding_ours"), "\(mail.said)")
      let missing = try await house.embargo("case", "list", "--policy", "\(house.folder)/none.yaml")
      #expect(missing.status == 1 && missing.errors.contains("none.yaml cannot be read"), "\(missing.said)")
    }
  }

  @Test("of a mail with 60 MB is left with the mail server, in little memory", arguments: DatabaseKind.testable)
  func hugeMail(kind: DatabaseKind) async throws {
    try await House.with(kind) { house in
      let huge = Letters.report(0) + [UInt8](repeating: UInt8(ascii: "a"), count: 60 << 20)
      // Linux counts a parent's memory into the peak of what it starts, and this process may be large: a small one between
      // measures its child.
      let measure = """
        import resource, subprocess, sys
        status = subprocess.run(sys.argv[1:]).returncode
        print("peak of", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, "kilobytes", file=sys.stderr)
        sys.exit(status)
        """
      let ending = try await Program(path: "/usr/bin/python3").run(
        ["-c", measure, house.program.path, "mail", "receive", "--sender", "r@x.example"], environment: house.settings,
        input: huge)
      #expect(ending.status == 75 && ending.errors.contains("message_size_limit"), "\(ending.said)")
      let peak = ending.errors.split(separator: "peak of ").last?.split(separator: " ").first.flatMap { Int($0) }
      #expect(try #require(peak, "\(ending.said)") < 256 << 10, "kilobytes")
      let next = try await house.embargo("mail", "receive", "--sender", "r@x.example", input: Letters.report(1))
      #expect(next.status == 0, "\(next.said)")
      #expect(try await house.desk().cases().map(\.title) == ["Report 1"])
      try await house.expectCleanAudit()
    }
  }

  @Test("of a mail is kept whatever its bytes are", arguments: DatabaseKind.testable)
  func garbage(kind: DatabaseKind) async throws {
    try await House.with(kind) { house in
      let all = (0...255).map { UInt8($0) }
      let mails: [[UInt8]] = [
        [], [0], [10], Array("Subject: \0\r\n\r\n\0".utf8), all + all, Array(repeating: 0xFF, count: 100_000),
      ]
      for mail in mails {
        let ending = try await house.embargo("mail", "receive", "--sender", "r@x.example", input: mail)
        #expect(ending.status == 0, "\(mail.prefix(8)): \(ending.said)")
      }
      let desk = try await house.desk()
      let kept = try await desk.keptMail()
      var raw: Set<[UInt8]> = []
      for item in kept { raw.insert(try #require(try await desk.mail(item.id)).raw) }
      #expect(raw == Set(mails) && kept.allSatisfy { $0.state != .new })
    }
  }

  @Test("of a command is refused with a sentence, and nothing happens", arguments: DatabaseKind.testable)
  func commands(kind: DatabaseKind) async throws {
    try await withCase(kind) { house, id in
      let desk = try await house.desk()
      let ann = try #require(try await desk.members().first { $0.name == "Ann" }).party
      try await desk.perform(
        .report(.reproduce(.init(outcome: .reproduced, environment: "7.4.0", notes: "It works."))), on: id, by: ann)
      try await desk.perform(.report(.validate(duplicates: "none")), on: id, by: ann)
      let before = try await house.caseList()
      func refused(_ words: String..., status: Int32 = 2, saying part: String) async throws {
        let ending = try await house.program.run(
          ["case", "do", id.text] + words + ["--as", "Ben"], environment: house.settings)
        #expect(ending.status == status && ending.errors.contains(part), "\(words): \(ending.said)")
        #expect(ending.output.isEmpty && ending.errors.split(separator: "\n").count == 1, "\(ending.said)")
      }
      try await refused("propose-date", "until=2020-01-01 14:00", "reason=r", saying: "2020-01-01")
      try await refused("propose-date", "until=tomorrow", "reason=r", saying: "“tomorrow” is none")
      try await refused("propose-date", "until=2026-02-30 14:00", "reason=r", saying: "is none")
      try await refused("decide-date", "date=1999-12-31 23:59", "reason=r", saying: "1999-12-31")
      try await refused("score", "vector=CVSS:3.1/AV:Z", "final=yes", saying: "AV")
      try await refused("score", "vector=high", "final=yes", saying: "It looks like CVSS:3.1/")
      try await refused("score", "final=yes", saying: "CVSS vector")
      try await refused("score", "vektor=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", status: 1, saying: "“vektor”")
      try await refused("publish-now", status: 1, saying: "There is no command “publish-now”")
      try await refused("acknowledge", "text", status: 1, saying: "write name=value")
      try await refused("acknowledge", saying: "is missing")
      try await refused("acknowledge", "text=\(String(repeating: "a", count: 100_000))", saying: "65536")
      try await refused("pass-time", saying: "there is no form")
      try await refused("release", saying: "is missing")
      try await refused("release", "confirm=\(id)", saying: "nly an accepted report is published")
      #expect(try await house.caseList() == before)

      for (words, part) in [
        (["case", "show", "00000-00000"], "There is no such case"), (["case", "show", "x"], "There is no such case"),
        (["case", "show", id.text, "--at", "noon"], "“noon” is no time"),
        (["mail", "source", "x"], "There is no mail"), (["cvss", "high"], "high"),
        (["member", "add", "Cleo", "--role", "king"], "“king” is no role"), (["frobnicate"], "frobnicate"),
      ] {
        let ending = try await house.program.run(words, environment: house.settings)
        #expect(![0, nil].contains(ending.status) && ending.errors.contains(part), "\(words): \(ending.said)")
      }
      let stranger = try await house.embargo("case", "do", id.text, "acknowledge", "text=x", "--as", "Nobody")
      #expect(stranger.status == 1 && stranger.errors.contains("There is no member “Nobody”"), "\(stranger.said)")
    }
  }

  @Test(
    "of a setting says which one, and mail waits outside",
    arguments: [
      ("EMBARGO_DATABASE", "postgresql:///desk?host=/nonexistent", "The database cannot be reached"),
      ("EMBARGO_DATABASE", "/nonexistent/desk.db", "/nonexistent/desk.db"),
      ("EMBARGO_KEY_FILE", "/nonexistent/key", "/nonexistent/key"), ("EMBARGO_SMTP", "mail.example", "“mail.example”"),
      ("EMBARGO_SMTP", "smtp://mail.example:25", "“mail.example”"), ("EMBARGO_URL", "desk", "“desk”"),
      ("EMBARGO_LEASE", "long", "EMBARGO_LEASE"), ("EMBARGO_MAIL_MAX_SIZE", "50 MB", "EMBARGO_MAIL_MAX_SIZE"),
    ])
  func settings(name: String, value: String, part: String) async throws {
    try await House.with(.sqlite) { house in
      let house = house.with([name: value])
      let list = try await house.embargo("case", "list")
      #expect(list.status == 1 && list.errors.contains(part) && list.output.isEmpty, "\(list.said)")
      let mail = try await house.embargo("mail", "receive", input: Letters.report(0))
      #expect(mail.status == 75 && mail.errors.contains(part), "\(mail.said)")
    }
  }

  @Test("of two members at once goes to one of them", arguments: DatabaseKind.testable)
  func twoMembers(kind: DatabaseKind) async throws {
    try await withCase(kind) { house, first in
      var cases = [first]
      let desk = try await house.desk()
      for number in 1..<6 {
        cases.append(
          try await desk.receive(Submission(channel: .web, title: "\(number)", text: "text", policyVersion: "")).id)
      }
      for id in cases {
        async let one = house.embargo("case", "do", id.text, "acknowledge", "text=Thank you.", "--as", "Ann")
        async let other = house.embargo("case", "do", id.text, "acknowledge", "text=Thanks.", "--as", "Ben")
        let endings = try await [one, other]
        #expect(Set(endings.map(\.status)) == [0, 2], "\(endings.map(\.said))")
        let refused = try #require(endings.first { $0.status == 2 })
        #expect(refused.errors.hasSuffix(".\n") && refused.output.isEmpty, "\(refused.said)")
        let letters = try #require(try await desk.load(id)).conversation.letters
        #expect(letters.filter { $0.text.hasPrefix("Thank") }.count == 1)
      }
      try await house.expectCleanAudit()
    }
  }

  /// A house with one report and two members, Ann and Ben.
  private func withCase(_ kind: DatabaseKind, _ body: (House, CaseID) async throws -> Void) async throws {
    try await House.with(kind) { house in
      let desk = try await house.desk()
      _ = try await Team(of: desk)
      let admission = try await desk.receive(
        Submission(channel: .web, title: "title", text: "text", policyVersion: ""))
      try await body(house, admission.id)
    }
  }
}
