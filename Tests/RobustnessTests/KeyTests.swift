import EmbargoTesting
import Foundation
import Testing
import Vault

@Suite("The key")
struct KeyTests {
  @Test("of another desk is refused with a sentence", arguments: DatabaseKind.testable)
  func wrongKey(kind: DatabaseKind) async throws {
    try await withOldHouse(kind) { house in
      let other = "\(house.folder)/other.key"
      _ = try ProjectKey(file: other)
      let wrong = house.with(["EMBARGO_KEY_FILE": other])
      let sentence = "This key does not open this desk: the desk was made with key "
      for arguments in [["audit", "verify"], ["case", "list"], ["serve", "--listen", "127.0.0.1:0"]] {
        let ending = try await house.program.run(arguments, environment: wrong.settings)
        #expect(
          ending.status == 1 && ending.errors.hasPrefix(sentence) && ending.errors.contains(other), "\(ending.said)")
        #expect(ending.output.isEmpty)
      }
      let mail = try await wrong.embargo("mail", "receive", input: Letters.report(1))
      #expect(mail.status == 75 && mail.errors.hasPrefix(sentence), "\(mail.said)")
      try await house.expectCleanAudit()
    }
  }

  @Test("that others may read is refused, and the sentence says how to close it", arguments: DatabaseKind.testable)
  func openKey(kind: DatabaseKind) async throws {
    try await withOldHouse(kind) { house in
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: house.keyFile)
      let ending = try await house.embargo("case", "list")
      #expect(ending.status == 1 && ending.errors.contains("chmod 600 \(house.keyFile)"), "\(ending.said)")
      let mail = try await house.embargo("mail", "receive", input: Letters.report(1))
      #expect(mail.status == 75 && mail.errors.contains("chmod 600"), "\(mail.said)")
    }
  }

  @Test("that is missing beside an old desk is asked for, and no new one is made", arguments: DatabaseKind.testable)
  func missingKey(kind: DatabaseKind) async throws {
    try await withOldHouse(kind) { house in
      try FileManager.default.moveItem(atPath: house.keyFile, toPath: "\(house.folder)/away")
      let ending = try await house.embargo("case", "list")
      #expect(ending.status == 1, "\(ending.said)")
      #expect(ending.errors.hasPrefix("The key file \(house.keyFile) is missing."), "\(ending.said)")
      #expect(try await house.embargo("mail", "receive", input: Letters.report(1)).status == 75)
      #expect(!FileManager.default.fileExists(atPath: house.keyFile))
    }
  }

  @Test("in the environment that is none is refused, and not repeated", arguments: DatabaseKind.testable)
  func malformedKey(kind: DatabaseKind) async throws {
    try await withOldHouse(kind) { house in
      let ending = try await house.with(["EMBARGO_KEY": "c2VjcmV0IHRoYXQgaXMgdG9vIHNob3J0"]).embargo("case", "list")
      #expect(ending.status == 1 && ending.errors.contains("EMBARGO_KEY"), "\(ending.said)")
      #expect(!ending.errors.contains("c2VjcmV0"))
    }
  }

  /// A house in which a report lies already.
  private func withOldHouse(_ kind: DatabaseKind, _ body: (House) async throws -> Void) async throws {
    try await House.with(kind) { house in
      let received = try await house.embargo("mail", "receive", "--sender", "r@x.example", input: Letters.report(0))
      #expect(received.status == 0, "\(received.said)")
      let mode = try FileManager.default.attributesOfItem(atPath: house.keyFile)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      try await body(house)
    }
  }
}
