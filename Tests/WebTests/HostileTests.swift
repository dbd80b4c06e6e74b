import AdvisoryTypes
import Casework
import Desk
import Foundation
import Hummingbird
import Testing

@testable import Web

/// Reports are written by anybody, attackers included.
struct HostileTests {
  /// Each would show as a tag, an attribute or a text of its own if it were not escaped.
  static let corpus = [
    "<zq9>", "\"><zq9 onzq9=1>", "'><zq9>", "</title><zq9>", "</textarea><zq9>", "</code><zq9>", "&lt;zq9&gt;<zq9 x",
    "\" onzq9=\"alert(1)", "' onzq9='alert(1)", "javascript:zq9", "<!--<zq9>-->", "<svg/onzq9=1>", "<zq9\u{0}>",
    "](javascript:zq9)", "![x](https://zq9.example/p.png)", "<https://zq9.example>", "\u{202E}9qz", "{{zq9}}",
    "<scr<script>ipt>zq9", "<img src=x onzq9=1>", "<zq9\r\nSet-Cookie: zq9=1", "%3Czq9%3E", "＜zq9＞", "<style>zq9",
  ]

  /// Tags of our own pages.
  static let known: Set<String> = [
    "!doctype", "a", "abbr", "article", "b", "body", "br", "button", "code", "dd", "details", "div", "dl", "dt", "em",
    "fieldset", "form", "h1", "h2", "h3", "h4", "h5", "head", "header", "html", "input", "kbd", "label", "legend", "li",
    "link", "main", "mark", "meta", "nav", "ol", "option", "p", "section", "select", "small", "span", "strong",
    "summary",
    "table", "tbody", "td", "textarea", "th", "thead", "time", "title", "tr", "ul", "wbr",
  ]

  /// Reads a page's tags as a browser would and reports what is not ours.
  static func strangers(in page: String) -> [String] {
    var found: [String] = []
    // Our own script, as it stands in the head, is no stranger; any other is.
    let whole = page.replacing(
      "<script src=\"/assets/desk.js\" defer></script>\n</head>", with: "</head>", maxReplacements: 1)
    var rest = Substring(whole)
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      let name = rest.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" }.lowercased()
      if !known.contains(name) { found.append("<\(name)") }
      var quote: Character?
      var attributes = ""
      while let character = rest.first, quote != nil || character != ">" {
        if let open = quote {
          if character == open { quote = nil }
        } else if character == "\"" {
          quote = character
        } else {
          attributes.append(character)
        }
        rest.removeFirst()
      }
      if attributes.contains("zq9") || attributes.lowercased().contains(" on") { found.append(attributes) }
    }
    return found
  }

  private func expectOurs(_ answer: Visitor.Answer, _ page: String) {
    let found = Self.strangers(in: answer.text)
    #expect(found.isEmpty, "\(page): \(found.prefix(3))")
    #expect(!answer.text.contains("href=\"javascript") && !answer.text.contains("<img"), "\(page)")
    // In a field the text stays as it was typed, and the advisory is shown as it would be published, under a warning;
    // everywhere else such characters are made visible.
    let shown = answer.text.replacing(/value="[^"]*"/, with: "").replacing(/<textarea[^>]*>[^<]*/, with: "")
      .replacing(/<details class="preview" open>.*?<\/details>/.dotMatchesNewlines(), with: "")
    if answer.text.contains("class=\"preview\""), answer.text.contains("\u{202E}") {
      #expect(answer.text.contains("turn lines around (U+202E)"), "\(page)")
    }
    #expect(!shown.contains("\u{202E}"), "\(page)")
    #expect(answer.headers.allSatisfy { !$0.value.contains("zq9") }, "\(page)")
  }

  @Test("No text of a report becomes markup on any page", arguments: corpus)
  func report(payload: String) async throws {
    try await House.with { house in
      var visitor = Visitor(house.website)
      let names = ReportForm.lines + ReportForm.texts
      let fields = names.filter { $0.name != "contact" }.map { ($0.name, payload) }
      let ticked = fields + [("public", "yes"), ("exploited", "yes"), ("credit", "named"), ("impact", payload)]
      expectOurs(try await visitor.post("/report", fields + [("contact", payload)]), "the refused form")
      let sent = try await visitor.post(
        "/report", ticked, files: [(payload.filter { !$0.isNewline && $0 != "\"" }, Array("x".utf8))])
      expectOurs(sent, "the answer")
      let row = try #require(try await house.desk.cases().first)
      var member = try await house.member(payload, [.triager, .coordinator, .releaseManager])
      let path = "/desk/cases/\(row.id.text)"
      for page in ["/desk", "/desk/cases", path, "/desk/outbox", "/desk/tray"] {
        expectOurs(try await member.get(page), page)
      }
      let subject = try #require(try await house.desk.load(row.id))
      let file = try #require(subject.report.submission?.attachments.first)
      let download = try await member.get("\(path)/files/\(file.id)")
      #expect(download.headers[.contentDisposition]?.contains("\n") == false)
      expectOurs(try await visitor.post("/room", [("handle", payload), ("secret", payload)]), "the door")
    }
  }

  @Test("No text of a case's later life becomes markup", arguments: corpus)
  func laterLife(payload: String) async throws {
    try await House.with { house in
      let admission = try await house.report { $0.title = payload }
      let (id, desk) = (admission.id, house.desk)
      let ada = try await desk.addMember(named: payload, roles: [.coordinator, .triager, .releaseManager]).member.party
      let later = house.clock.now.addingTimeInterval(5 * 86_400)
      let commands: [Case.Command] = [
        .report(.acknowledge(text: payload)),
        .conversation(.write(.init(audience: .team, text: payload))),
        .conversation(.write(.init(audience: .reporter, text: payload))),
        .report(
          .respond(
            .init(
              text: payload, plan: [.init(what: payload, owner: payload, due: later)], workarounds: .known([payload])))),
        .report(.reproduce(.init(outcome: .reproduced, environment: payload, notes: payload))),
        .report(.validate(duplicates: payload)),
        .assessment(
          .assess(
            .init(
              component: payload, versions: payload, impact: [.other], preconditions: payload, exploitation: .none,
              priority: .p3))),
        .assessment(.score(.init(vectors: [VectorDraftTests.four], reason: payload))),
        .assessment(.score(.init(vectors: [VectorDraftTests.four], isFinal: true, reason: payload))),
        .assessment(.proposeScore(vector: VectorDraftTests.three, comment: payload)),
        .assessment(
          .decideSSVC(
            .init(
              exploitation: .none, automatable: .no, valueDensity: .diffuse, technicalImpact: .partial,
              publicSafetyImpact: .minimal), reason: payload)),
        .report(.accept),
        .remediation(.setLine("7.3", .willNotFix(from: payload, reason: payload))),
        .remediation(.setLine("7.4", .notAffected(.codeNotPresent, detail: payload))),
        .remediation(.setTimeline(.init(release: payload, kind: .patch, date: later))),
        .remediation(.registerRelease(.init(version: payload, line: "7.3", url: "https://x.example/" + payload))),
        .identifiers(.waive(reason: payload)),
        .plan(.edit([.init(audience: payload, channel: payload, text: payload)])),
        .plan(
          .addMitigation(
            .init(
              action: payload, appliesTo: payload, isFull: true, sideEffects: payload, verify: payload, undo: payload,
              isVerified: true))),
        .advisory(
          .draft(
            .init(
              title: payload, summary: payload, details: payload + "\n\n# " + payload + "\n\n- " + payload,
              impact: payload,
              conditions: payload, references: ["https://x.example/" + payload]))),
        .embargo(.decideDate(later.addingTimeInterval(30 * 86_400), reason: payload)),
      ]
      for command in commands { try await desk.perform(command, on: id, by: ada) }
      try await desk.perform(.embargo(.propose(until: later, reason: payload, delay: nil)), on: id, by: .reporter)
      try await desk.perform(
        .facts(.record(.exploit, .init(payload, happened: house.clock.now))), on: id, by: .reporter)
      try await desk.perform(.report(.chooseCredit(.init(wanted: true, name: payload))), on: id, by: .reporter)

      var member = try await house.member(payload, [.triager, .coordinator])
      let path = "/desk/cases/\(id.text)"
      let page = try await member.get(path)
      #expect(page.status == 200)
      expectOurs(page, "the case")
      expectOurs(try await member.get("\(path)/severity"), "the severity")
      var reporter = try await house.reporter(admission)
      expectOurs(try await reporter.get("/room/\(id.text)"), "the room")

      // Every form, sent with the payload in every field, comes back as a page of ours. A few payloads show that.
      guard Self.corpus.prefix(3).contains(payload) || payload.unicodeScalars.contains("\u{202E}") else { return }
      let token = hiddenValue("form-token", in: page.text) ?? ""
      let subject = try #require(try await desk.load(id))
      for name in Case.Command.Name.allCases {
        guard let form = CommandForm.form(for: name, of: subject, policy: desk.policy) else { continue }
        let fields = form.fields.map { ($0.name, payload) }
        let answer = try await member.post("\(path)/do/\(name.rawValue)", [("form-token", token)] + fields)
        #expect([303, 409].contains(answer.status), "\(name) answered \(answer.status)")
        expectOurs(answer, "\(name)")
      }
      expectOurs(try await member.get(path), "the case after all that")
    }
  }

  @Test("Characters that turn lines around or hide are shown by their numbers")
  func deceptive() {
    #expect(String(describing: visible("a\u{202E}b\u{200B}\u{7}")).contains("U+202E"))
    #expect(String(describing: visible("a\u{202E}b")) == "a<span class=\"hidden-character\">U+202E</span>b")
    #expect(String(describing: visible("tab\tand\nline")) == "tab\tand\nline")
    #expect(String(describing: visible("Üñí 漢字 😀")) == "Üñí 漢字 😀")
  }

  @Test("Ten megabytes of text are refused with a way forward, and the next report is taken")
  func tooMuchText() async throws {
    try await House.with { house in
      var visitor = Visitor(house.website)
      let long = String(repeating: "0123456789abcde\n", count: (10 << 20) / 16)
      let answer = try await visitor.post(
        "/report", [("title", "Kept title"), ("text", long), ("steps", "Kept steps")])
      #expect(answer.status == 413)
      #expect(answer.text.contains("Attach the long part as a file"))
      #expect(answer.text.contains("Kept steps") && answer.text.contains("value=\"Kept title\""))
      #expect(answer.bytes.count < 1 << 20, "what is too long is not sent back")
      #expect(try await house.desk.cases().isEmpty)
      #expect(try await visitor.post("/report", [("text", "Short.")]).status == 200)
    }
  }

  @Test("A body beyond the limit is refused unread, whether it says its length or not", arguments: [true, false])
  func tooMuchBody(saysLength: Bool) async throws {
    try await House.with { house in
      var visitor = Visitor(house.website)
      let body = [UInt8](repeating: 65, count: SubmittedForm.mostBytes + 1)
      var headers = Visitor.ownPage
      headers[.contentType] = "multipart/form-data; boundary=b"
      let answer = try await visitor.send(.post, "/report", headers: headers, body: body, saysLength: saysLength)
      #expect(answer.status == 413)
      #expect(answer.text.contains("20 MB"))
      #expect(try await visitor.get("/report").status == 200)
    }
  }

  @Test(
    "Bodies that are no form are refused with a sentence",
    arguments: [
      ("text/plain", "x", 415), ("", "x", 415), ("multipart/form-data", "x", 400),
      ("multipart/form-data; boundary=b", "--b\r\nbroken", 400), ("application/json", "{}", 415),
      ("application/x-www-form-urlencoded", String(repeating: "a&", count: 3_000), 400),
    ])
  func noForm(type: String, body: String, status: Int) async throws {
    try await House.with { house in
      var visitor = Visitor(house.website)
      var headers = Visitor.ownPage
      headers[.contentType] = type
      let answer = try await visitor.send(.post, "/report", headers: headers, body: Array(body.utf8))
      #expect(answer.status == status)
      #expect(answer.text.contains("class=\"trouble\""))
    }
  }
}
