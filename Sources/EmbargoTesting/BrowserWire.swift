import Foundation
import NIOHTTP1

/// One WebDriver session: JSON over HTTP to chromedriver (W3C WebDriver, section 6).
struct WebDriver: Sendable {
  private let port: Int
  private let path: String

  /// Starts Chromium. The folder `profile` holds all that it writes.
  init(onPort port: Int, options: Browser.Options, profile: URL) async throws {
    guard let programs = BrowserPrograms.found() else { throw Browser.Failure("not installed", "chromium") }
    var arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-dev-shm-usage",
      "--user-data-dir=\(profile.path)", "--window-size=\(options.width),\(options.height)",
    ]
    if options.dark { arguments.append("--blink-settings=preferredColorScheme=0") }
    var chromium: [String: Any] = ["binary": programs.chromium, "args": arguments]
    if !options.javaScript {
      chromium["prefs"] = ["profile.managed_default_content_settings.javascript": 2]
    }
    let capabilities: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": chromium,
      // A missing page or a slow server is a failure of the test within a test's time, not after five minutes.
      "timeouts": ["pageLoad": 30_000, "script": 10_000, "implicit": 0],
    ]
    struct Started: Decodable { let sessionId: String }
    let started = try await Self.send(
      .POST, "/session", port, ["capabilities": ["alwaysMatch": capabilities]], answer: Started.self)
    self.port = port
    self.path = "/session/\(started.sessionId)"
  }

  /// Ends Chromium. A browser that is gone already is closed enough.
  func close() async {
    _ = try? await Self.send(.DELETE, path, port, nil, answer: Nothing.self)
  }

  func get<Answer: Decodable>(_ command: String) async throws -> Answer {
    try await Self.send(.GET, "\(path)/\(command)", port, nil, answer: Answer.self)
  }

  func post<Answer: Decodable>(_ command: String, _ body: [String: Any], answer: Answer.Type) async throws -> Answer {
    try await Self.send(.POST, "\(path)/\(command)", port, body, answer: Answer.self)
  }

  func post(_ command: String, _ body: [String: Any] = [:]) async throws {
    _ = try await post(command, body, answer: Nothing.self)
  }

  /// Whether chromedriver takes new sessions.
  static func isReady(onPort port: Int) async -> Bool {
    struct Status: Decodable { let ready: Bool }
    return (try? await send(.GET, "/status", port, nil, answer: Status.self).ready) ?? false
  }

  /// Every answer is `{"value": …}`.
  private struct Reply<Value: Decodable>: Decodable { let value: Value }

  /// The value of an answer that says no.
  private struct Fault: Decodable { let error, message: String }

  /// An answer that nobody reads.
  private struct Nothing: Decodable {
    init(from decoder: any Decoder) throws {}
  }

  private static func send<Answer: Decodable>(
    _ method: HTTPMethod, _ path: String, _ port: Int, _ body: [String: Any]?, answer: Answer.Type
  ) async throws -> Answer {
    let bytes = try body.map { [UInt8](try JSONSerialization.data(withJSONObject: $0)) }
    let reply = try await LocalHTTP.send(method, path, port: port, body: bytes)
    guard reply.status == 200 else {
      guard let fault = try? JSONDecoder().decode(Reply<Fault>.self, from: Data(reply.body)).value else {
        let said = String(decoding: reply.body.prefix(500), as: UTF8.self)
        throw Browser.Failure("no answer", "chromedriver said: \(said)")
      }
      // The message goes on with a stack of addresses inside Chromium.
      throw Browser.Failure(fault.error, fault.message.split(separator: "\n").first.map(String.init) ?? "")
    }
    return try JSONDecoder().decode(Reply<Answer>.self, from: Data(reply.body)).value
  }
}
