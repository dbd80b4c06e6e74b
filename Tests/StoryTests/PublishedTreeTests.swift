import Casework
import Desk
import EmbargoTesting
import Foundation
import Testing

@Suite("The published tree")
struct PublishedTreeTests {
  @Test("The same story gives the same tree, byte for byte, on every database")
  func sameEverywhere() async throws {
    var names: Set<String> = []
    for kind in DatabaseKind.testable {
      let receipts = try await withHouse(kind) { house in
        try await FirstLight().untilPublished(at: house).now().publication.receipts
      }
      names.formUnion(receipts.filter { $0.channel == .tree }.map(\.proof))
    }
    #expect(names.count == 1, "\(names)")
  }

  // Skipped where the official schemas do not lie beside the repository (EMBARGO_CONFORMANCE) or Python has no jsonschema.
  @Test(
    "Every document is valid in the eyes of an independent validator", .enabled(if: SchemaCheck.isAtHand),
    arguments: [DatabaseKind.sqlite])
  func valid(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      _ = try await FirstLight().untilPublished(at: house)
      for path in ["osv/WHPG-2026-0001.json", "cve/CVE-1900-0101.json", "feed.atom"] {
        #expect(house.published(path) != nil)
      }
      let check = try SchemaCheck.tree(at: house.tree)
      #expect(check.status == 0, "\(check.output.prefix(4_000))")
    }
  }

  // Skipped under the same conditions.
  @Test("A holding advisory without fix, score and CVE id is valid as well", .enabled(if: SchemaCheck.isAtHand))
  func holding() async throws {
    try await withHouse(.sqlite) { house in
      let copy = try await house.form(.alreadyPublic)
      try await copy.isReadyToHold()
      try await copy.publish(by: house.ben)
      try await house.outbox.drain()
      let check = try SchemaCheck.tree(at: house.tree)
      #expect(check.status == 0, "\(check.output.prefix(4_000))")
    }
  }
}

extension FirstLight {
  /// The first story, told until everybody can read the advisory.
  func untilPublished(at house: House) async throws -> Matter {
    let rita = try await untilReady(at: house)
    try await theHour(rita)
    return rita
  }

  /// The first story, told until all is ready and only the embargo still holds.
  func untilReady(at house: House) async throws -> Matter {
    let rita = try await aReportArrives(at: house)
    try await aPersonAnswers(rita)
    try await theVerdict(rita)
    try await theDateIsAgreed(rita)
    try await theFix(rita)
    try await theWords(rita)
    try await house.outbox.drain()
    return rita
  }
}

/// Asks Python's jsonschema, which shares no code with us, and the official schemas.
enum SchemaCheck {
  static let conformance: URL =
    ProcessInfo.processInfo.environment["EMBARGO_CONFORMANCE"].map { URL(filePath: $0) }
    ?? Repository.root.appending(path: "../shared/conformance")

  static let python = ProcessInfo.processInfo.environment["EMBARGO_PYTHON"] ?? "python3"

  static let isAtHand =
    FileManager.default.fileExists(atPath: conformance.appending(path: "csaf").path)
    && (try? run(["-c", "import jsonschema"]).status) == 0

  static func tree(at path: String) throws -> (status: Int32, output: String) {
    let script = Repository.root.appending(path: "Tests/Schemas/validate.py").path
    return try run([script, conformance.standardized.path, "tree", path])
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
