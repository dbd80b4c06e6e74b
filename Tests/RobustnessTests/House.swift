import Casework
import Desk
import EmbargoTesting
import Foundation
import Logging
import Mailroom
import PolicyFile
import Storage
import Testing
import Vault

/// A desk in a folder of its own: worked with from outside, by the program, and looked at from inside.
struct House: Sendable {
  let program: Program
  let folder: String
  /// SQLite's path or PostgreSQL's URL.
  let address: String
  let database: any Database
  /// What the program gets from its environment.
  var settings: [String: String]

  var keyFile: String { "\(folder)/embargo.key" }
  var tree: String { "\(folder)/public" }

  /// The package's own folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let policyFile = root.appendingPathComponent("policies/warehousepg/policy.yaml").path

  /// Runs `body` with an empty house, which is removed afterwards.
  static func with<T>(_ kind: DatabaseKind, _ body: (House) async throws -> T) async throws -> T {
    try await withDatabase(kind) { database, place in
      try await body(House(folder: place.folder, address: place.address, database: database))
    }
  }

  init(folder: String, address: String, database: any Database) throws {
    program = try #require(Program.embargo, "build the executable, or name it by EMBARGO_BINARY")
    self.folder = folder
    self.address = address
    self.database = database
    settings = ["EMBARGO_DATA": folder, "EMBARGO_DATABASE": address, "EMBARGO_POLICY": Self.policyFile]
  }

  /// The same house with other settings for the program.
  func with(_ changes: [String: String]) -> House {
    var house = self
    house.settings.merge(changes) { $1 }
    return house
  }

  @discardableResult
  func embargo(
    _ arguments: String..., input: [UInt8] = [], killAfter delay: Duration? = nil
  ) async throws -> Program.Ending {
    try await program.run(arguments, environment: settings, input: input, killAfter: delay)
  }

  /// The desk's own parts on the same books.
  func desk(clock: any WallClock = SystemClock(), sendsMail: Bool = false) async throws -> Desk {
    let key = try ProjectKey(file: keyFile)
    try await Books.open(database, with: key, from: keyFile, now: clock.now)
    let document = try String(contentsOfFile: Self.policyFile, encoding: .utf8)
    let desk = Desk(
      database: database, key: key, clock: clock, policy: try PolicyFile.read(document),
      settings: .init(sendsMail: sendsMail), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await desk.adopt(desk.policy, document: document)
    return desk
  }

  /// Reads what was kept and not read, as a running desk does by itself.
  func readPending() async throws {
    let intake = MailIntake(desk: try await desk())
    while try await !intake.readPending().isEmpty {}
  }

  /// The case list as machines read it.
  func caseList() async throws -> String {
    let ending = try await embargo("case", "list", "--json")
    #expect(ending.status == 0, "\(ending.said)")
    return ending.text
  }

  /// What lists and clocks read can be thrown away and made again.
  func expectSameTablesAfterRebuild(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let (list, rows) = try await (caseList(), tables())
    let ending = try await embargo("rebuild")
    #expect(ending.status == 0, "\(ending.said)", sourceLocation: sourceLocation)
    #expect(try await caseList() == list, sourceLocation: sourceLocation)
    #expect(try await tables() == rows, sourceLocation: sourceLocation)
  }

  /// Everything in the tables that is not sealed.
  private func tables() async throws -> [String] {
    try await database.read { db in
      try db.query("SELECT * FROM cases").map {
        try "\($0.text("case_id")) \($0.int("version")) \($0.text("phase")) \($0.text("facts")) \($0.int("touched_at"))"
      }
        + db.query("SELECT * FROM deadlines").map {
          let stopped = try $0.optionalDate("stopped_at").map { "\($0)" } ?? "running"
          return try "\($0.text("case_id")) \($0.text("clock")) \($0.int("started_at")) \($0.int("due_at")) \(stopped)"
        }
        + db.query("SELECT * FROM public_advisories").map { try "\($0.text("id")) \($0.text("document"))" }
    }.sorted()
  }

  func expectCleanAudit(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let ending = try await embargo("audit", "verify")
    #expect(ending.status == 0, "\(ending.said)", sourceLocation: sourceLocation)
  }
}
