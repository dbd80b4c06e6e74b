import Crypto
import FoundationEssentials

/// The one key of a desk: 32 bytes, from which every other key is derived or under which it is wrapped.
///
/// Nobody uses these bytes directly. Each use has its own subkey (HKDF-SHA256 with a label, RFC 5869), so that
/// nothing learned from one use helps against another.
public struct ProjectKey: Sendable {
  private let root: SymmetricKey

  /// A fresh key, for tests and for the first start.
  public init() {
    root = SymmetricKey(size: .bits256)
  }

  /// A key from base64 text: 32 bytes, white space around it allowed. `source` is named in the fault.
  public init(base64 text: String, source: String = "EMBARGO_KEY") throws(KeyFault) {
    let trimmed = text.filter { !$0.isWhitespace }
    guard let bytes = Data(base64Encoded: trimmed), bytes.count == Self.size else {
      throw KeyFault(
        .malformed, "\(source) does not hold a project key: it must be \(Self.size) bytes in base64 (44 characters).")
    }
    root = SymmetricKey(data: bytes)
  }

  /// The key's length in bytes.
  static let size = 32

  /// The key as base64 text: what the key file holds.
  var base64: String { root.withUnsafeBytes { Data($0) }.base64EncodedString() }

  /// A name for the key that is safe to store and to print, for example `AB12-CD34-EF56-7890`.
  public var fingerprint: String {
    let bytes = subkey("fingerprint").withUnsafeBytes { [UInt8]($0.prefix(8)) }
    let digits = bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] + digits[$0 + 1] }.joined(separator: "-")
  }

  /// Refuses, with a sentence, a key other than the one a desk was made with.
  ///
  /// - Parameters:
  ///   - recorded: the fingerprint that stands in the desk's database.
  ///   - source: where this key came from, a file's path or the name of a setting.
  public func check(against recorded: String, source: String) throws(KeyFault) {
    guard recorded != fingerprint else { return }
    throw KeyFault(
      .wrongKey,
      "This key does not open this desk: the desk was made with key \(recorded), \(source) holds \(fingerprint).")
  }

  /// The key for one use. Labels are constants of this module, or constants of a caller behind a prefix of their own.
  func subkey(_ label: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: root, salt: Array("embargo/1".utf8), info: Array(label.utf8), outputByteCount: Self.size)
  }
}

/// Why a project key cannot be used. The message names the file or setting to change and holds no secret.
public struct KeyFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, for programs.
  public enum Code: Sendable {
    /// The text or file does not hold 32 bytes in base64.
    case malformed
    /// Others than the owner may read the file.
    case tooOpen
    /// The file cannot be read or made.
    case unreadable
    /// A good key, but of another desk.
    case wrongKey
  }

  public let code: Code
  public let description: String

  init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
