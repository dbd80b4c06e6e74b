import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

/// A file system of its own that is too small. Only root may make one.
@Suite("A full disk", .enabled(if: SmallDisk.isPossible, "only root can mount a small file system"))
struct FullDiskTests {
  @Test("leaves the mail with the mail server, and nothing is lost")
  func sqlite() async throws {
    try await SmallDisk.with(megabytes: 12) { folder in
      let database = try SQLiteDatabase(path: "\(folder)/embargo.db")
      try await expectPatience(of: House(folder: folder, address: "\(folder)/embargo.db", database: database), folder)
      await database.close()
    }
  }

  @Test("of PostgreSQL does the same", .enabled(if: PostgresServer.isInstalled, "PostgreSQL is not installed"))
  func postgres() async throws {
    let server = try await PostgresServer.start()
    try await SmallDisk.with(megabytes: 24) { disk in
      // The server runs as somebody else if this is root; its own folder says as whom.
      let owner = try FileManager.default.attributesOfItem(atPath: server.folder)[.ownerAccountID] ?? 0
      try FileManager.default.setAttributes([.ownerAccountID: owner], ofItemAtPath: disk)
      for statement in [
        "CREATE TABLESPACE small LOCATION '\(disk)'", "CREATE DATABASE small TEMPLATE template0 TABLESPACE small",
      ] {
        let ending = try await Program(path: "/usr/bin/env").run(
          ["psql", "-h", server.folder, "-U", "embargo", "-d", "postgres", "-c", statement])
        try #require(ending.status == 0, "\(ending.said)")
      }
      try await House.with(.sqlite) { house in
        let address = "postgresql://embargo@/small?host=\(server.folder)"
        let database = PostgresDatabase(url: address)
        try await expectPatience(of: House(folder: house.folder, address: address, database: database), disk)
        await database.close()
      }
      await server.stop()
    }
  }

  @Test("keeps the public tree as it was, and shows the next one as soon as there is room")
  func tree() async throws {
    try await SmallDisk.with(megabytes: 2) { disk in
      try await House.with(.sqlite) { house in
        let house = try House(folder: disk, address: house.address, database: house.database)
        let desk = try await house.desk()
        let team = try await Team(of: desk)
        func release() async throws {
          let submission = Submission(channel: .web, title: "title", text: "text", policyVersion: "")
          let id = try await desk.receive(submission).id
          try await team.prepare(id)
          try await team.approve(id)
          _ = try await desk.publish(id, by: team.ben)
          let ending = try await house.embargo("outbox", "run")
          #expect(ending.status == 0, "\(ending.said)")
        }
        let tree = PublicTree(root: house.tree)
        try await release()
        let first = tree.index()
        #expect(first.count == 1 && tree.faults() == [])

        // Written until nothing more goes.
        let ballast = "\(disk)/ballast"
        let fill = try await Program(path: "/bin/sh").run(["-c", "cat /dev/zero > '\(ballast)'"])
        #expect(fill.status != 0)
        try await release()
        #expect(tree.index() == first && tree.faults() == [])
        let waiting = try await desk.outbox().filter { $0.channel == Publication.Channel.tree.rawValue }
        #expect(waiting.map(\.state) == [.waiting] && waiting.first?.error?.isEmpty == false)

        try FileManager.default.removeItem(atPath: ballast)
        try await house.database.transaction { db in
          try db.execute("UPDATE outbox SET next_at = 0 WHERE state = 'waiting'")
        }
        let ending = try await house.embargo("outbox", "run")
        #expect(ending.status == 0 && tree.index().count == 2 && tree.faults() == [], "\(ending.said)")
      }
    }
  }

  /// Mails come until the disk is full; then somebody makes room. All the while the books are open, as by a running desk.
  private func expectPatience(of house: House, _ disk: String) async throws {
    // What somebody else has left there, and what can be removed to make room.
    let ballast = "\(disk)/ballast"
    #expect(FileManager.default.createFile(atPath: ballast, contents: Data(repeating: 1, count: 6 << 20)))
    var taken: [[UInt8]] = []
    var refused: [UInt8]?
    for number in 0..<200 where refused == nil {
      let mail = Letters.report(number) + [UInt8](repeating: UInt8(ascii: "x"), count: 200_000)
      let ending = try await house.embargo("mail", "receive", "--sender", "r@x.example", input: mail)
      switch ending.status {
      case 0: taken.append(mail)
      default:
        #expect(ending.status == 75 && !ending.errors.isEmpty, "\(ending.said)")
        refused = mail
      }
    }
    let waiting = try #require(refused, "the disk was never full")
    #expect(!taken.isEmpty)
    // While it is full, it stays like this.
    for _ in 0..<3 {
      let ending = try await house.embargo("mail", "receive", "--sender", "r@x.example", input: waiting)
      #expect(ending.status == 75 && !ending.errors.isEmpty, "\(ending.said)")
    }
    try FileManager.default.removeItem(atPath: ballast)
    let retried = try await house.embargo("mail", "receive", "--sender", "r@x.example", input: waiting)
    #expect(retried.status == 0, "\(retried.said)")
    try await house.readPending()
    let desk = try await house.desk()
    var sources: Set<[UInt8]> = []
    for row in try await desk.cases() { sources.insert(try #require(try await desk.source(of: row.id))) }
    #expect(sources == Set(taken + [waiting]))
    #expect(try await desk.cases().count == taken.count + 1)
    try await house.expectCleanAudit()
  }
}

/// A file system in memory, mounted for one test.
enum SmallDisk {
  static let isPossible: Bool = {
    guard getuid() == 0 else { return false }
    return (try? mounted(megabytes: 1).map { unmount($0) }) != nil
  }()

  static func with(megabytes: Int, _ body: (String) async throws -> Void) async throws {
    guard let folder = try mounted(megabytes: megabytes) else { throw Failure() }
    defer { unmount(folder) }
    try await body(folder)
  }

  struct Failure: Error {}

  private static func mounted(megabytes: Int) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("embargo-disk-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if mount("embargo-test", folder, "tmpfs", 0, "size=\(megabytes)m,mode=700") == 0 { return folder }
    try FileManager.default.removeItem(atPath: folder)
    return nil
  }

  private static func unmount(_ folder: String) {
    // Lazily: a file may still be open for a moment.
    umount2(folder, Int32(MNT_DETACH))
    try? FileManager.default.removeItem(atPath: folder)
  }
}
