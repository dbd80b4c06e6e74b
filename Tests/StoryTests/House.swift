import AdvisoryTypes
import CVE
import Casework
import Desk
import EmbargoTesting
import Foundation
import Logging
import Mailroom
import PolicyFile
import Publishing
import Renderings
import Storage
import Testing
import Vault

/// A whole desk for one story: real books, real mail, a real public tree; only the time is moved by hand.
struct House: Sendable {
  let desk: Desk
  let clock: ManualClock
  let outbox: Outbox
  let intake: MailIntake
  let key: ProjectKey
  /// Holds `public`, the tree's root, and `mail-out`, where letters go.
  let folder: String

  /// Ann triages, Ben and Cleo coordinate, Dan develops, Rae releases.
  let ann, ben, cleo, dan, rae: Party

  /// Moves the time to this moment (RFC 3339), never back, and lets the clock do its work.
  /// Returns the cases whose embargo has come to its end.
  @discardableResult
  func itIs(_ moment: String) async throws -> [CaseID] {
    clock.advance(to: try utc(moment))
    return try await Scheduler(desk: desk).tick()
  }

  /// A mail of the examples comes in, as from a mail server.
  func mail(_ name: String, from sender: String) async throws -> Matter {
    let outcome = try await intake.receive(try Repository.bytes("examples/mails/\(name).eml"), sender: sender)
    guard case .admitted(let id) = outcome else { throw Unexpected("The mail became \(outcome).") }
    return Matter(house: self, id: id)
  }

  /// A report comes in through the web form.
  func form(_ submission: Submission) async throws -> Matter {
    Matter(house: self, id: try await desk.receive(submission).id)
  }

  /// The letters that have left, each whole, in no order.
  func letters() throws -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/mail-out")) ?? []
    return try files.map { try String(contentsOfFile: "\(folder)/mail-out/\($0)", encoding: .utf8) }
  }

  /// The same desk over another way to its database, or with another policy in force.
  func desk(
    over database: (any Database)? = nil, policy: Policy? = nil, earlier: [String: Policy] = [:]
  ) -> Desk {
    Desk(
      database: database ?? desk.database, key: key, clock: clock, policy: policy ?? desk.policy,
      earlierPolicies: earlier, settings: desk.settings, gates: desk.gates, logger: desk.logger)
  }

  var tree: String { folder + "/public/current" }

  /// A file of the public tree as everybody sees it; nil if it is not there.
  func published(_ path: String) -> String? { try? String(contentsOfFile: "\(tree)/\(path)", encoding: .utf8) }
}

/// Opens a house of WarehousePG on an empty database. It is Tuesday, 1 December 2026, 09:12 UTC.
func withHouse<T: Sendable>(_ kind: DatabaseKind, _ body: (House) async throws -> T) async throws -> T {
  try await withDatabase(kind) { database, place in
    let key = ProjectKey()
    let clock = ManualClock(try utc("2026-12-01T09:12:00Z"))
    try await Books.open(database, with: key, from: "the test", now: clock.now)
    let text = try Repository.text("policies/warehousepg/policy.yaml")
    let site = try warehousePG(PolicyFile.read(text))
    let desk = Desk(
      database: database, key: key, clock: clock, policy: try PolicyFile.read(text),
      settings: .init(baseURL: site.baseURL, sendsMail: true), gates: [DocumentGate(site: site)], logger: .silent)
    try await desk.adopt(desk.policy, document: text)
    let post = LetterFolder(path: place.folder + "/mail-out")
    let channels: [any Channel] = [
      TreeChannel(desk: desk, root: place.folder + "/public", site: site),
      ListCarrier(desk: desk, transport: post, site: site),
      LetterCarrier(desk: desk, transport: post),
    ]
    func member(_ name: String, _ role: Role) async throws -> Party {
      try await desk.addMember(named: name, roles: [role]).member.party
    }
    return try await body(
      House(
        desk: desk, clock: clock, outbox: Outbox(desk: desk, channels: channels), intake: MailIntake(desk: desk),
        key: key, folder: place.folder, ann: member("Ann", .triager), ben: member("Ben", .coordinator),
        cleo: member("Cleo", .coordinator), dan: member("Dan", .developer), rae: member("Rae", .releaseManager)))
  }
}

private func warehousePG(_ policy: Policy) throws -> Site {
  let project = policy.project
  let address = "https://security.warehousepg.example"
  return Site(
    baseURL: address, projectName: project.name,
    publisher: .init(name: project.vendor, namespace: project.namespace, contact: project.address),
    contacts: ["mailto:\(project.address)"], policyURL: "\(address)/policy", reportURL: "\(address)/report",
    expires: try utc("2027-10-01T00:00:00Z"),
    assigner: CVE.Assigner(organization: "8254265b-2729-46b6-b9e3-3dfca2d5bfca", shortName: "warehousepg"))
}

/// A moment in RFC 3339, such as `2026-12-01T09:12:00Z`.
func utc(_ text: String) throws -> Date { try #require(Timestamp.date(text)) }

/// Something without which the story cannot go on.
struct Unexpected: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// The files of this repository that the stories are told with.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: path))) }
  static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }
}

extension Logger {
  /// What a story expects to fail should not be printed.
  static let silent = Logger(label: "story") { _ in SwiftLogNoOpLogHandler() }
}
