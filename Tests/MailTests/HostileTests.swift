import Mail
import Testing

/// Mails built to hurt. Each is large enough that work growing with its square would never end.
@Suite("Hostile mails")
struct HostileTests {
  private func read(_ text: String) -> Message { Message(reading: Array(text.utf8)) }

  @Test("Damaged mails are read without a crash", .enabled(if: Corpus.isPresent, "conformance/mail is missing"))
  func survivesMutation() throws {
    var random = SplitMix64(state: 20_261_123)
    let seeds = try Corpus.messages.map { try Corpus.bytes($0) }.filter { $0.count < 6000 }
    let pieces = [
      "\r\n", "\n--", "=?utf-8?B?", "?=", "boundary=", "\"", "(", "<", ";", "=", "*0*=", "begin 644 x\n", "\u{0}",
    ]
    for _ in 0..<600 {
      var bytes = seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0 where place < bytes.count: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...200, using: &random)))
        case 2: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
        case 3:
          let other = seeds.randomElement(using: &random) ?? []
          let start = Int.random(in: 0...other.count, using: &random)
          bytes.insert(contentsOf: other[start..<min(other.count, start + 300)], at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      let message = Message(reading: bytes)
      for attachment in message.attachments {
        expectSafe(attachment.name)
        _ = attachment.content()
      }
      _ = (message.kind, message.subject, message.from, message.references, message.date)
      #expect(!message.text.utf8.contains(0))
    }
  }

  @Test("No bytes at all, and bytes that are no mail, are messages")
  func anything() {
    #expect(Message(reading: []).text.isEmpty)
    let empty = read("\r\n\r\n").text.filter { !$0.isWhitespace }
    #expect(empty.isEmpty)
    #expect(read("I found a hole in your parser\nand here it is").text.contains("hole in your parser"))
    #expect(read("Subject: x\nI forgot the blank line.\nBody").text.contains("forgot"))
    #expect(Message(reading: [UInt8](repeating: 0xFF, count: 1000)).text.isEmpty == false)
  }

  @Test("A hundred thousand multiparts in each other")
  func deep() {
    var text = ""
    for level in 0..<100_000 {
      text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    let message = read(text)
    #expect(message.oddities.contains { $0.code == .limit && $0.reason == "depth" })
  }

  @Test("A hundred thousand parts")
  func wide() {
    let message = read(
      "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\nx\n", count: 100_000))
    #expect(message.oddities.contains { $0.code == .limit && $0.reason == "parts" })
    #expect(message.parts.count <= 1002)
    #expect(message.attachments.last?.part?.isUnread == true)
  }

  @Test("Megabytes of encoded words, and of words that never end")
  func words() {
    let many = read("Subject: " + String(repeating: "=?utf-8?Q?a?= ", count: 200_000) + "\n\nx")
    #expect(many.subject?.hasPrefix("aaa") == true)
    #expect(many.oddities.contains { $0.code == .limit })
    #expect(read("Subject: " + String(repeating: "=?utf-8?Q?a", count: 100_000) + "\n\nx").text == "x")
  }

  @Test("Fifty thousand segments of a parameter")
  func segments() {
    var text = "Content-Type: text/plain"
    for index in 0..<50_000 { text += ";\n name*\(index)*=a" }
    #expect(read(text + "\n\nx").text == "x")
  }

  @Test("Brackets, comments, quotes and groups without end")
  func addresses() {
    for piece in ["(", "<", "\"", "a:", ",", "<>", "\\", "(\\", "\"@"] {
      let message = read("From: " + String(repeating: piece, count: 50_000) + "\nTo: b@c.test\n\nx")
      #expect(message.from.count <= 1000)
      #expect(message.to.map(\.address) == ["b@c.test"] || message.to.isEmpty)
    }
  }

  @Test("A million open elements, comments and references of HTML")
  func html() {
    for piece in ["<b>", "<a href=x>", "<!--", "<div style=display:none>", "</b>", "&amp", "<blockquote>", "<", "<p>a"]
    {
      let message = read("Content-Type: text/html\n\n" + String(repeating: piece, count: 60_000) + "end")
      #expect(message.text.utf8.count <= 2 * 1024 * 1024)
    }
  }

  @Test("A thousand beginnings of pasted files")
  func pasted() {
    let message = read("Subject: x\n\n" + String(repeating: "begin 644 a\n#86)C\n", count: 20_000))
    #expect(message.attachments.isEmpty)
  }

  @Test("Unknown and forbidden charset names never reach the system")
  func charsets() {
    for name in [
      "iso-2022-cn-ext", "ISO-2022-CN-EXT", "../../x", "utf-8//IGNORE", String(repeating: "x", count: 9999),
    ] {
      let message = read("Content-Type: text/plain; charset=\"\(name)\"\n\nplain")
      #expect(message.text == "plain")
      #expect(message.oddities.contains { $0.code == .charset })
    }
  }

  @Test("Text beyond the limit is cut and kept as an attachment")
  func long() {
    var limits = Message.Limits()
    limits.maxDecodedText = 100
    let message = Message(reading: Array(("Subject: x\n\n" + String(repeating: "ö", count: 1000)).utf8), limits: limits)
    #expect(message.text == String(repeating: "ö", count: 50))
    #expect(message.isTextCut)
    #expect(message.attachments.first?.size == 2000)
  }
}
