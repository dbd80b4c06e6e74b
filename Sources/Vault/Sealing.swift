import Crypto
import FoundationEssentials

/// Where a sealed value stands. A value that is moved to another place does not open there.
public struct SealContext: Sendable, Hashable {
  /// Whose value it is: a case's id, a member's id, or any other id.
  public var owner: String
  /// What it is, for example `event:reportReceived` or `attachment`.
  public var purpose: String
  /// Which one, where an owner has several: an event's version, otherwise 0.
  public var position: Int

  public init(owner: String, purpose: String, position: Int = 0) {
    self.owner = owner
    self.purpose = purpose
    self.position = position
  }

  /// The additional authenticated data; lengths first, so that no two contexts have the same bytes.
  var bytes: [UInt8] {
    Fields.encoded([.text("embargo/1"), .text(owner), .text(purpose), .integer(Int64(position))])
  }
}

/// Why sealed bytes do not open. It says nothing about the content.
public enum SealFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The bytes were changed, moved, or sealed under another key.
  case damaged
  /// The key was destroyed: the content is gone for good.
  case shredded
  /// The cryptographic library refused to encrypt; nothing was stored.
  case notSealed

  public var description: String {
    switch self {
    case .damaged: "Sealed content does not open: it was changed, moved, or sealed under another key."
    case .shredded: "The content is gone: its key was destroyed."
    case .notSealed: "The content could not be sealed."
    }
  }
}

/// AES-256-GCM with a random nonce: one byte of version, 12 of nonce, the ciphertext, 16 of tag.
enum Sealing {
  private static let version: UInt8 = 1

  /// Bytes that a seal adds to its content.
  static let overhead = 1 + 12 + 16

  static func seal(_ bytes: some DataProtocol, under key: SymmetricKey, for context: SealContext)
    throws(SealFault) -> [UInt8]
  {
    guard let box = try? AES.GCM.seal(bytes, using: key, authenticating: context.bytes) else { throw .notSealed }
    var sealed: [UInt8] = [version]
    sealed.reserveCapacity(overhead + bytes.count)
    sealed.append(contentsOf: box.nonce)
    sealed.append(contentsOf: box.ciphertext)
    sealed.append(contentsOf: box.tag)
    return sealed
  }

  static func open(
    _ sealed: some Collection<UInt8>, under key: SymmetricKey, for context: SealContext
  ) throws(SealFault) -> [UInt8] {
    guard sealed.first == version, sealed.count >= overhead else { throw .damaged }
    do {
      let box = try AES.GCM.SealedBox(combined: Data(sealed.dropFirst()))
      return [UInt8](try AES.GCM.open(box, using: key, authenticating: context.bytes))
    } catch {
      throw .damaged
    }
  }
}
