import EmbargoTesting
import Foundation
import Testing

/// The severity page in a real browser, with its script and without.
///
/// Skipped where there is no Chromium, unless `EMBARGO_REQUIRE_BROWSER=1` asks for it.
@Suite("Severity", .enabled(if: Server.isAvailable))
struct SeverityTests {
  private static let four = "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
  private static let three = "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N"
  private static let theirs = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
  private static let words = ["CVSS:", "AV:N", "merge join", "tenants"]

  @Test(
    "From a reporter’s vector to the team’s final score, with the page and without a script", arguments: [true, false])
  func story(javaScript: Bool) async throws {
    let options = Browser.Options(javaScript: javaScript)
    try await Server.with { server in
      let room = try await Browser.with(options) { try await reports(with: $0, server) }
      try await Browser.with(options) { browser in
        try await opens(with: browser, server, room.handle)
        try await makesOne(with: browser, isLive: javaScript)
        try await savesProvisionally(with: browser)
        try await makesItFinal(with: browser, isLive: javaScript)
        try await decides(with: browser, isLive: javaScript)
        if javaScript { try await shows(with: browser) }
        try await browser.open("\(server.url)/desk/cases/\(room.handle)")
        #expect(try await browser.text("#assessment").contains("6.5 Medium"))
        #expect(try await browser.text("#assessment").contains("P1"))
        try await browser.look("case-scored", neverOutside: Self.words)
      }
      try await Browser.with(options) { try await reads(with: $0, server, room) }
    }
  }

  private struct Room {
    var handle, secret: String
  }

  private func reports(with browser: Browser, _ server: Server) async throws -> Room {
    try await browser.open("\(server.url)/report")
    try await browser.enter("Row-level security leaks rows of other tenants through a merge join", into: "#title")
    try await browser.enter("An ordinary user reads rows of other tenants.", into: "#text")
    try await browser.enter(Self.theirs, into: "#vector")
    try await browser.press("main form button[type=submit]")
    return Room(handle: try await browser.text("#handle"), secret: try await browser.text("#secret"))
  }

  private func opens(with browser: Browser, _ server: Server, _ handle: String) async throws {
    try await browser.open(server.firstLink)
    try await browser.press("main button[type=submit]")
    try await browser.open("\(server.url)/desk/cases/\(handle)")
    try await browser.unfold("assess")
    try await browser.click("#do-assess input[name=impact][value=confidentiality]")
    try await browser.carryOut(
      "assess",
      [
        "component": "planner, row-level security", "versions": "7.2.0 to 7.4.0", "preconditions": "an account",
        "exploitation": "none", "priority": "P1",
      ])
    try await browser.press("#assessment a[href$='/severity']")
    #expect(try await browser.text(".saving").contains("9.8 Critical"))
    try await browser.look("severity-empty", neverOutside: Self.words)
  }

  /// Pastes a vector, mends it, changes a metric: the score follows.
  private func makesOne(with browser: Browser, isLive: Bool) async throws {
    try await browser.mark()
    // A slip first: what was typed stays, with the reason and the place.
    try await browser.enter(Self.four.replacing("VI:N", with: "VI:Q"), into: "#v4-text")
    if !isLive { try await browser.press("button[value=read-v4]") }
    try await browser.wait(for: "the reason") { try await browser.has("#v4-trouble mark") }
    #expect(try await browser.shown("#v4-trouble mark") == "Q")
    #expect(try await browser.value("#v4-text").contains("VI:Q"))
    try await browser.look("severity-slip", neverOutside: Self.words)

    try await browser.mark()
    try await browser.enter(Self.four, into: "#v4-text")
    if !isLive { try await browser.press("button[value=read-v4]") }
    try await browser.waitForScore("7.1", in: "v4")
    #expect(try await browser.find("#v4-PR [value=L]").isSelected)
    #expect(try await browser.shown("#v4-verdict").contains("CVSS-B"))
    #expect(try await browser.shown("#v4-says").contains("needs the rights of an ordinary user"))
    #expect(try await browser.has("#v4-changes button"))

    // Another value by the keyboard, first by its letter, then by the arrows.
    try await browser.execute("document.querySelector('#v4-PR [value=L]').focus()")
    if isLive {
      try await browser.strike("h", code: 72)
      try await browser.waitForScore("6.9", in: "v4")
      #expect(try await browser.value("#v4-text").contains("/PR:H/"))
      #expect(try await browser.execute("return document.activeElement.value") == "H", "the focus stays")
      #expect(
        try await browser.execute("return document.querySelector('#live-said').textContent")?.contains("6.9 Medium")
          == true)
      try await browser.strike("ArrowLeft", code: 37)
      try await browser.waitForScore("7.1", in: "v4")
      #expect(try await browser.isMarked, "no page was loaded")
    } else {
      try await browser.strike("ArrowRight", code: 39)
      try await browser.press("button[value=buttons-v4]")
      try await browser.waitForScore("6.9", in: "v4")
      #expect(try await browser.value("#v4-text").contains("/PR:H/"))
      try await browser.press("#v4-changes button[value=set-v4-PR-L]")
      try await browser.waitForScore("7.1", in: "v4")
    }
    try await browser.act("start", isLive: isLive)
    try await browser.waitForScore("9.8", in: "v3")
  }

  private func savesProvisionally(with browser: Browser) async throws {
    try await browser.execute("scrollTo(0, 0)")
    try await browser.press(".quick button[value=provisional]")
    #expect(try await browser.currentURL.hasSuffix("/severity"))
    #expect(try await browser.text("table.scores").contains("7.1 High"))
    #expect(try await browser.text("table.scores").contains("provisional"))
    try await browser.look("severity-provisional", neverOutside: Self.words)
  }

  /// Another band than the reporter's: the line for the reporter is asked for before saving, and again when it is missing.
  private func makesItFinal(with browser: Browser, isLive: Bool) async throws {
    try await browser.enter(Self.three, into: "#v3-text")
    if !isLive { try await browser.press("button[value=read-v3]") }
    try await browser.waitForScore("6.5", in: "v3")
    #expect(try await browser.shown("#explanation-help").contains("Needed for a final score"))
    #expect(try await browser.text(".field.shared").localizedCaseInsensitiveContains("The reporter reads this"))
    try await browser.enter("Row-level security keeps writes out.", into: "#reason")
    try await browser.press("button[value=final]")
    #expect(try await browser.text("main > .trouble").contains("which the reporter reads"))
    #expect(try await browser.value("#v3-text") == Self.three)
    #expect(try await browser.value("#reason") == "Row-level security keeps writes out.")
    try await browser.look("severity-refused", neverOutside: Self.words)
    try await browser.enter("An account is needed, and nothing can be changed with it.", into: "#explanation")
    try await browser.press("button[value=final]")
    #expect(try await browser.text("table.scores").contains("final"))
    #expect(try await browser.text("#history-title + ol").contains("Integrity from High to None"))
  }

  private func decides(with browser: Browser, isLive: Bool) async throws {
    try await browser.mark()
    let answers = [
      "automatable-no", "value-density-concentrated", "technical-impact-partial", "public-safety-impact-minimal",
    ]
    for answer in answers {
      let parts = answer.split(separator: "-")
      try await browser.click(
        "#ssvc-\(parts.dropLast().joined(separator: "-")) label:has([value=\(parts.last ?? "")])")
    }
    if isLive {
      try await browser.wait(for: "the outcome") { try await browser.shown("#ssvc-verdict .number") == "Scheduled" }
      #expect(try await browser.isMarked)
    }
    try await browser.press("button[value=decide]")
    #expect(try await browser.text("#ssvc-verdict .number") == "Scheduled")
    #expect(try await browser.text("#priority").contains("P1"))
  }

  /// A release line gets a score of its own; then the page is as it stands in docs/images/severity.png, and on a phone.
  private func shows(with browser: Browser) async throws {
    let path = try await browser.currentURL
    try await browser.click("input[name=line][value='6X']")
    try await browser.click("#v4-AT label:has([value=P])")
    try await browser.waitForScore("6.0", in: "v4")
    try await browser.click("#v3 button[value=clear-v3]")
    try await browser.wait(for: "no 3.1") { try await browser.value("#v3-text").isEmpty }
    try await browser.press("button[value=provisional]")
    #expect(try await browser.currentURL == "\(path)?lines=1")
    try await browser.press(".groups a")
    try await browser.waitForScore("7.1", in: "v4")
    try await browser.look("severity", neverOutside: Self.words)
    try await browser.picture("severity-readme", height: 1_120)
    try await browser.becomePhone()
    try await browser.look("phone-severity", neverOutside: Self.words)
  }

  /// The reporter reads the final score and the line, beside the own vector, and may propose another.
  private func reads(with browser: Browser, _ server: Server, _ room: Room) async throws {
    try await browser.open("\(server.url)/room")
    try await browser.enter(room.handle, into: "#handle")
    try await browser.enter(room.secret, into: "#secret")
    try await browser.press("main button[type=submit]")
    let section = try await browser.text("section[aria-labelledby=severity]")
    #expect(section.contains("9.8 Critical") && section.contains("6.5 Medium"))
    #expect(section.contains("An account is needed, and nothing can be changed with it."))
    #expect(try await !browser.text().contains("keeps writes out"), "why it changed is the team’s")
    try await browser.look("room-scored", neverOutside: Self.words)
    try await browser.carryOut("propose-score", ["vector": Self.four])
    #expect(try await browser.text("section[aria-labelledby=severity]").contains("7.1 High"))
  }

  @Test("The newest of many answers is the one that is shown, and without an answer the page says so")
  func newest() async throws {
    try await Server.with { server in
      let room = try await Browser.with(.init(javaScript: false)) { try await reports(with: $0, server) }
      try await Browser.with(.init(dark: true)) { browser in
        try await browser.open(server.firstLink)
        try await browser.press("main button[type=submit]")
        try await browser.open("\(server.url)/desk/cases/\(room.handle)/severity")
        // As if somebody went through the values without waiting for any answer.
        try await browser.execute(
          """
          const field = document.querySelector("#v3-text");
          for (const value of ["H", "L", "N", "L", "H", "L"]) {
            field.value = "\(Self.three)".replace("PR:L", "PR:" + value).replace("A:N", "A:" + value);
            field.dispatchEvent(new Event("input", { bubbles: true }));
          }
          """)
        try await browser.waitForScore("7.1", in: "v3")
        #expect(try await browser.value("#v3-text") == Self.three.replacing("A:N", with: "A:L"))
        // A letter goes to the metric that has the focus, and a tab to the next one.
        try await browser.execute("document.querySelector('#v3-AV [value=N]').focus()")
        try await browser.strike("p", code: 80)
        try await browser.wait(for: "the vector") { try await browser.value("#v3-text").contains("AV:P") }
        try await browser.strike("Tab", code: 9)
        #expect(try await browser.execute("return document.activeElement.name") == "v3-AC")
        try await browser.look("dark-severity", neverOutside: Self.words)

        try await browser.goOffline()
        try await browser.click("#v3-AV label:has([value=N])")
        try await browser.wait(for: "the notice") {
          try await browser.shown("#live-notice").contains("cannot be reached")
        }
        #expect(try await browser.find("#v3-AV [value=N]").isSelected, "what was chosen stays")
        _ = try await browser.complaints()
      }
    }
  }
}

extension Browser {
  /// Remembers that this page has not been left.
  fileprivate func mark() async throws { try await execute("window.isStillHere = true") }
  fileprivate var isMarked: Bool {
    get async throws { try await execute("return window.isStillHere === true") == "true" }
  }

  fileprivate func value(_ css: String) async throws -> String {
    _ = try await find(css)
    return try await execute("return document.querySelector(\"\(css)\").value") ?? ""
  }

  /// The text of an element, asked for and read at once: the script may put another in its place at any time.
  fileprivate func shown(_ css: String) async throws -> String {
    try await execute("return document.querySelector(\"\(css)\")?.innerText ?? ''") ?? ""
  }

  fileprivate func waitForScore(_ score: String, in panel: String) async throws {
    try await wait(for: "\(score) in \(panel)") { try await shown("#\(panel)-verdict .number") == score }
  }

  /// Presses a button that only shows something: with the script no page is loaded.
  fileprivate func act(_ button: String, isLive: Bool) async throws {
    if isLive { try await click("button[value=\(button)]") } else { try await press("button[value=\(button)]") }
  }

  /// Strikes a key where the focus is.
  fileprivate func strike(_ key: String, code: Int) async throws {
    struct Nothing: Decodable {}
    for type in ["rawKeyDown", "keyUp"] {
      let event: [String: Any] = ["type": type, "key": key, "windowsVirtualKeyCode": code]
      _ = try await chromium("Input.dispatchKeyEvent", event, answer: Nothing.self)
    }
  }

  fileprivate func goOffline() async throws {
    struct Nothing: Decodable {}
    _ = try await chromium("Network.enable", [:], answer: Nothing.self)
    let none: [String: Any] = ["offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1]
    _ = try await chromium("Network.emulateNetworkConditions", none, answer: Nothing.self)
  }
}
