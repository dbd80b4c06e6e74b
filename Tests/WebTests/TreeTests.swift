import Desk
import Foundation
import Hummingbird
import Testing

@testable import Web

/// The published files.
struct TreeTests {
  private func publish(_ name: String, _ files: [String: String], in house: House) throws {
    let root = house.folder + "/tree"
    for (path, text) in files {
      let file = "\(root)/\(name)/\(path)"
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }
    try? FileManager.default.removeItem(atPath: root + "/current")
    try FileManager.default.createSymbolicLink(atPath: root + "/current", withDestinationPath: name)
  }

  @Test("Before anything is published the front page works, and no file is found")
  func nothingYet() async throws {
    try await House.with { house in
      var visitor = Visitor(house.website)
      let front = try await visitor.get("/")
      #expect(front.status == 200 && front.text.contains("Nothing has been published yet"))
      #expect(try await visitor.get("/.well-known/security.txt").status == 404)
    }
  }

  @Test("Files are served with their types and a tag, and a new publication is seen at once")
  func files() async throws {
    try await House.with { house in
      try publish(
        "1",
        [
          ".well-known/security.txt": "Contact: x\n", "feed.atom": "<feed/>", "osv/A.json": "{}", "a/index.html": "<p>",
        ],
        in: house)
      var visitor = Visitor(house.website)
      let text = try await visitor.get("/.well-known/security.txt")
      #expect(text.text == "Contact: x\n" && text.headers[.contentType] == "text/plain; charset=utf-8")
      #expect(try await visitor.get("/feed.atom").headers[.contentType] == "application/atom+xml")
      #expect(try await visitor.get("/osv/A.json").headers[.contentType] == "application/json")
      #expect(try await visitor.get("/a/").text == "<p>")
      let tag = try #require(text.headers[.eTag])
      let again = try await visitor.get("/.well-known/security.txt", headers: [.ifNoneMatch: tag])
      #expect(again.status == 304 && again.bytes.isEmpty)
      #expect(text.headers[.lastModified] == nil, "no time of preparation is told")
      try publish("2", [".well-known/security.txt": "Contact: y\n"], in: house)
      let fresh = try await visitor.get("/.well-known/security.txt", headers: [.ifNoneMatch: tag])
      #expect(fresh.status == 200 && fresh.text == "Contact: y\n")
      #expect(try await visitor.get("/feed.atom").status == 404)
      #expect(try await visitor.get("/.well-known/security.txt", method: .head).bytes.isEmpty)
    }
  }

  @Test(
    "Nothing outside of the tree is served",
    arguments: [
      "/../desk.sqlite", "/..%2fdesk.sqlite", "/%2e%2e/desk.sqlite", "/a/../../../desk.sqlite", "/secret.txt",
      "/.hidden",
      "/a", "//etc/passwd", "/a/./x", "/a\\..\\x", "/a%00", "/.well-known", "/folder/secret.txt", "/a/x/../../b",
    ])
  func outside(path: String) async throws {
    try await House.with { house in
      try publish("1", ["a/x": "x", ".hidden": "x"], in: house)
      let tree = house.folder + "/tree"
      try Data("secret".utf8).write(to: URL(fileURLWithPath: house.folder + "/secret.txt"))
      try FileManager.default.createSymbolicLink(
        atPath: tree + "/1/secret.txt", withDestinationPath: house.folder + "/secret.txt")
      try FileManager.default.createSymbolicLink(atPath: tree + "/1/folder", withDestinationPath: house.folder)
      var visitor = Visitor(house.website)
      #expect(try await visitor.get(path).status == 404)
    }
  }
}
