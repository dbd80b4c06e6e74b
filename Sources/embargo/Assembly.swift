import Casework
import Desk
import Foundation
import Logging
import Mailroom
import PolicyFile
import Publishing
import Renderings
import Storage
import Vault

/// The one place where the parts are put together.
struct Assembly {
  let desk: Desk
  let settings: Settings
  let site: Site
  let tree: TreeChannel
  let outbox: Outbox
  let intake: MailIntake

  /// Opens the desk: the key, the books, the policy in force.
  static func open(_ settings: Settings, clock: any WallClock = SystemClock()) async throws -> Assembly {
    let logger = Logger(label: "embargo") { StreamLogHandler.standardError(label: $0) }
    try requireDesk(settings)
    try makePrivateFolder(settings.data)
    let database = try openDatabase(settings)
    let key = try await projectKey(settings, of: database)
    try await Books.open(
      database, with: key, from: settings.key == nil ? settings.keyFile : "EMBARGO_KEY", now: clock.now)
    var settings = settings
    // Letters written by a cron job must lead to where people are served.
    if settings.givenURL == nil, let recorded = try await Desk.recordedAddress(in: database) { settings.url = recorded }
    let (policy, document) = try await policyInForce(settings, database)
    let earlier = try await Desk.policyDocuments(in: database).compactMapValues { try? PolicyFile.read($0) }
    let site = Site(settings: settings, policy: policy, now: clock.now)
    let desk = Desk(
      database: database, key: key, clock: clock, policy: policy, earlierPolicies: earlier,
      settings: .init(baseURL: settings.url, sendsMail: settings.smtp != nil, lease: settings.lease),
      gates: [DocumentGate(site: site)], logger: logger)
    if let document { try await desk.adopt(policy, document: document) }
    let tree = TreeChannel(desk: desk, root: "\(settings.data)/public", site: site)
    var channels: [any Channel] = [tree]
    if let transport = try transport(settings) {
      channels += [
        ListCarrier(desk: desk, transport: transport, site: site), LetterCarrier(desk: desk, transport: transport),
      ]
    }
    return Assembly(
      desk: desk, settings: settings, site: site, tree: tree, outbox: Outbox(desk: desk, channels: channels),
      intake: MailIntake(desk: desk, maximumSize: settings.maximumMail))
  }

  /// A mistyped folder must not become a new desk with a new key: only who names a policy begins one.
  private static func requireDesk(_ settings: Settings) throws {
    guard settings.policyFile == nil, !settings.database.contains("://"),
      !FileManager.default.fileExists(atPath: settings.database)
    else { return }
    throw Sentence(
      "There is no desk in \(settings.database). Name the right folder with --data, or begin a desk by naming a policy with --policy."
    )
  }

  private static func makePrivateFolder(_ path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Sentence("The folder \(path) cannot be made; give another one with --data.")
    }
  }

  private static func openDatabase(_ settings: Settings) throws -> any Database {
    let name = settings.database
    if name.hasPrefix("postgresql://") || name.hasPrefix("postgres://") { return PostgresDatabase(url: name) }
    return try SQLiteDatabase(path: name)
  }

  private static func projectKey(_ settings: Settings, of database: any Database) async throws -> ProjectKey {
    if let text = settings.key { return try ProjectKey(base64: text) }
    // A missing file beside an old desk is an accident; a new key would only hide it.
    if !FileManager.default.fileExists(atPath: settings.keyFile),
      let recorded = try await Books.recordedKey(in: database)
    {
      throw Sentence(
        "The key file \(settings.keyFile) is missing. This desk was made with key \(recorded); put that file back, or name it with --key-file."
      )
    }
    return try ProjectKey(file: settings.keyFile)
  }

  private static func policyInForce(
    _ settings: Settings, _ database: any Database
  ) async throws -> (Policy, document: String?) {
    if let file = settings.policyFile {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Sentence("The policy \(file) cannot be read; name another one with --policy.")
      }
      let text = String(decoding: data, as: UTF8.self)
      return (try PolicyCommand.read(text, named: file), text)
    }
    guard let text = try await Desk.lastPolicy(in: database) else {
      throw Sentence("This desk has no policy yet: name one with --policy, such as policies/warehousepg/policy.yaml.")
    }
    return (try PolicyCommand.read(text, named: "the policy in force"), nil)
  }

  private static func transport(_ settings: Settings) throws -> (any LetterTransport)? {
    guard let text = settings.smtp else { return nil }
    if text.hasPrefix("folder:") { return LetterFolder(path: String(text.dropFirst("folder:".count))) }
    guard text.hasPrefix("smtp://"), let parts = URL(string: text), let host = parts.host else {
      throw Sentence("“\(text)” is no mail server; it looks like smtp://127.0.0.1:25 or folder:/var/spool/embargo.")
    }
    return try SMTPTransport(host: host, port: parts.port ?? 25)
  }
}
