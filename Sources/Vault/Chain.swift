import Crypto
import FoundationEssentials

/// A keyed hash chain: each link covers its fields and the link before (HMAC-SHA256).
///
/// Who can write to the database but does not hold the project's key cannot change, remove or insert a link
/// without breaking the chain.
public struct Chain: Sendable {
  /// A link's hash: 32 bytes.
  public struct Hash: Sendable, Hashable {
    public let bytes: [UInt8]

    /// A hash that was stored; nil if it has not 32 bytes.
    public init?(_ bytes: [UInt8]) {
      guard bytes.count == 32 else { return nil }
      self.bytes = bytes
    }

    fileprivate init(code: HMAC<SHA256>.MAC) {
      bytes = Array(code)
    }

    fileprivate init(zero: Void) {
      bytes = Array(repeating: 0, count: 32)
    }

    /// What stands before the first link.
    public static let start = Hash(zero: ())
  }

  private let links: SymmetricKey
  private let heads: SymmetricKey

  public init(_ key: ProjectKey) {
    links = key.subkey("chain/link")
    heads = key.subkey("chain/head")
  }

  /// The hash of a link with these fields after the link `previous`.
  public func next(after previous: Hash, _ fields: [Field]) -> Hash {
    Hash(code: Self.code(previous, fields, key: links))
  }

  /// The proof that the chain ends at `position` with `hash`; without it, cutting off the tail would go unseen.
  public func proof(ofHead hash: Hash, at position: Int64) -> Hash {
    Hash(code: Self.code(hash, [.integer(position)], key: heads))
  }

  private static func code(_ previous: Hash, _ fields: [Field], key: SymmetricKey) -> HMAC<SHA256>.MAC {
    HMAC<SHA256>.authenticationCode(for: Fields.encoded([.bytes(previous.bytes)] + fields), using: key)
  }
}
