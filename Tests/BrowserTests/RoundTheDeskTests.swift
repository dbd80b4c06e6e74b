import EmbargoTesting
import Foundation
import Testing

/// The whole way through the pages, with the real server and a real browser: nothing needs a script.
///
/// Skipped where there is no Chromium, unless `EMBARGO_REQUIRE_BROWSER=1` asks for it.
@Suite("Round the desk", .enabled(if: Server.isAvailable))
struct RoundTheDeskTests {
  @Test("From the form to an agreed date", arguments: [false, true])
  func story(javaScript: Bool) async throws {
    let options = Browser.Options(javaScript: javaScript)
    try await Server.with { server in
      let rita = try await Browser.with(options) { try await reports(with: $0, server) }
      try await Browser.with(options) { try await works(with: $0, server, on: rita.handle) }
      try await Browser.with(options) { try await comesBack(with: $0, server, rita) }
      try await Browser.with(options) { try await agrees(with: $0, server, on: rita.handle) }
    }
  }

  struct Key: Sendable {
    var handle, secret: String
  }

  static let words = ["row-level", "tenants", "merge join", "Grünwald"]
  private static let text = """
    An ordinary authenticated user can read rows of other tenants. Row-level security is applied to the outer side of a \
    merge join only when the plan is cached.
    """

  /// Rita reports, without an account, and gets a handle and a secret. With them she is in her room at once.
  private func reports(with browser: Browser, _ server: Server) async throws -> Key {
    try await browser.open(server.url)
    try await browser.look("front")
    try await browser.press("main a[href='/report']")
    try await browser.enter("Row-level security leaks rows of other tenants through a merge join", into: "#title")
    try await browser.enter(Self.text, into: "#text")
    try await browser.enter("Seen on 7.3.1 and 7.4.0, Rocky Linux 9, three segments.", into: "#configuration")
    try await browser.click("input[name=impact][value=confidentiality]")
    try await browser.enter("Rita Grünwald", into: "#name")
    let file = server.folder.appending(path: "poc.sql")
    try "EXECUTE leak;\n".write(to: file, atomically: true, encoding: .utf8)
    try await browser.type(file.path, into: "#files")
    try await browser.look("report", neverOutside: Self.words)
    try await browser.press("main form button[type=submit]")

    #expect(try await browser.text("h1") == "We have it. Thank you.")
    try await browser.look("reported", neverOutside: Self.words)
    let key = Key(handle: try await browser.text("#handle"), secret: try await browser.text("#secret"))
    try await enterRoom(with: browser, server, key)
    #expect(try await browser.text(".thread").contains("read rows of other tenants"))
    #expect(try await browser.text(".embargo").contains("Embargo until"))
    try await browser.look("room-new", neverOutside: Self.words + [key.secret])
    return key
  }

  private func enterRoom(with browser: Browser, _ server: Server, _ key: Key) async throws {
    try await browser.open("\(server.url)/room")
    // A wrong secret and a wrong handle get the same words.
    for (handle, secret) in [(key.handle, "AAAAA-AAAAA"), ("AAAAA-AAAAA", key.secret)] {
      try await browser.enter(handle, into: "#handle")
      try await browser.enter(secret, into: "#secret")
      try await browser.press("main button[type=submit]")
      #expect(try await browser.text(".trouble").hasPrefix("Handle and secret do not fit together."))
    }
    try await browser.enter(key.handle.lowercased(), into: "#handle")
    try await browser.enter(key.secret, into: "#secret")
    try await browser.press("main button[type=submit]")
    #expect(try await browser.currentURL == "\(server.url)/room/\(key.handle)")
  }

  /// The first member signs in by the link of the first start, and takes the case as far as a fix.
  private func works(with browser: Browser, _ server: Server, on handle: String) async throws {
    try await browser.open("\(server.url)/desk")
    #expect(try await !browser.text().contains(handle), "strangers see no inbox")
    try await browser.open(server.firstLink)
    try await browser.look("enter")
    try await browser.press("main button[type=submit]")
    #expect(try await browser.text("h1") == "Inbox")
    try await browser.look("inbox", neverOutside: Self.words)
    try await browser.press("a[href='/desk/cases/\(handle)']")
    try await browser.look("case-new", neverOutside: Self.words)
    try await answers(with: browser)
    try await judges(with: browser)
    try await browser.look("case", neverOutside: Self.words)
    // The first screens of it stand in the README: docs/images/case.png.
    try await browser.picture("readme", height: 1_330)
    for page in ["cases", "outbox", "tray"] {
      try await browser.open("\(server.url)/desk/\(page)")
      try await browser.look(page, neverOutside: Self.words)
    }
  }

  private func answers(with browser: Browser) async throws {
    try await browser.carryOut("acknowledge", ["text": "Thank you, Rita. I look at it today."])
    #expect(try await browser.text(".letter.ours").contains("I look at it today."))

    // A plan whose date has passed is refused, in a sentence beside the form, and nothing that was typed is lost.
    let words = "We can see it too, and begin at once."
    try await browser.carryOut(
      "respond", ["text": words, "plan": "Reproduce it | Dan | 2020-01-01 14:00", "workarounds": "Revoke PREPARE."])
    let refusal = try await browser.find("#do-respond .trouble")
    #expect(try await refusal.isDisplayed)
    #expect(try await refusal.text.contains("lies in the past"))
    #expect(try await browser.execute("return document.querySelector('#respond-text').value") == words)
    #expect(
      try await browser.execute("return document.querySelector('#respond-workarounds').value") == "Revoke PREPARE.")
    try await browser.look("case-refusal", neverOutside: Self.words)
    try await browser.carryOut("respond", ["plan": "Reproduce it | Dan | \(Self.day(3))"])
    #expect(try await browser.all(".letter.ours").count == 2)
  }

  private func judges(with browser: Browser) async throws {
    try await browser.carryOut(
      "write", ["audience": "team", "text": "6.27 does not seem to cache this plan; Dan looks at the others."])
    #expect(try await browser.text(".letter.team-only").contains("Dan looks at the others."))
    #expect(try await browser.text("#not-now").contains("Not now"))
    try await browser.carryOut(
      "reproduce",
      ["outcome": "reproduced", "environment": "7.3.1, three segments", "notes": "poc.sql returns 14 foreign rows."])
    try await browser.carryOut("validate", ["duplicates": "searched cases and tracker, none"])
    try await browser.unfold("assess")
    try await browser.click("#do-assess input[name=impact][value=confidentiality]")
    try await browser.carryOut(
      "assess",
      [
        "component": "planner, row-level security", "versions": "7.2.0 to 7.4.0", "preconditions": "an account",
        "exploitation": "none", "priority": "P1", "weakness": "CWE-863",
      ])
    try await browser.carryOut("score", ["vector": "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N"])
    #expect(try await browser.text("#assessment").contains("6.5"))
    try await browser.carryOut("accept")
    try await browser.carryOut("set-line", ["line": "7.4", "status": "affected", "from": "7.4.0"])
    #expect(try await browser.text("#fix table").contains("7.4.0"))
    #expect(try await browser.text(".strip").contains("fixing"))
  }

  /// Rita comes back with handle and secret, reads the answer, and proposes a date.
  private func comesBack(with browser: Browser, _ server: Server, _ key: Key) async throws {
    try await enterRoom(with: browser, server, key)
    #expect(try await browser.text(".strip").contains("Accepted. It is being fixed."))
    #expect(try await browser.text(".thread").contains("Revoke PREPARE."))
    #expect(try await !browser.text().contains("Dan looks at the others."), "the team's own notes are the team's")
    try await browser.carryOut("propose-date", ["until": Self.day(14), "reason": "I speak about it the day after."])
    #expect(try await browser.text(".embargo").contains("A new date is proposed"))
    try await browser.enter("Is there a patch that I could try?", into: "#text")
    try await browser.press(".composer button[type=submit]")
    #expect(try await browser.text(".thread").contains("a patch that I could try?"))
    try await browser.look("room", neverOutside: Self.words + [key.secret])
    try await browser.press(".top button")
    try await browser.open("\(server.url)/room/\(key.handle)")
    #expect(try await browser.has("#secret"), "whoever left stands before the door again")
  }

  /// A member agrees and signs out; then there is no desk any more.
  private func agrees(with browser: Browser, _ server: Server, on handle: String) async throws {
    try await browser.open(try await server.link(for: "First member"))
    try await browser.press("main button[type=submit]")
    try await browser.open("\(server.url)/desk/cases/\(handle)")
    try await browser.carryOut("accept-date")
    #expect(try await browser.text(".embargo").contains("Embargo until \(Self.day(14)) UTC"))
    try await browser.press(".top button")
    #expect(try await browser.currentURL == "\(server.url)/")
    try await browser.open("\(server.url)/desk/cases/\(handle)")
    #expect(try await !browser.text().contains("tenants"))
    try await browser.look("nobody")
    try await browser.open(server.firstLink)
    try await browser.press("main button[type=submit]")
    #expect(try await browser.text("h1") == "This link does not work any more")
  }

  /// So many days from now, at 14:00, as forms take it. The server's clock is the real one.
  private static func day(_ number: Double) -> String {
    let date = Date().addingTimeInterval(number * 86_400)
    return date.formatted(.iso8601.year().month().day()) + " 14:00"
  }
}
