import Foundation
import Testing
import Vault

@Suite("The project's key")
struct ProjectKeyTests {
  @Test("A missing key file is made, readable by its owner alone, and opens the desk the next time")
  func made() throws {
    try withFolder { folder in
      let path = folder + "/desk.key"
      let first = try ProjectKey(file: path)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(try ProjectKey(file: path).fingerprint == first.fingerprint)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["desk.key"])
    }
  }

  @Test("Processes that start at once end with one key")
  func race() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vault-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for round in 0..<10 {
      let path = folder + "/key\(round)"
      let prints = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<8 { group.addTask { try ProjectKey(file: path).fingerprint } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(prints.count == 1)
    }
  }

  @Test(
    "A key file that others may read is refused, and the sentence says what to do", arguments: [0o640, 0o604, 0o620])
  func tooOpen(mode: Int) throws {
    try withFolder { folder in
      let path = folder + "/desk.key"
      _ = try ProjectKey(file: path)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let fault = #expect(throws: KeyFault.self) { try ProjectKey(file: path) }
      #expect(fault?.code == .tooOpen)
      #expect(
        fault?.description
          == "The key file \(path) can be read by others than its owner. Close it: chmod 600 \(path)")
    }
  }

  @Test("A key file that holds no key is refused", arguments: ["", "short", "!!!!", String(repeating: "A", count: 48)])
  func malformed(content: String) throws {
    try withFolder { folder in
      let path = folder + "/desk.key"
      _ = FileManager.default.createFile(
        atPath: path, contents: Data(content.utf8), attributes: [.posixPermissions: 0o600])
      let fault = #expect(throws: KeyFault.self) { try ProjectKey(file: path) }
      #expect(fault?.code == .malformed)
      #expect(fault?.description.contains(path) == true)
      if !content.isEmpty { #expect(fault?.description.contains(content) == false) }
    }
  }

  @Test("A key file in a folder that does not exist is refused, naming it")
  func nowhere() {
    let fault = #expect(throws: KeyFault.self) { try ProjectKey(file: "/nonexistent/desk.key") }
    #expect(fault?.description == "The key file /nonexistent/desk.key cannot be made: No such file or directory.")
  }

  @Test("A folder is no key file")
  func folder() throws {
    try withFolder { folder in
      let fault = #expect(throws: KeyFault.self) { try ProjectKey(file: folder) }
      #expect(fault?.code == .unreadable)
    }
  }

  @Test("The key may come from the environment")
  func environment() throws {
    let key = try ProjectKey(base64: zeros + "\n")
    #expect(key.fingerprint == goldenFingerprint)
    let fault = #expect(throws: KeyFault.self) { try ProjectKey(base64: "AAAA", source: "EMBARGO_KEY") }
    #expect(fault?.description.hasPrefix("EMBARGO_KEY does not hold a project key") == true)
  }

  @Test("Another desk's key is refused with a sentence that names both keys and the file")
  func wrong() throws {
    let key = try ProjectKey(base64: zeros)
    try key.check(against: goldenFingerprint, source: "desk.key")
    let fault = #expect(throws: KeyFault.self) { try key.check(against: "AB12-CD34-0000-0000", source: "desk.key") }
    #expect(
      fault?.description
        == "This key does not open this desk: the desk was made with key AB12-CD34-0000-0000, "
        + "desk.key holds \(goldenFingerprint).")
  }

  @Test("What is derived from a key stays the same for ever")
  func derived() throws {
    // Computed with Python's hmac and hashlib.
    let key = try ProjectKey(base64: zeros)
    #expect(hexadecimal(key.blind([1, 2, 3], domain: "test")) == goldenBlind)
    let hash = Chain(key).next(after: .start, [.text("a"), .integer(-1), .bytes([0xFF])])
    #expect(hexadecimal(hash.bytes) == goldenLink)
  }
}

let zeros = Data(count: 32).base64EncodedString()
let goldenFingerprint = "C873-B15D-D818-5744"
let goldenBlind = "9fd9fb93e284ea14f93285a7902a97f22460a048def3d05d8dd48695776d9e94"
let goldenLink = "ff64b2fdc2df3d07becb27578d884b879d61f67c40b1bb57ca1fdfc202fff450"

func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { String(format: "%02x", $0) }.joined()
}

func withFolder<T>(_ body: (String) throws -> T) throws -> T {
  let folder = FileManager.default.temporaryDirectory.appending(path: "vault-" + UUID().uuidString).path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}
