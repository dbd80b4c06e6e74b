public import FoundationEssentials

/// One advisory about one vulnerability: the single source of every document that is published about it.
///
/// Texts are plain unless said otherwise. Dates are kept to the second, which is what the records can say.
public struct Advisory: Hashable, Sendable {
  /// The publisher's own identifier, such as `WHPG-1900-0001`.
  public var id: String
  public var cve: CVEID?
  public var title: String
  /// One or two sentences for lists and records.
  public var summary: String
  /// The whole account, in Markdown.
  public var details: String
  /// What an attacker gains.
  public var impact: String
  /// What must be true of an installation for it to be affected; empty if nothing special.
  public var conditions: String
  public var publisher: Publisher
  public var published: Date { didSet { published = Timestamp.wholeSecond(published) } }
  public var updated: Date { didSet { updated = Timestamp.wholeSecond(updated) } }
  /// Oldest first, numbered from 1.
  public var revisions: [Revision]
  /// CVSS vectors of any version, with the release lines they are for; the ones to show first stand first.
  public var scores: [Score]
  public var cwe: CWEID?
  public var vendor: String
  public var product: String
  /// A package URL without version.
  public var purl: String?
  /// The address of the source repository.
  public var repository: String?
  /// One for each release line.
  public var lines: [Line]
  public var mitigations: [Mitigation]
  /// Says that there is none, where ``mitigations`` is empty; silence would leave readers guessing.
  public var noMitigationKnown: Bool
  public var credits: [Credit]
  public var references: [Reference]
  public var timeline: [Moment]
  public var exploited: Exploitation
  public var tlp: TLP

  public init(
    id: String, cve: CVEID? = nil, title: String, summary: String = "", details: String = "", impact: String = "",
    conditions: String = "", publisher: Publisher, published: Date, updated: Date, revisions: [Revision] = [],
    scores: [Score] = [], cwe: CWEID? = nil, vendor: String, product: String, purl: String? = nil,
    repository: String? = nil, lines: [Line] = [], mitigations: [Mitigation] = [], noMitigationKnown: Bool = false,
    credits: [Credit] = [], references: [Reference] = [], timeline: [Moment] = [], exploited: Exploitation = .none,
    tlp: TLP = .clear
  ) {
    self.id = id
    self.cve = cve
    self.title = title
    self.summary = summary
    self.details = details
    self.impact = impact
    self.conditions = conditions
    self.publisher = publisher
    self.published = Timestamp.wholeSecond(published)
    self.updated = Timestamp.wholeSecond(updated)
    self.revisions = revisions
    self.scores = scores
    self.cwe = cwe
    self.vendor = vendor
    self.product = product
    self.purl = purl
    self.repository = repository
    self.lines = lines
    self.mitigations = mitigations
    self.noMitigationKnown = noMitigationKnown
    self.credits = credits
    self.references = references
    self.timeline = timeline
    self.exploited = exploited
    self.tlp = tlp
  }
}
