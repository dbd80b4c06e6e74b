import EmbargoTesting
import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A running `embargo serve` with WarehousePG's policy, on SQLite, in a folder and on a port of its own.
struct Server {
  let url: String
  /// The one-time link of the first member, as it was printed at the start.
  let firstLink: String
  let folder: URL

  /// What a browser test needs besides the browser.
  static var isAvailable: Bool { Program.embargo != nil && Browser.isAvailable }

  /// Serves for as long as `body` runs, and expects that the server stops when it is told to.
  static func with(_ body: (Server) async throws -> Void) async throws {
    let program = try #require(Program.embargo, "no built embargo beside the tests, and no EMBARGO_BINARY")
    let folder = FileManager.default.temporaryDirectory.appending(path: "embargo-desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let port = try freePort()
    let url = "http://127.0.0.1:\(port)"
    let policy = try policy(in: folder)
    let running = try program.start(
      ["serve", "--listen", "127.0.0.1:\(port)", "--policy", policy.path] + options(folder, url))
    do {
      let link = try await link(of: running, url)
      try await body(Server(url: url, firstLink: link, folder: folder))
    } catch {
      running.send(SIGKILL)
      Issue.record("\(await running.ending().errors.suffix(2_000))")
      throw error
    }
    running.send(SIGTERM)
    let ending = await running.ending()
    #expect(ending.status == 0, "\(ending.said.suffix(2_000))")
  }

  /// A new one-time link for a member, made where the desk runs.
  func link(for member: String) async throws -> String { try await lastWord(of: ["member", "link", member]) }

  /// A new member, and the one-time link.
  func link(forNew member: String, role: String) async throws -> String {
    try await lastWord(of: ["member", "add", member, "--role", role])
  }

  private func lastWord(of arguments: [String]) async throws -> String {
    let program = try #require(Program.embargo)
    let ending = try await program.run(arguments + Self.options(folder, url))
    #expect(ending.status == 0, "\(ending.said)")
    return try #require(ending.text.split(whereSeparator: \.isWhitespace).last.map(String.init))
  }

  private static func options(_ folder: URL, _ url: String) -> [String] { ["--data", folder.path, "--url", url] }

  /// The example's release lines are supported whenever the tests run.
  private static func policy(in folder: URL) throws -> URL {
    let text = try String(
      contentsOf: Repository.root.appending(path: "policies/warehousepg/policy.yaml"), encoding: .utf8)
    let always = text.replacing(#/supported_from: \S+/#, with: "supported_from: 2020-01-01")
      .replacing(#/supported_until: \S+/#, with: "supported_until: none")
    let file = folder.appending(path: "policy.yaml")
    try always.write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  /// Waits until the desk answers, and reads the link that it prints at its very first start.
  private static func link(of running: Program.Running, _ url: String) async throws -> String {
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline {
      let links = running.text.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("\(url)/enter/") }
      if running.text.hasSuffix("is at \(url)\n"), await isHealthy(url) {
        return String(try #require(links.first))
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw NotServing(description: "The desk did not start: \(running.text)")
  }

  private static func isHealthy(_ url: String) async -> Bool {
    guard let address = URL(string: "\(url)/healthz"),
      let (_, response) = try? await URLSession.shared.data(from: address)
    else { return false }
    return (response as? HTTPURLResponse)?.statusCode == 200
  }

  /// A port that nobody listens on now. Somebody could be faster; then the server says so and the test fails.
  private static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
      }
    }
    try #require(isBound)
    return UInt16(bigEndian: address.sin_port)
  }
}

struct NotServing: Error, CustomStringConvertible {
  let description: String
}

enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
