public import Casework
import Foundation
import JSON
import Logging
import Storage
import Vault

/// A file that comes in with a report or a message.
public struct Upload: Sendable, Hashable {
  public var name: String
  public var mediaType: String
  public var content: [UInt8]

  public init(name: String, mediaType: String, content: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.content = content
  }
}

/// What a reporter gets back: the handle, and the secret that opens the room. The secret is shown once and not kept.
public struct Admission: Sendable, Hashable {
  public var id: CaseID
  public var secret: String
}

extension Desk {
  /// Takes in a report: a new case, its files, its room, all in one transaction.
  public func receive(_ submission: Submission, files: [Upload] = []) async throws -> Admission {
    let (id, secret) = (Self.newCaseID(), Random.token())
    return try await decidingAgain { db in
      try admit(submission, files: files, as: id, secret: secret, answers: false, in: db)
    }
  }

  /// Keeps the raw bytes of a mail, durable when this returns. The same bytes to the same recipient are kept once.
  ///
  /// - Returns: the intake's id, and whether it was there already.
  public func keep(raw: [UInt8], sender: String, recipient: String, route: String) async throws -> (
    id: String, isNew: Bool
  ) {
    let now = clock.now
    let id = Random.token()
    let stored = try await decidingAgain { db in
      try intake.store(
        raw: raw, recipient: recipient, envelope: Array(sender.utf8), route: route, id: id, now: now, in: db)
    }
    return switch stored {
    case .stored(let id): (id, true)
    case .duplicate(let id): (id, false)
    }
  }

  /// Mail that is kept and not read yet, oldest first.
  public func unreadMail() async throws -> [String] {
    try await database.read { db in try intake.pending(in: db).map(\.id) }
  }

  /// The raw bytes and the envelope's sender of a kept mail.
  public func mail(_ id: String) async throws -> (raw: [UInt8], sender: String)? {
    try await database.read { db in
      guard let raw = try intake.raw(id, in: db), let item = try intake.item(id, in: db) else { return nil }
      return (raw, String(decoding: item.envelope ?? [], as: UTF8.self))
    }
  }

  /// Turns a kept mail into a case. Nil if somebody else has done so meanwhile: a mail is never doubled.
  ///
  /// - Parameters:
  ///   - answers: the reporter may get the automatic receipt (not for lists, robots and bounces).
  ///   - byHand: a person takes it out of the tray.
  public func admit(
    mail intakeID: String, as submission: Submission, files: [Upload], answers: Bool, byHand: Bool = false
  ) async throws -> Admission? {
    let (id, secret) = (Self.newCaseID(), Random.token())
    return try await decidingAgain { db in
      guard try intake.item(intakeID, in: db)?.state == (byHand ? .tray : .new),
        try intake.assign(intakeID, to: id.text, in: db)
      else { return nil }
      var submission = submission
      submission.intake = intakeID
      return try admit(submission, files: files, as: id, secret: secret, answers: answers, in: db)
    }
  }

  /// Puts a mail that could not be read into the tray, with a sentence for the team.
  public func leaveInTray(_ intakeID: String, note: String) async throws {
    _ = try await database.transaction { db in try intake.toTray(intakeID, note: note, in: db) }
  }

  /// Counts an attempt to read a mail before it begins, so that a mail that kills its reader ends in the tray.
  public func beginReading(_ intakeID: String) async throws -> Int {
    try await database.transaction { db in try intake.attempted(intakeID, note: "being read", in: db) }
  }

  /// Reading has ended, well or with a fault of the world: only a reader that dies counts against a mail.
  public func endReading(_ intakeID: String) async throws {
    _ = try await database.transaction { db in try intake.survived(intakeID, in: db) }
  }

  private func admit(
    _ submission: Submission, files: [Upload], as id: CaseID, secret: String, answers: Bool, in db: any Connection
  ) throws -> Admission {
    var submission = submission
    submission.policyVersion = policy.version
    for file in files {
      let kept = try attachments.add(
        file.content, name: file.name, mediaType: file.mediaType, to: id.text, now: clock.now, in: db)
      submission.attachments.append(
        .init(id: kept.id, name: kept.name, mediaType: kept.mediaType, size: kept.size))
    }
    try apply(.report(.receive(submission)), to: Case(id), by: .desk, in: db)
    _ = try rooms.open(for: id.text, secret: secret, now: clock.now, in: db)
    if answers, let contact = submission.contact {
      try enqueueReceipt(to: contact, secret: secret, for: id, in: db)
    }
    return Admission(id: id, secret: secret)
  }

  /// At most one automatic receipt an hour to an address, so that nobody is flooded in a stranger's name (N3). Those that
  /// come faster wait for an hour of their own, for a week at most.
  private func enqueueReceipt(to contact: String, secret: String, for id: CaseID, in db: any Connection) throws {
    let address = opaqueID(contact.lowercased(), domain: "receipt")
    let hour = Int(clock.now.timeIntervalSince1970 / 3_600)
    for later in 0..<(7 * 24) {
      let receipt = Delivery(
        key: "receipt/\(address)/\(hour + later)", channel: .letter, audience: .reporter, recipient: contact,
        notice: .receipt(secret: secret))
      let time = later == 0 ? clock.now : Date(timeIntervalSince1970: Double(hour + later) * 3_600)
      let isFree = try outboxTable.enqueue(
        receipt.json.bytes(), to: receipt.channel.rawValue, key: receipt.key, for: id.text, notBefore: time,
        now: clock.now, in: db)
      if isFree { return }
    }
    logger.warning("An address gets no more receipts this week", metadata: ["case": "\(id)"])
  }

  static func newCaseID() -> CaseID {
    var generator = SystemRandomNumberGenerator()
    return CaseID(using: &generator)
  }
}
