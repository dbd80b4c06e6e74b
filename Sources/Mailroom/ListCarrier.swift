import AdvisoryTypes
public import Casework
public import Desk
import Foundation
import Mail
public import Renderings

/// Announces a published advisory to a mailing list, in plain text. One list a message.
public struct ListCarrier: Channel {
  let desk: Desk
  let transport: any LetterTransport
  let site: Site

  /// - Parameter site: where the advisory can be read.
  public init(desk: Desk, transport: any LetterTransport, site: Site) {
    self.desk = desk
    self.transport = transport
    self.site = site
  }

  public var channel: Publication.Channel { .list }

  public func carry(
    _ delivery: Delivery, of id: CaseID, commit: @Sendable () async throws -> Void
  ) async throws -> String {
    guard let list = delivery.recipient, case .advisory(let advisoryID) = delivery.notice else {
      throw CarryFault.permanent("The announcement names no list or no advisory.")
    }
    // Read from what is public, and from nothing else.
    guard let advisory = try await desk.publishedAdvisories().first(where: { $0.id == advisoryID }) else {
      throw CarryFault.temporary("The advisory is not public yet.")
    }
    let letter = Letter(
      from: Address(name: "\(desk.policy.project.name) Security", address: desk.policy.project.address),
      to: [Address(name: nil, address: list)], subject: "\(advisory.id): \(advisory.title)",
      messageID: desk.messageID(for: delivery), date: desk.now,
      body: AnnouncementText.text(of: advisory, pageURL: site.pageURL(of: advisory)))
    let bytes: [UInt8]
    do {
      bytes = try letter.bytes()
    } catch {
      throw CarryFault.permanent("The announcement cannot be written: \(error.reason).")
    }
    return try await transport.send(
      bytes, id: letter.messageID, from: desk.policy.project.address, to: list, commit: commit)
  }
}

extension Desk {
  /// The same id at each attempt, opaque to everybody else.
  func messageID(for delivery: Delivery) -> String {
    let domain = policy.project.address.split(separator: "@").last.map(String.init) ?? "localhost"
    return "\(opaqueID(delivery.key, domain: "message id"))@\(domain)"
  }
}
