public import FoundationEssentials

extension SecurityTxt {
  /// What breaks the standard, as a sentence.
  public struct Finding: Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
      case noContact, badAddress, badLanguage, expired, expiresSoon, expiresTooLate
    }

    public let code: Code
    public let reason: String

    public var description: String { reason }
  }

  /// Everything to put right before the file is offered at `now`; ``Finding/Code/expiresSoon`` thirty days ahead.
  public func findings(at now: Date) -> [Finding] {
    var findings: [Finding] = []
    for field in fields {
      for value in field.values where !field.accepts(value) {
        let schemes = field.schemes.joined(separator: " or ")
        findings.append(
          Finding(code: .badAddress, reason: "\(field.name) “\(value)” must be an address that begins with \(schemes).")
        )
      }
    }
    if !fields.contains(where: { $0.name == "Contact" && $0.values.contains(where: $0.accepts) }) {
      findings.append(Finding(code: .noContact, reason: "There is no contact."))
    }
    for language in preferredLanguages where !Self.isLanguage(language) {
      findings.append(Finding(code: .badLanguage, reason: "“\(language)” is no language tag."))
    }
    let day = 86_400.0
    switch expires.timeIntervalSince(now) {
    case ..<0: findings.append(Finding(code: .expired, reason: "The file has expired."))
    case ..<(30 * day): findings.append(Finding(code: .expiresSoon, reason: "The file expires within thirty days."))
    case (366 * day)...:
      findings.append(Finding(code: .expiresTooLate, reason: "Expires should be less than a year ahead."))
    default: break
    }
    return findings
  }
}
