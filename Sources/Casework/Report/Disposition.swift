/// How a report ends: the closed vocabulary.
public enum Disposition: String, CaseIterable, Sendable, Hashable {
  case fixedPublished = "fixed-published"
  case mitigatedPublished = "mitigated-published"
  case wontFixPublished = "wont-fix-published"
  case internalOnly = "internal-only"
  case notAVulnerability = "not-a-vulnerability"
  case notAffected = "not-affected"
  case notReproducible = "not-reproducible"
  case unsafeDefault = "unsafe-default"
  case outOfScope = "out-of-scope"
  case unsupportedVersion = "unsupported-version"
  case upstreamHandedOver = "upstream-handed-over"
  case duplicateOf = "duplicate-of"
  case notSecurityBug = "not-security-bug"
  case insufficientInformation = "insufficient-information"
  case unverifiedGenerated = "unverified-generated"
  case spamAbuse = "spam-abuse"
  case withdrawn

  /// Those that tell a reporter no, and so need the structured reasons of `Rejection` (S27).
  public static let rejections: Set<Disposition> = [
    .notAVulnerability, .notAffected, .notReproducible, .outOfScope, .unsupportedVersion, .notSecurityBug,
    .unverifiedGenerated,
  ]

  /// Those that follow a publication.
  public static let published: Set<Disposition> = [.fixedPublished, .mitigatedPublished, .wontFixPublished]
}

/// The end of a report, with the letter that the reporter gets.
public struct Closure: Hashable, Sendable {
  public var disposition: Disposition
  public var letter: String
  public var rejection: Rejection?
  public var unsafeDefault: UnsafeDefault?

  public init(
    disposition: Disposition, letter: String, rejection: Rejection? = nil, unsafeDefault: UnsafeDefault? = nil
  ) {
    self.disposition = disposition
    self.letter = letter
    self.rejection = rejection
    self.unsafeDefault = unsafeDefault
  }
}
