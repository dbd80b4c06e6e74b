import AdvisoryTypes
import Casework
import Desk
import Foundation
import Mailroom
import Storage

/// Where a scenario plays: a desk of its own in a new folder, a clock that is moved by hand, and five people.
struct Stage {
  let assembly: Assembly
  let clock: ManualClock
  let folder: String
  let mails: String
  /// Ann triages, Ben and Cleo coordinate, Dan develops, Rae releases.
  let ann, ben, cleo, dan, rae: Actor

  /// Somebody of the team, by name.
  struct Actor {
    var name: String
    var party: Party
  }

  var desk: Desk { assembly.desk }

  static func open(_ options: DeskOptions, scenario: String, mails: String) async throws -> Stage {
    var options = options
    let folder = options.data ?? "\(NSTemporaryDirectory())embargo-demo-\(scenario)-\(UUID().uuidString.prefix(8))"
    options.data = folder
    options.policy = options.policy ?? "policies/warehousepg/policy.yaml"
    options.smtp = options.smtp ?? "folder:\(folder)/mail-out"
    guard let start = Timestamp.date("2026-12-01T09:12:00Z") else { throw Sentence("The calendar is broken.") }
    let clock = ManualClock(start)
    let assembly = try await Assembly.open(Settings(options), clock: clock)
    func member(_ name: String, _ roles: Set<Role>) async throws -> Actor {
      Actor(name: name, party: try await assembly.desk.addMember(named: name, roles: roles).member.party)
    }
    return Stage(
      assembly: assembly, clock: clock, folder: folder, mails: mails, ann: try await member("Ann", [.triager]),
      ben: try await member("Ben", [.coordinator]), cleo: try await member("Cleo", [.coordinator]),
      dan: try await member("Dan", [.developer]), rae: try await member("Rae", [.releaseManager]))
  }

  static let reporter = Actor(name: "Reporter", party: .reporter)

  /// A chapter: later, at that day and hour after the report.
  func later(days: Double = 0, hours: Double = 0, until date: Date? = nil, _ title: String) async throws {
    clock.advance(by: days * 86_400 + hours * 3_600)
    if let date { clock.advance(to: date) }
    say("\n\(clock.now.utcText)  \(title)")
    for id in try await Scheduler(desk: desk).tick() { say("  Clock     the embargo of \(id) has reached its end") }
  }

  /// Somebody does something; the phase that it leads to is told.
  func act(_ actor: Actor, _ words: String, _ command: Case.Command, on id: CaseID) async throws {
    try await desk.perform(command, on: id, by: actor.party)
    guard let subject = try await desk.load(id) else { return }
    say("  \(padded(actor.name))\(words)  [\(subject.phase(at: clock.now).rawValue)]")
  }

  /// Somebody tries something that the rules refuse; the refusal is part of the story.
  func refused(_ actor: Actor, _ words: String, _ command: Case.Command, on id: CaseID) async throws {
    do {
      try await desk.perform(command, on: id, by: actor.party)
    } catch let refusal as Refusal {
      say("  \(padded(actor.name))\(words)")
      say("            ✗ \(refusal.sentence)")
      return
    }
    throw Sentence("The rules should have refused: \(words).")
  }

  /// Publishes, or tells why not.
  func publish(_ actor: Actor, _ id: CaseID, expected: Bool) async throws {
    do {
      let advisory = try await desk.publish(id, by: actor.party)
      guard expected else { throw Sentence("The gates should have objected.") }
      say("  \(padded(actor.name))releases \(advisory)")
      say("            \(try await assembly.outbox.drain()) deliveries arrived:")
      guard let subject = try await desk.load(id) else { return }
      for receipt in subject.publication.receipts where receipt.at == clock.now {
        say("            ✓ \(receipt.channel.rawValue): \(receipt.proof)")
      }
    } catch let refusal as Refusal where !expected {
      say("  \(padded(actor.name))wants to release")
      say("            ✗ \(refusal.sentence)")
    }
  }

  /// Sends a mail of the examples to the desk, as a mail server would.
  func mail(_ name: String, from sender: String) async throws -> CaseID {
    let path = "\(mails)/\(name).eml"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Sentence("The mail \(path) cannot be read; name its folder with --mails.")
    }
    guard case .admitted(let id) = try await assembly.intake.receive(Array(data), sender: sender) else {
      throw Sentence("The mail \(path) did not become a case.")
    }
    guard let submission = try await desk.load(id)?.report.submission else { throw Sentence("The case is not there.") }
    say("  Mail      “\(submission.title)”, \(submission.attachments.count) file(s): case \(id)")
    try await ring()
    return id
  }

  /// Lets the outbox work: door-bells ring.
  func ring() async throws {
    let count = try await assembly.outbox.drain()
    if count > 0 { say("  Outbox    \(count) letter(s) to the reporter, without a word of content") }
  }

  /// The end: the proof of the history, and where to look.
  func curtain() async throws {
    let audit = try await desk.audit()
    say(
      "\nThe history: \(audit.events) events, \(audit.faults.isEmpty ? "unchanged" : "CHANGED"). Head \(audit.head.prefix(24))…"
    )
    say("The desk is in    \(folder)")
    guard FileManager.default.fileExists(atPath: "\(folder)/public/current") else {
      say("Nothing was published, so there is no tree.")
      return await desk.database.close()
    }
    say("The tree is in    \(folder)/public/current")
    let tree = URL(fileURLWithPath: "\(folder)/public/current").resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(atPath: tree.path)?.compactMap { $0 as? String } ?? []
    for file in files.sorted() where !tree.appendingPathComponent(file).hasDirectoryPath { say("    \(file)") }
    await desk.database.close()
  }

  func say(_ text: String) { print(text) }

  private func padded(_ name: String) -> String { name + String(repeating: " ", count: max(1, 10 - name.count)) }
}
