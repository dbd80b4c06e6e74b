import Mail
import Testing

/// What the projects that these mails come from say about them.
@Suite(
  "Facts about the public test mails", .enabled(if: Corpus.isPresent, "conformance/mail is not beside the package"))
struct FactsTests {
  private func read(_ name: String) throws -> Message { Message(reading: try Corpus.bytes(name)) }

  @Test(
    "Attachments carry the names their senders meant",
    arguments: [
      ("attachments/chatmail-attach_filename_encoded_words_bad_delimiter.eml", ["=?utf-8?q?foo?=.bar"]),
      ("attachments/chatmail-attach_filename_apostrophed_windows1251.eml", ["программирование.HTM"]),
      ("attachments/chatmail-attach_filename_combined.eml", ["Maßnahmen Okt. 2020.html"]),
      ("attachments/rubymail-attachment_nonascii_filename.eml", ["ciële.txt"]),
      ("attachments/rubymail-attachment_with_quoted_filename.eml", ["Eelanalüüsi päring.jpg"]),
      ("attachments/rubymail-attachment_message_rfc822_inline_image.eml", ["img.png", "Testmail.eml"]),
      ("openpgp/schleuder-exchange-mixed-up.eml", ["PGPMIME version identification", "encrypted.asc"]),
    ])
  func names(_ name: String, _ expected: [String]) throws {
    #expect(try read(name).attachments.map { $0.part?.fileName } == expected)
  }

  @Test("A calendar entry is an attachment, the alternative HTML is not")
  func calendar() throws {
    let message = try read("attachments/chatmail-calendar-alternative.eml")
    #expect(message.subject == "Subject was here")
    #expect(message.text == "Hello!")
    #expect(message.attachments.map(\.name) == ["calendar.ics"])
  }

  @Test(
    "Letters of other scripts arrive",
    arguments: [
      ("charset/rubymail-japanese_iso_2022.eml", "すみません。"),
      ("charset/rubymail-ks_c_5601-1987.eml", "스티해"),
      ("made/headers-8bit-latin1.eml", "Grüße"),
      ("made/utf7-subject-and-body.eml", "Frösche 😀"),
      ("openpgp/schleuder-pgp-armor-words-in-body.eml", "PGP"),
    ])
  func scripts(_ name: String, _ expected: String) throws {
    #expect(try read(name).text.contains(expected))
  }

  @Test("Subjects in UTF-7 and in raw Latin-1 arrive")
  func subjects() throws {
    #expect(try read("made/utf7-subject-and-body.eml").subject == "Die Hasen und die Frösche")
    #expect(try read("made/headers-8bit-latin1.eml").subject == "Überlauf in Zähler")
    let smtputf8 = try read("made/smtputf8.eml")
    #expect(smtputf8.subject == "Über")
    #expect(smtputf8.from == [Address(name: "Jürgen", address: "jürgen@reporter.test")])
  }

  @Test("A list's footer stands beside the signed text")
  func listFooter() throws {
    let message = try read("lists/chatmail-mailinglist_with_mimepart_footer_signed.eml")
    #expect(message.text.contains("content text") && message.text.contains("footer text"))
    #expect(message.kind == .list)
    #expect(message.attachments.map(\.name) == ["OpenPGP_signature"])
  }

  @Test("One bad reference does not hide the good ones")
  func references() throws {
    let message = try read("malformed/rubymail-multiple_references_with_one_invalid.eml")
    #expect(message.references == ["foo@bar.net", "baz@bar.net"])
  }

  @Test("An unusual From is read, an empty In-Reply-To is no answer to anything")
  func senders() throws {
    #expect(try read("malformed/rubymail-cant_parse_from.eml").from.first?.address == "News@InsideApple.Apple.com")
    #expect(try read("malformed/rubymail-empty_in_reply_to.eml").inReplyTo == [])
    let confusing = try read("made/from-display-name-confusion.eml")
    #expect(confusing.from == [Address(name: "rita@reporter.test", address: "mallory@attacker.test")])
    let two = try read("made/two-from-fields.eml")
    #expect(two.oddities.contains { $0.code == .repeatedField && $0.reason == "From" })
  }

  @Test("A mail that once overflowed a stack has two parts")
  func twoParts() throws {
    #expect(try read("malformed/rubymail-raw_email_encoded_stack_level_too_deep.eml").parts.count == 2)
  }

  @Test("RFC 8621 says which parts are text and which are attached")
  func bodyStructure() throws {
    let message = try read("mime/rfc8621-body-structure.eml")
    #expect(message.text.split(separator: "\n") == ["A", "B", "D", "K"])
    let contents = message.attachments.map { String(decoding: $0.content(), as: UTF8.self) }
    #expect(contents.map { $0.filter { !$0.isWhitespace }.suffix(1) } == ["C", "F", "G", "H", "J"])
    #expect(message.attachments.last?.message()?.subject == "J")
  }

  @Test("Names that are paths, devices or tricks become plain names")
  func nameTraps() throws {
    let message = try read("made/attachment-name-traps.eml")
    #expect(message.text == "names")
    #expect(message.attachments.count == 11)
    for attachment in message.attachments { expectSafe(attachment.name) }
    let names = message.attachments.map(\.name)
    #expect(
      names.prefix(7) == [
        "passwd", "win.ini", "photo_gpj.exe", "c.txt", "nul%00byte.txt", "htaccess", "_CON",
      ])
    #expect(names[7].hasSuffix(".log"))
    #expect(names.suffix(2) == ["screenshot.png", "diagram.svg"])
  }

  @Test("A file pasted into text by uuencode is an attachment")
  func uuencode() throws {
    let message = try read("made/uuencode-in-text.eml")
    #expect(message.attachments.map(\.name) == ["cat.txt"])
    #expect(message.attachments.first?.size == 29)
    #expect(message.attachments.first?.content().starts(with: "uuencoded attachment content".utf8) == true)
    #expect(message.text == "See the file.\n\n\nBye\n")
    let encoded = try read("malformed/rubymail-content_transfer_encoding_x_uuencode.eml")
    #expect(encoded.attachments.map(\.part?.encoding) == [.uuencode])
  }

  @Test("Flowed lines are joined, quotations keep their depth")
  func flowed() throws {
    let message = try read("made/flowed-delsp.eml")
    #expect(
      message.text
        == "> quoted one continues\n>> deeper\n\nThis is a long paragraph joined.\nFrom space-stuffed\n-- \nRita\n")
    let plain = try read("text/chatmail-text_plain_flowed.eml")
    #expect(plain.text.contains("ends with a space and will be merged with the next one due to format=flowed.\n"))
    #expect(plain.text.contains("does not end with a space\nand will"))
  }

  @Test("Hostile HTML becomes plain words")
  func hostileHTML() throws {
    let message = try read("made/html-only-hostile.eml")
    for visible in [
      "VISIBLE paragraph with bold", "free(p); free(p);", "cell 1\tcell 2", "good link <https://good.example/CVE>",
      "#0 0x4141 in main\n#1 0x4242 in libc", "> QUOTED earlier mail",
      "https://project.test/ <https://attacker.invalid/>",
      "[remote picture, not loaded]",
    ] { #expect(message.text.contains(visible), "\(visible)") }
    for gone in ["HIDDEN", "@import", "<script", "onerror", "attacker.invalid/pixel", "<p>"] {
      #expect(!message.text.contains(gone), "\(gone)")
    }
    #expect(message.hiddenText == "HIDDEN instruction text\n")
    #expect(try read("text/chatmail-wrong-html.eml").text.contains("text with Umlaut ä...\nMfG"))
  }

  @Test("A subject cannot smuggle a line break")
  func controlSubject() throws {
    let subject = try #require(try read("made/bidi-and-control-subject.eml").subject)
    #expect(!subject.utf8.contains(0x0A) && !subject.utf8.contains(0x0D))
    #expect(subject.contains("red Bcc: evil@attacker.test"))
  }

  @Test("A bounce that was asked for headers only holds no text of ours")
  func bounce() throws {
    let message = try read("made/dsn-postfix-3.7.11-failed-RET-HDRS.eml")
    #expect(message.kind == .bounce)
    #expect(!String(decoding: message.raw, as: UTF8.self).contains("SECRETBODY"))
    #expect(message.attachments.map(\.name) == ["delivery-status.txt", "headers.txt"])
  }

  @Test("Parts of a split message are kept, never assembled or fetched")
  func neverAssembled() throws {
    #expect(try read("malformed/rfc2046-partial-0.eml").attachments.map(\.mediaType) == ["message/partial"])
    #expect(try read("mime/external-body.eml").attachments.allSatisfy { $0.mediaType == "message/external-body" })
  }

  @Test(
    "Machines are told from people by the standard signs",
    arguments: [
      ("reports/chatmail-dsn_relayed.eml", Message.Kind.bounce),
      ("reports/chatmail-ms_exchange_report_disposition_notification.eml", .readReceipt),
      ("reports/chatmail-tlsrpt.eml", .automatic), ("reports/mimekit-delivery-status-no-blank-line.eml", .bounce),
      ("reports/mimekit-mdn.eml", .readReceipt), ("reports/sisimai-arf-01.eml", .feedbackReport),
      ("reports/sisimai-is-not-bounce-01.eml", .person), ("reports/sisimai-lhost-amazonses-01.eml", .bounce),
      ("reports/sisimai-lhost-exchange2007-01.eml", .bounce), ("reports/sisimai-lhost-exim-01.eml", .bounce),
      ("reports/sisimai-lhost-googleworkspace-01.eml", .bounce), ("reports/sisimai-lhost-office365-01.eml", .bounce),
      ("reports/sisimai-lhost-qmail-01.eml", .bounce), ("reports/sisimai-rfc3834-01.eml", .autoReply),
      ("reports/sisimai-rfc3834-02.eml", .autoReply), ("made/auto-reply-to-desk-token.eml", .autoReply),
      ("lists/rfc8463-dkim-example.eml", .person), ("made/smtputf8.eml", .person),
    ])
  func kinds(_ name: String, _ kind: Message.Kind) throws {
    let message = try read(name)
    #expect(message.kind == kind)
    #expect(message.isAutomatic == (kind != .person))
  }

  @Test("Depth beyond the limit is kept unread and said so")
  func nested() throws {
    let message = try read("made/nested-300.eml")
    #expect(message.oddities.contains { $0.code == .limit && $0.reason == "depth" })
    #expect(message.attachments.contains { $0.part?.isUnread == true })
  }
}
