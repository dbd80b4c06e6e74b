import Foundation
import Testing

@testable import EmbargoTesting

extension Browser {
  /// Looks at the page that is shown, as a careful person would: its parts for people who hear it, what the window's
  /// title and address give away, and whether the browser complains. Keeps a picture under `.build/screenshots`.
  ///
  /// - Parameters:
  ///   - name: names the picture.
  ///   - words: content of the case, which neither title nor address may hold.
  func look(_ name: String, neverOutside words: [String] = [], _ location: SourceLocation = #_sourceLocation)
    async throws
  {
    let page = try JSONDecoder().decode(Seen.self, from: Data((try await execute(Self.examine) ?? "").utf8))
    #expect(page.headings == 1, "\(name): one h1", sourceLocation: location)
    #expect(page.unlabelled == [], "\(name): every input has a label", sourceLocation: location)
    #expect(page.doubled == [], "\(name): no id twice", sourceLocation: location)
    #expect(page.language == "en", "\(name)", sourceLocation: location)
    #expect(!page.title.isEmpty, "\(name)", sourceLocation: location)
    #expect(page.overflow <= 0, "\(name): \(page.overflow) pixels stand out of the window", sourceLocation: location)
    for word in words {
      #expect(!page.title.localizedCaseInsensitiveContains(word), "\(name): \(page.title)", sourceLocation: location)
      #expect(
        !page.address.localizedCaseInsensitiveContains(word), "\(name): \(page.address)", sourceLocation: location)
    }
    #expect(try await complaints() == [], "\(name)", sourceLocation: location)
    try await picture(name)
  }

  /// The whole page as a picture, however long it is, or its first pixels.
  func picture(_ name: String, height: Int? = nil) async throws {
    struct Nothing: Decodable {}
    struct Picture: Decodable { let data: String }
    try await execute("scrollTo(0, 0)")
    _ = try await chromium("Emulation.setScrollbarsHidden", ["hidden": true], answer: Nothing.self)
    var parameters: [String: Any] = ["captureBeyondViewport": true]
    if let height { parameters["clip"] = ["x": 0, "y": 0, "width": 1280, "height": height, "scale": 1] }
    let picture = try await chromium("Page.captureScreenshot", parameters, answer: Picture.self)
    let folder = Repository.root.appending(path: ".build/screenshots")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try #require(Data(base64Encoded: picture.data)).write(to: folder.appending(path: "\(name).png"))
  }

  /// Makes the page as wide as a phone's. No window can be made so narrow.
  func becomePhone() async throws {
    struct Nothing: Decodable {}
    let screen: [String: Any] = ["width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true]
    _ = try await chromium("Emulation.setDeviceMetricsOverride", screen, answer: Nothing.self)
  }

  /// Asks Chromium for what WebDriver has no words for (Chrome DevTools Protocol).
  func chromium<Answer: Decodable>(
    _ command: String, _ parameters: [String: Any], answer: Answer.Type
  ) async throws -> Answer {
    try await session.post("goog/cdp/execute", ["cmd": command, "params": parameters], answer: Answer.self)
  }

  /// What the browser's console says: broken rules of the page's own security policy, files that are missing.
  /// Answers 4xx to a form are meant, and stand there as well.
  func complaints() async throws -> [String] {
    struct Line: Decodable { let level, message: String }
    let lines = try await session.post("se/log", ["type": "browser"], answer: [Line].self)
    return lines.map { "\($0.level): \($0.message)" }.filter { !$0.contains("the server responded with a status of 4") }
  }

  private struct Seen: Decodable {
    let headings: Int
    let unlabelled, doubled: [String]
    let title, address, language: String
    let overflow: Int
  }

  private static let examine = """
    const fields = [...document.querySelectorAll("input:not([type=hidden]), select, textarea")];
    const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
    return {
      headings: document.querySelectorAll("h1").length,
      unlabelled: fields.filter(field => !field.labels.length && !field.ariaLabel).map(field => field.outerHTML),
      doubled: ids.filter((id, place) => ids.indexOf(id) !== place),
      title: document.title, address: location.href, language: document.documentElement.lang,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
    """
}

extension Browser {
  /// Opens a folded command of the page, fills it in and sends it.
  func carryOut(_ command: String, _ entries: KeyValuePairs<String, String> = [:]) async throws {
    try await unfold(command)
    for (field, text) in entries { try await enter(text, into: "#\(command)-\(field)") }
    try await press("#do-\(command) button[type=submit]")
  }

  /// Presses a button or follows a link, and returns when the page that it leads to is there.
  func press(_ css: String) async throws {
    try await execute("window.isLeft = true")
    try await click(css)
    try await wait(for: "the page behind \(css)") {
      // While one page goes and the next comes there may be none to ask.
      (try? await execute("return window.isLeft === undefined && document.readyState === 'complete'")) == "true"
    }
  }

  func unfold(_ command: String) async throws {
    if try await !has("#do-\(command)[open]") { try await click("#do-\(command) > summary") }
  }

  /// Puts a text into a field, or chooses an option or a box by its value.
  func enter(_ text: String, into field: String) async throws {
    if try await has("select\(field)") { return try await click("\(field) option[value='\(text)']") }
    struct Nothing: Decodable {}
    try await wait(for: field) { try await has(field) }
    try await execute("const field = document.querySelector(\"\(field)\"); field.focus(); field.select()")
    // As from the clipboard: typing letter by letter would take most of the tests' time.
    _ = try await chromium("Input.insertText", ["text": text], answer: Nothing.self)
  }
}
