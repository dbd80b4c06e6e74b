public import Casework
public import Desk
import Foundation
import Mail

/// Rings door-bells: a letter that says that there is something, and nothing of what it is (N1, N2).
public struct LetterCarrier: Channel {
  let desk: Desk
  let transport: any LetterTransport

  public init(desk: Desk, transport: any LetterTransport) {
    self.desk = desk
    self.transport = transport
  }

  public var channel: Publication.Channel { .letter }

  public func carry(
    _ delivery: Delivery, of id: CaseID, commit: @Sendable () async throws -> Void
  ) async throws -> String {
    guard let recipient = delivery.recipient else { throw CarryFault.permanent("The letter has no recipient.") }
    var letter = Letter(
      from: Address(name: "\(desk.policy.project.name) Security", address: desk.policy.project.address),
      to: [Address(name: nil, address: recipient)],
      subject: "[\(desk.policy.project.name)] There is something new (\(id))",
      messageID: desk.messageID(for: delivery), date: desk.now, body: body(delivery, id))
    letter.extraFields = [.init("Auto-Submitted", "auto-generated"), .init("X-Auto-Response-Suppress", "All")]
    let bytes: [UInt8]
    do {
      bytes = try letter.bytes()
    } catch {
      throw CarryFault.permanent("The letter cannot be written: \(error.reason).")
    }
    return try await transport.send(
      bytes, id: letter.messageID, from: desk.policy.project.address, to: recipient, commit: commit)
  }

  private func body(_ delivery: Delivery, _ handle: CaseID) -> String {
    let room = "\(desk.settings.baseURL)/room/\(handle)"
    let signature = "-- \n\(desk.policy.project.name) security team\n"
    return switch delivery.notice {
    case .receipt(let secret):
      """
      Your report has arrived. Its handle is \(handle).

      A person will answer you within \(desk.policy.clocks.acknowledgeBusinessDays) business days. You can follow it, read
      our answers and write to us here, without an account:

        \(room)

      The page asks for this secret. Keep it; we keep no copy:

        \(secret)

      This is an automatic receipt.

      \(signature)
      """
    case .doorbell, .advisory:
      """
      There is something new about \(handle). Read and answer it here, with the secret that you were given:

        \(room)

      \(signature)
      """
    }
  }
}
