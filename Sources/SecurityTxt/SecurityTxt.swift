public import FoundationEssentials

/// `security.txt` (RFC 9116): how to report a vulnerability, for machines and people.
///
/// ``findings(at:)`` names everything that breaks the standard; ``text`` leaves such fields out, so that what is written
/// can always be read.
public struct SecurityTxt: Hashable, Sendable {
  /// In order of preference; `mailto:`, `tel:` or `https:` (section 2.5.3).
  public var contacts: [String]
  /// After this the file must not be used (section 2.5.5).
  public var expires: Date
  /// Addresses of keys, never keys (section 2.5.4).
  public var encryption: [String]
  public var acknowledgments: [String]
  /// Language tags (section 2.5.8).
  public var preferredLanguages: [String]
  /// The addresses at which this very file lies (section 2.5.2).
  public var canonical: [String]
  public var policy: [String]
  /// The address of `provider-metadata.json` (CSAF 2.0 section 7.1.8).
  public var csaf: [String]

  public init(
    contacts: [String], expires: Date, encryption: [String] = [], acknowledgments: [String] = [],
    preferredLanguages: [String] = [], canonical: [String] = [], policy: [String] = [], csaf: [String] = []
  ) {
    self.contacts = contacts
    self.expires = expires
    self.encryption = encryption
    self.acknowledgments = acknowledgments
    self.preferredLanguages = preferredLanguages
    self.canonical = canonical
    self.policy = policy
    self.csaf = csaf
  }

  /// The file, each line ended by a line feed.
  public var text: String {
    var lines = fields.flatMap { field in
      field.values.filter { field.accepts($0) }.map { "\(field.name): \($0)" }
    }
    lines.append("Expires: \(Self.timestamp(expires))")
    let languages = preferredLanguages.filter(Self.isLanguage)
    if !languages.isEmpty { lines.append("Preferred-Languages: \(languages.joined(separator: ", "))") }
    return lines.map { $0 + "\n" }.joined()
  }

  struct Field {
    let name: String
    let values: [String]
    let schemes: [String]

    func accepts(_ value: String) -> Bool { SecurityTxt.isAddress(value, schemes: schemes) }
  }

  /// Without Expires and Preferred-Languages, which occur once.
  var fields: [Field] {
    let web = ["https://"]
    return [
      Field(name: "CSAF", values: csaf, schemes: web),
      Field(name: "Contact", values: contacts, schemes: ["mailto:", "tel:", "https://"]),
      Field(name: "Encryption", values: encryption, schemes: ["https://", "dns:", "openpgp4fpr:"]),
      Field(name: "Acknowledgments", values: acknowledgments, schemes: web),
      Field(name: "Policy", values: policy, schemes: web),
      Field(name: "Canonical", values: canonical, schemes: web),
    ]
  }

  /// A scheme that fits, something after it, and only characters that RFC 3986 allows: so no line end can slip in.
  static func isAddress(_ text: String, schemes: [String]) -> Bool {
    guard let scheme = schemes.first(where: text.hasPrefix) else { return false }
    return text.utf8.count > scheme.utf8.count
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }
  }

  static func isLanguage(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
    }
  }
}
