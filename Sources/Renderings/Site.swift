public import AdvisoryTypes
public import CVE
public import FoundationEssentials
public import OSV

/// Where and in whose name advisories are published: everything that the renderings need and an advisory does not know.
public struct Site: Hashable, Sendable {
  /// The address of the tree's root, without a slash at its end. Must be https for machines to accept the tree.
  public var baseURL: String
  public var projectName: String
  public var publisher: Advisory.Publisher
  /// How to report, in order of preference; `mailto:`, `tel:` or `https:`.
  public var contacts: [String]
  /// Where the policy can be read; the tree's own page if `nil`.
  public var policyURL: String?
  /// Where a report can be written.
  public var reportURL: String?
  /// Addresses of keys for encrypted reports.
  public var encryption: [String]
  /// Language tags, the preferred one first.
  public var languages: [String]
  /// After this, security.txt must not be used.
  public var expires: Date
  /// The CNA that assigns the project's CVE ids; no CVE records without.
  public var assigner: CVE.Assigner?
  /// The product as a package of an OSV ecosystem, if it is one.
  public var package: OSV.Package?

  public init(
    baseURL: String, projectName: String, publisher: Advisory.Publisher, contacts: [String], policyURL: String? = nil,
    reportURL: String? = nil, encryption: [String] = [], languages: [String] = ["en"], expires: Date,
    assigner: CVE.Assigner? = nil, package: OSV.Package? = nil
  ) {
    self.baseURL = String(baseURL.reversed().drop { $0 == "/" }.reversed())
    self.projectName = projectName
    self.publisher = publisher
    self.contacts = contacts
    self.policyURL = policyURL
    self.reportURL = reportURL
    self.encryption = encryption
    self.languages = languages
    self.expires = expires
    self.assigner = assigner
    self.package = package
  }

  /// The address of a file in the tree.
  public func url(_ path: String) -> String { "\(baseURL)/\(path)" }

  /// Where people read the advisory.
  public func pageURL(of advisory: Advisory) -> String { url("advisories/\(Self.fileName(of: advisory)).html") }

  /// The advisory's id as a file name: anything but letters, digits, dot, dash, plus and underscore becomes an underscore.
  static func fileName(of advisory: Advisory) -> String {
    let name = String(
      advisory.id.unicodeScalars.map { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "-+._".unicodeScalars.contains(scalar))
          ? Character(scalar) : "_"
      })
    return name.isEmpty || name.hasPrefix(".") ? "_" + name : name
  }
}
