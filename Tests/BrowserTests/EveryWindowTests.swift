import EmbargoTesting
import Foundation
import Testing

/// The same pages on a phone and in the dark, and with words that no page expects.
///
/// Skipped where there is no Chromium, unless `EMBARGO_REQUIRE_BROWSER=1` asks for it.
@Suite("Every window", .enabled(if: Server.isAvailable))
struct EveryWindowTests {
  @Test(
    "Every page fits its window",
    arguments: ["phone", "dark"])
  func fits(name: String) async throws {
    try await Server.with { server in
      try await Browser.with(.init(javaScript: false, dark: name == "dark")) { browser in
        if name == "phone" { try await browser.becomePhone() }
        for (page, path) in [("front", ""), ("policy", "policy"), ("report", "report"), ("door", "room")] {
          try await browser.open("\(server.url)/\(path)")
          try await browser.look("\(name)-\(page)")
        }
        let handle = try await reports(with: browser, server)
        try await browser.look("\(name)-reported")
        try await browser.open(server.firstLink)
        try await browser.look("\(name)-enter")
        try await browser.press("main button[type=submit]")
        try await browser.look("\(name)-inbox")
        try await browser.open("\(server.url)/desk/cases/\(handle)")
        try await browser.unfold("acknowledge")
        try await browser.look("\(name)-case")
        for page in ["cases", "outbox", "tray"] {
          try await browser.open("\(server.url)/desk/\(page)")
          try await browser.look("\(name)-\(page)")
        }
      }
    }
  }

  @Test("Dark colours are used when they are asked for")
  func dark() async throws {
    try await Server.with { server in
      let colours = try await [false, true].asyncMap { dark in
        try await Browser.with(.init(javaScript: false, dark: dark)) { browser in
          try await browser.open(server.url)
          return try await browser.find("html").style("background-color")
        }
      }
      #expect(colours[0] != colours[1], "\(colours)")
    }
  }

  @Test("What an empty or endless report gets is a sentence, and what was typed stays")
  func refused() async throws {
    try await Server.with { server in
      try await Browser.with(.init(javaScript: false)) { browser in
        try await browser.open("\(server.url)/report")
        try await browser.enter("A subject", into: "#title")
        try await browser.enter("   ", into: "#text")
        try await browser.press("main form button[type=submit]")
        #expect(try await browser.text(".trouble").contains("The report was not taken yet."))
        #expect(try await browser.execute("return document.querySelector('#title').value") == "A subject")
        try await browser.look("report-refused")
      }
    }
  }

  private func reports(with browser: Browser, _ server: Server) async throws -> String {
    try await browser.open("\(server.url)/report")
    try await browser.enter(String(repeating: "Unbreakable", count: 12), into: "#title")
    try await browser.enter("A long line without a blank: " + String(repeating: "x", count: 300), into: "#text")
    try await browser.press("main form button[type=submit]")
    return try await browser.text("#handle")
  }
}

extension Sequence where Element: Sendable {
  fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
    var result: [T] = []
    for element in self { result.append(try await transform(element)) }
    return result
  }
}
