import Casework
import Desk
import Foundation
import Logging
import Storage
import Vault

@testable import Web

/// A desk of its own for one test, on SQLite in a temporary folder, with a clock that stands still.
struct House {
  let desk: Desk
  let clock: ManualClock
  let folder: String

  var website: Website { Website(desk: desk, settings: WebSettings(treeRoot: folder + "/tree")) }

  static func with<T>(_ body: (House) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "embargo-web-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let clock = ManualClock(Samples.start)
    let database = try SQLiteDatabase(path: folder + "/desk.sqlite")
    let key = ProjectKey()
    try await Books.open(database, with: key, from: "the test", now: clock.now)
    let desk = Desk(
      database: database, key: key, clock: clock, policy: Samples.policy,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    return try await body(House(desk: desk, clock: clock, folder: folder))
  }

  /// A browser in which a new member is signed in.
  func member(_ name: String, _ roles: Set<Role>) async throws -> Visitor {
    let link = try await desk.addMember(named: name, roles: roles).link
    var visitor = Visitor(website)
    _ = try await visitor.post("/enter/\(link)")
    return visitor
  }

  func report(_ change: (inout Submission) -> Void = { _ in }, files: [Upload] = []) async throws -> Admission {
    var submission = Samples.submission
    change(&submission)
    return try await desk.receive(submission, files: files)
  }

  /// A browser in the room of a case.
  func reporter(_ admission: Admission) async throws -> Visitor {
    var visitor = Visitor(website)
    _ = try await visitor.post("/room", [("handle", admission.id.text), ("secret", admission.secret)])
    return visitor
  }
}

enum Samples {
  static let start = Date(timeIntervalSince1970: 1_796_032_800)  // 2026-11-30 10:00 UTC, a Monday.

  static let policy = Policy(
    version: "2026-11-01.1",
    project: .init(
      name: "Sample", slug: "sample", vendor: "Sample Project", product: "Sample", url: "https://sample.example",
      namespace: "https://sample.example", advisoryPrefix: "SMPL", address: "security@sample.example",
      tracker: "https://sample.example/issues"),
    lines: [
      .init(label: "7.3", first: "7.3.0", supportedFrom: .distantPast),
      .init(label: "7.4", first: "7.4.0", supportedFrom: .distantPast),
    ],
    dispositions: [.notAVulnerability: "This is not a vulnerability."])

  static let submission = Submission(
    channel: .web, title: "Overflow in the planner", text: "A long list overflows the planner.\nSee the script.",
    name: "Robin", contact: "robin@example.org", steps: "Run poc.sql.", claimedImpact: [.confidentiality],
    policyVersion: policy.version)
}
