import Foundation
import Mail
import Testing

@Suite("Letters")
struct LetterTests {
  private func letter(subject: String = "Your report", body: String = "Thank you.\n") -> Letter {
    Letter(
      from: Address(name: "Project Security", address: "security@project.test"),
      to: [Address(name: "Rita", address: "rita@reporter.test")], subject: subject, messageID: "abc@project.test",
      date: Date(timeIntervalSince1970: 1_795_428_000), body: body)
  }

  @Test("A plain letter is plain on the wire")
  func plain() throws {
    var letter = letter()
    letter.replyTo = [Address(address: "security+token@project.test")]
    letter.inReplyTo = ["one@reporter.test"]
    letter.references = ["zero@project.test", "one@reporter.test"]
    letter.extraFields = [.init("Auto-Submitted", "auto-replied")]
    let wire = String(decoding: try letter.bytes(), as: UTF8.self)
    #expect(
      wire == """
        From: Project Security <security@project.test>\r
        To: Rita <rita@reporter.test>\r
        Reply-To: <security+token@project.test>\r
        Subject: Your report\r
        Date: Mon, 23 Nov 2026 10:00:00 +0000\r
        Message-ID: <abc@project.test>\r
        In-Reply-To: <one@reporter.test>\r
        References: <zero@project.test> <one@reporter.test>\r
        Auto-Submitted: auto-replied\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: 7bit\r
        \r
        Thank you.\r

        """)
  }

  @Test("Whatever is written is read again, in 7-bit lines that no server breaks")
  func roundTrip() throws {
    var random = SplitMix64(state: 7)
    for _ in 0..<300 {
      var letter = letter(subject: text(200, &random), body: text(2000, &random, lines: true))
      letter.to = [Address(name: text(60, &random), address: "rita@reporter.test"), Address(address: "b@c.test")]
      letter.references = (0..<14).map { "\($0)@project.test" }
      let bytes = try letter.bytes()
      expectFit(bytes)
      let message = Message(reading: bytes)
      #expect(message.subject == letter.subject)
      #expect(message.to.map(\.address) == letter.to.map(\.address))
      #expect((message.to.first?.name ?? "") == letter.to.first?.name)
      #expect(message.messageID == letter.messageID)
      #expect(message.date == letter.date)
      #expect(message.references.count == 10 && message.references.last == "13@project.test")
      #expect(message.text == (letter.body.hasSuffix("\n") ? letter.body : letter.body + "\n"))
      #expect(message.attachments.isEmpty && message.kind == .person)
    }
  }

  @Test("Lines that servers or readers would touch are protected")
  func protected() throws {
    let body = "From the start\n.\n..dots\ntrailing \n\ttab\t\n" + String(repeating: "x", count: 500) + "\n=\n"
    let bytes = try letter(body: body).bytes()
    expectFit(bytes)
    let wire = String(decoding: bytes, as: UTF8.self)
    #expect(!wire.contains("\nFrom ") && !wire.contains("\n.") && !wire.contains(" \r\n"))
    #expect(Message(reading: bytes).text == body)
  }

  @Test("A value cannot add a field", arguments: ["\r\nBcc: evil@attacker.test", "a\nb", "a\rb", "a\u{0}b"])
  func injection(_ poison: String) {
    func expectFault(_ code: Letter.Fault.Code, _ change: (inout Letter) -> Void) {
      var letter = letter()
      change(&letter)
      #expect(fault(letter)?.code == code)
    }
    expectFault(.control) { $0.subject = poison }
    expectFault(.control) { $0.from = Address(name: poison, address: "a@b.test") }
    expectFault(.address) { $0.to = [Address(address: "a@b.test" + poison)] }
    expectFault(.messageID) { $0.messageID = "a@b.test" + poison }
    expectFault(.control) { $0.inReplyTo = [poison] }
    expectFault(.control) { $0.references = [poison] }
    expectFault(.control) { $0.extraFields = [.init("X-A", poison)] }
    expectFault(.fieldName) { $0.extraFields = [.init("X-A" + poison, "b")] }
  }

  @Test("What cannot be sent is refused with its field")
  func refusals() {
    func fault(_ change: (inout Letter) -> Void) -> Letter.Fault? {
      var letter = letter()
      change(&letter)
      return self.fault(letter)
    }
    #expect(fault { $0.to = [] }?.code == .noRecipient)
    let nobody = fault { $0.to = [Address(address: "nobody")] }
    #expect(nobody?.code == .address && nobody?.field == "To")
    #expect(fault { $0.to = [Address(address: "jürgen@reporter.test")] }?.code == .address)
    #expect(fault { $0.cc = [Address(address: "a@b@c.test")] }?.field == "Cc")
    #expect(fault { $0.extraFields = [.init("Subject", "again")] }?.code == .fieldName)
    #expect(fault { $0.extraFields = [.init("Content-Type", "text/html")] }?.code == .fieldName)
    #expect(fault { $0.date = Date(timeIntervalSince1970: 1e15) }?.code == .date)
    #expect(fault { $0.body = "a\u{0}" }?.field == "body")
    #expect(fault { $0.references = ["jürgen@reporter.test"] } == nil)
  }

  private func fault(_ letter: Letter) -> Letter.Fault? {
    do throws(Letter.Fault) {
      _ = try letter.bytes()
      return nil
    } catch { return error }
  }

  private func expectFit(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(bytes.allSatisfy { $0 < 0x80 }, sourceLocation: sourceLocation)
    for line in bytes.split(separator: 0x0A) {
      #expect(line.last == 0x0D && line.count <= 79, sourceLocation: sourceLocation)
    }
  }

  /// Letters of many scripts and all of ASCII that a mail may hold; sometimes only ASCII.
  private func text(_ most: Int, _ random: inout SplitMix64, lines: Bool = false) -> String {
    let ascii = Array(0x20...0x7E as ClosedRange<UInt32>)
    let wide: [UInt32] = [0xE4, 0xDF, 0x20AC, 0x416, 0x5D0, 0x4E2D, 0x1F600, 0x301, 0x202E, 0x9, 0x1B]
    let isPlain = Bool.random(using: &random)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...most, using: &random) {
      let pool = isPlain || Bool.random(using: &random) ? ascii : wide
      if let scalar = pool.randomElement(using: &random).flatMap(Unicode.Scalar.init) { text.append(scalar) }
      if lines, Int.random(in: 0..<40, using: &random) == 0 { text.append("\n") }
    }
    return String(text)
  }
}
