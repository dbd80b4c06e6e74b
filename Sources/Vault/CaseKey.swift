import Crypto
import FoundationEssentials

/// The key of one case: random, and stored only wrapped under the project's key.
///
/// Deleting the wrapped key destroys what the case holds, in every copy and backup of the sealed content.
public struct CaseKey: Sendable {
  private let key: SymmetricKey

  /// A fresh random key.
  public init() {
    key = SymmetricKey(size: .bits256)
  }

  private init(bytes: [UInt8]) {
    key = SymmetricKey(data: bytes)
  }

  /// Encrypts `bytes` so that they open only with this key and in this context.
  public func seal(_ bytes: [UInt8], for context: SealContext) throws(SealFault) -> [UInt8] {
    try Sealing.seal(bytes, under: key, for: context)
  }

  /// The bytes that were sealed in this context.
  public func open(_ sealed: [UInt8], for context: SealContext) throws(SealFault) -> [UInt8] {
    try Sealing.open(sealed, under: key, for: context)
  }

  fileprivate static func unwrapped(
    _ wrapped: [UInt8], by project: ProjectKey, for caseID: String
  ) throws(SealFault) -> CaseKey {
    let bytes = try project.open(wrapped, for: context(caseID))
    guard bytes.count == ProjectKey.size else { throw .damaged }
    return CaseKey(bytes: bytes)
  }

  fileprivate func wrapped(by project: ProjectKey, for caseID: String) throws(SealFault) -> [UInt8] {
    try project.seal(key.withUnsafeBytes { [UInt8]($0) }, for: Self.context(caseID))
  }

  private static func context(_ caseID: String) -> SealContext {
    SealContext(owner: caseID, purpose: "case key")
  }
}

extension ProjectKey {
  /// The case's key, encrypted for storage and bound to the case's id.
  public func wrap(_ key: CaseKey, for caseID: String) throws(SealFault) -> [UInt8] {
    try key.wrapped(by: self, for: caseID)
  }

  /// The key that was wrapped for this case.
  public func unwrap(_ wrapped: [UInt8], for caseID: String) throws(SealFault) -> CaseKey {
    try CaseKey.unwrapped(wrapped, by: self, for: caseID)
  }

  /// Encrypts what belongs to no case: a mail before it is read, a member's name.
  /// Each purpose has a subkey of its own.
  public func seal(_ bytes: [UInt8], for context: SealContext) throws(SealFault) -> [UInt8] {
    try Sealing.seal(bytes, under: subkey("seal/" + context.purpose), for: context)
  }

  /// The bytes that were sealed in this context.
  public func open(_ sealed: [UInt8], for context: SealContext) throws(SealFault) -> [UInt8] {
    try Sealing.open(sealed, under: subkey("seal/" + context.purpose), for: context)
  }
}
