import EmbargoTesting
import Foundation
import Testing

/// The browser that other tests rely on, checked against pages from a file.
@Suite(.enabled(if: Browser.isAvailable, "Chromium with chromedriver is not installed: script/bootstrap does it"))
struct BrowserTests {
  @Test(arguments: [true, false])
  func `Scripts of a page run only if they may, and the page is read either way`(javaScript: Bool) async throws {
    let file = try page("<title>A page</title><h1>Hello <script>document.write('scripts')</script></h1>")
    defer { try? FileManager.default.removeItem(at: file) }
    try await Browser.with(.init(javaScript: javaScript)) { browser in
      try await browser.open(file)
      #expect(try await browser.title == "A page")
      #expect(try await browser.currentURL == file.absoluteString)
      #expect(try await browser.text("h1") == (javaScript ? "Hello scripts" : "Hello"))
      #expect(try await browser.execute("return { a: [1] }") == #"{"a":[1]}"#)
      #expect(try await browser.execute("document.title = 'x'") == nil)
    }
  }

  @Test func `A form is filled in, sent and looked at`() async throws {
    let file = try page(
      """
      <form><label for=i>Name</label><input id=i name=i><input type=checkbox id=c checked>
      <p hidden>no</p><button>Go</button></form>
      """)
    defer { try? FileManager.default.removeItem(at: file) }
    try await Browser.with(.init(javaScript: false, dark: true)) { browser in
      try await browser.open(file)
      #expect(try await browser.find("#i").accessibleName == "Name")
      #expect(try await browser.find("#c").isSelected)
      #expect(try await !browser.find("p").isDisplayed)
      #expect(try await browser.find("html").style("background-color") == "rgba(1, 2, 3, 1)")
      #expect(try await browser.find("#i").attribute("title") == nil)
      #expect(try await !browser.has("#none"))
      try await browser.type("Ä🙂", into: "#i")
      #expect(try await browser.screenshot().starts(with: [0x89, 0x50, 0x4E, 0x47]))
      try await browser.click("button")
      #expect(try await browser.currentURL.hasSuffix("?i=%C3%84%F0%9F%99%82"))
    }
  }

  @Test func `What goes wrong is said in words, and the browser is closed`() async throws {
    let refused = await #expect(throws: Browser.Failure.self) {
      try await Browser.with { try await $0.open("http://127.0.0.1:50001/") }
    }
    #expect(refused?.description.contains("ERR_CONNECTION_REFUSED") == true)
    let thrown = await #expect(throws: Browser.Failure.self) {
      try await Browser.with { _ = try await $0.execute("throw new Error('boo')") }
    }
    #expect(thrown?.description.contains("boo") == true)
  }

  @Test(arguments: 0..<4)
  func `More browsers than there is room for take turns`(number: Int) async throws {
    try await Browser.with { browser in
      try await browser.open("data:text/html,<title>\(number)</title>")
      #expect(try await browser.title == "\(number)")
    }
  }

  private func page(_ body: String) throws -> URL {
    let style = "<style>@media (prefers-color-scheme: dark) { html { background: rgb(1, 2, 3) } }</style>"
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("embargo-page-\(UUID().uuidString).html")
    try Data("<!doctype html><meta charset=utf-8>\(style)\(body)".utf8).write(to: file)
    return file
  }
}
