public import Casework
public import Desk
import Foundation
import Logging
import Mail

/// Mail in becomes cases. The raw bytes are durable first; reading comes after, and may fail without losing anything.
public struct MailIntake: Sendable {
  let desk: Desk
  /// The largest mail that is taken, in bytes.
  public let maximumSize: Int

  /// How often reading may have died before a mail waits in the tray for a person.
  static let attempts = 10
  /// Stands for an envelope sender that nobody told us, which is something else than the empty one of a bounce.
  static let unknownSender = "?"

  public init(desk: Desk, maximumSize: Int = 50 << 20) {
    self.desk = desk
    self.maximumSize = maximumSize
  }

  /// What became of a mail.
  public enum Outcome: Sendable, Equatable {
    case admitted(CaseID)
    /// The same bytes came before; they are kept once.
    case duplicate
    /// Kept, and waits in the tray.
    case inTray
    /// Kept; somebody else reads it.
    case kept
  }

  /// Keeps a mail and reads it. When this throws, nothing was kept, and the mail server has to keep it.
  public func receive(_ raw: [UInt8], sender: String? = nil, recipient: String? = nil) async throws -> Outcome {
    guard raw.count <= maximumSize else { throw TooLarge(size: raw.count, limit: maximumSize) }
    let kept = try await desk.keep(
      raw: raw, sender: sender ?? Self.unknownSender,
      recipient: (recipient ?? desk.policy.project.address).lowercased(), route: "pipe")
    guard kept.isNew else {
      // Sent again, perhaps because a reader died in the middle: what is still unread is read now.
      _ = try? await readPending()
      return .duplicate
    }
    do {
      return try await read(kept.id)
    } catch {
      // It is kept: whoever runs next reads it. The sender's server must not send it again.
      desk.logger.warning("A mail is kept but not read yet", metadata: ["intake": "\(kept.id)"])
      return .kept
    }
  }

  /// Reads whatever is kept and not read yet: after a crash, or when reading failed. Returns the new cases.
  @discardableResult
  public func readPending() async throws -> [CaseID] {
    var cases: [CaseID] = []
    for id in try await desk.unreadMail() {
      if case .admitted(let caseID) = try await read(id) { cases.append(caseID) }
    }
    return cases
  }

  /// A mail that is larger than the desk takes.
  public struct TooLarge: Error, CustomStringConvertible {
    public var size: Int
    public var limit: Int

    public init(size: Int, limit: Int) {
      self.size = size
      self.limit = limit
    }

    public var description: String {
      "The mail has \(size) bytes and the desk takes \(limit). It was not taken and stays with the mail server; raise EMBARGO_MAIL_MAX_SIZE, or lower message_size_limit there."
    }
  }

  private func read(_ id: String) async throws -> Outcome {
    // Counted before reading begins, so that a mail that kills its reader ends in the tray, not in a loop.
    guard try await desk.beginReading(id) <= Self.attempts else {
      try await desk.leaveInTray(id, note: "The mail could not be read in \(Self.attempts) attempts.")
      return .inTray
    }
    do {
      let outcome = try await admit(id, byHand: false)
      try await desk.endReading(id)
      return outcome
    } catch {
      // The disk, the database: no fault of the mail, so it does not count against it.
      try await desk.endReading(id)
      throw error
    }
  }

  /// Makes a case of a mail that waits in the tray, because a person says so. Nil if there is no such mail there.
  public func admitByHand(_ id: String) async throws -> CaseID? {
    guard case .admitted(let caseID) = try await admit(id, byHand: true) else { return nil }
    return caseID
  }

  private func admit(_ id: String, byHand: Bool) async throws -> Outcome {
    guard let mail = try await desk.mail(id) else { return .kept }
    let message = Message(reading: mail.raw)
    // Delivery reports and the like are about a letter of ours, never a report of their own; a person may still make one.
    if !byHand, [.bounce, .readReceipt, .feedbackReport].contains(message.kind) {
      try await desk.leaveInTray(
        id, note: "A machine's answer to a mail of ours (\(message.kind.rawValue)), not a report.")
      return .inTray
    }
    let report = MailReport(message, envelopeSender: mail.sender, ownAddress: desk.policy.project.address)
    do {
      guard
        let admission = try await desk.admit(
          mail: id, as: report.submission, files: report.files, answers: report.mayAnswer, byHand: byHand)
      else { return .kept }
      return .admitted(admission.id)
    } catch let refusal as Refusal {
      try await desk.leaveInTray(id, note: refusal.sentence)
      return .inTray
    }
  }
}
