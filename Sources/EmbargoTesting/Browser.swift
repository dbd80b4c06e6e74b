public import Foundation

/// A page in a real, headless Chromium, for tests that must see what a person sees.
///
/// ```swift
/// try await Browser.with(.init(javaScript: false)) { browser in
///   try await browser.open(site)
///   try await browser.type("A title", into: "input[name=title]")
///   try await browser.click("button[type=submit]")
///   #expect(try await browser.text("h1") == "Thank you")
/// }
/// ```
///
/// Elements are named by CSS selectors. An action on an element first waits until the element is there (`patience`);
/// only `has` and `all` answer at once. Tests with a browser say `.enabled(if: Browser.isAvailable)`: without Chromium
/// they are skipped, with `EMBARGO_REQUIRE_BROWSER=1` they run and fail.
public struct Browser: Sendable {
  /// How a browser is set up.
  public struct Options: Sendable {
    /// Whether pages may run scripts. Every page must also work without.
    public var javaScript: Bool
    /// The window in CSS pixels.
    public var width: Int
    public var height: Int
    /// Whether the browser asks pages for dark colours.
    public var dark: Bool

    public init(javaScript: Bool = true, width: Int = 1280, height: Int = 900, dark: Bool = false) {
      self.javaScript = javaScript
      self.width = width
      self.height = height
      self.dark = dark
    }
  }

  /// Why a browser did not do what the test asked for.
  public struct Failure: Error, CustomStringConvertible {
    /// WebDriver's error code ("no such element"), or one of ours ("not installed", "not started", "no answer").
    public let code: String
    public let description: String

    init(_ code: String, _ description: String) {
      self.code = code
      self.description = "\(code): \(description)"
    }
  }

  /// How long an action waits for its element, and `wait` for its condition.
  public static let patience = Duration.seconds(10)

  /// Whether a test with a browser can run here, or must (`EMBARGO_REQUIRE_BROWSER=1`).
  public static var isAvailable: Bool {
    ProcessInfo.processInfo.environment["EMBARGO_REQUIRE_BROWSER"] == "1" || BrowserPrograms.found() != nil
  }

  let session: WebDriver

  /// Opens a browser with a fresh profile, runs `body`, and closes the browser whatever happens.
  /// At most two are open at a time in one test process: a third waits for its turn.
  public static func with<Result: Sendable>(
    _ options: Options = Options(), _ body: (Browser) async throws -> Result
  ) async throws -> Result {
    let port = try await BrowserDriver.shared.enter()
    do {
      let profile = try FileManager.default.temporaryFolder("embargo-browser")
      defer { try? FileManager.default.removeItem(at: profile) }
      let session = try await WebDriver(onPort: port, options: options, profile: profile)
      do {
        let result = try await body(Browser(session: session))
        await session.close()
        await BrowserDriver.shared.leave()
        return result
      } catch {
        await session.close()
        throw error
      }
    } catch {
      await BrowserDriver.shared.leave()
      throw error
    }
  }

  // MARK: Pages

  /// Goes to an address and returns when the page is loaded.
  public func open(_ url: URL) async throws { try await open(url.absoluteString) }

  /// Goes to an address and returns when the page is loaded.
  public func open(_ url: String) async throws { try await session.post("url", ["url": url]) }

  /// The address of the page that is shown.
  public var currentURL: String { get async throws { try await session.get("url") } }

  /// The title of the page that is shown.
  public var title: String { get async throws { try await session.get("title") } }

  /// The markup of the page as it stands now.
  public var source: String { get async throws { try await session.get("source") } }

  /// What the window shows, as a PNG.
  public func screenshot() async throws -> [UInt8] {
    let text: String = try await session.get("screenshot")
    guard let data = Data(base64Encoded: text) else { throw Failure("no answer", "the screenshot is not base64") }
    return [UInt8](data)
  }

  /// Makes the window's content so many CSS pixels wide and high.
  public func resize(width: Int, height: Int) async throws {
    try await session.post("window/rect", ["width": width, "height": height])
  }

  /// Runs the body of a JavaScript function and returns what it returns: a string as it is, anything else as JSON,
  /// `nil` for `undefined`. This works also where pages may run no scripts.
  @discardableResult
  public func execute(_ script: String) async throws -> String? {
    let body = """
      const result = (function () { \(script)
      })();
      return typeof result === "string" || result === undefined ? result : JSON.stringify(result);
      """
    return try await session.post("execute/sync", ["script": body, "args": [Any]()], answer: String?.self)
  }

  /// Asks again and again until the condition holds, at most `patience` long.
  public func wait(for what: String, until condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + Self.patience
    while try await !condition() {
      guard ContinuousClock.now < deadline else {
        let page = (try? await currentURL)?.prefix(200) ?? "an unknown page"
        throw Failure("no answer", "waited \(Self.patience) for \(what) on \(page)")
      }
      try await Task.sleep(for: .milliseconds(25))
    }
  }
}
