public import Foundation

/// A project's written policy as data (S1): rules, clocks and texts come from here, and so do its SECURITY.md, its
/// security.txt and its policy page. Nothing of any one project is hard-coded.
public struct Policy: Hashable, Sendable {
  /// Names this text of the policy for ever: the case that came in under it keeps the name.
  public var version: String
  public var project: Project
  public var clocks: ClockTargets
  public var calendar: BusinessCalendar
  public var embargo: EmbargoTerms
  public var lines: [ReleaseLine]
  /// What a reporter is told for each disposition; the case's own reasons follow it.
  public var dispositions: [Disposition: String]
  public var switches: Switches
  public var channels: Channels
  public var prose: Prose

  public init(
    version: String, project: Project, clocks: ClockTargets = .init(), calendar: BusinessCalendar = .init(),
    embargo: EmbargoTerms = .init(), lines: [ReleaseLine], dispositions: [Disposition: String] = [:],
    switches: Switches = .init(), channels: Channels = .init(), prose: Prose = .init()
  ) {
    self.version = version
    self.project = project
    self.clocks = clocks
    self.calendar = calendar
    self.embargo = embargo
    self.lines = lines
    self.dispositions = dispositions
    self.switches = switches
    self.channels = channels
    self.prose = prose
  }

  /// Who publishes, and what.
  public struct Project: Hashable, Sendable {
    public var name: String
    /// Short name for paths and ids, such as `warehousepg`.
    public var slug: String
    public var vendor: String
    public var product: String
    public var url: String
    /// The namespace of the advisories' publisher, an https URL.
    public var namespace: String
    /// Prefix of advisory ids: `WHPG` gives `WHPG-2026-0001`.
    public var advisoryPrefix: String
    /// The mail address of the policy's front door.
    public var address: String
    public var purl: String?
    public var repository: String?
    /// Where non-security bugs go.
    public var tracker: String
    /// The guide that reports of unsafe defaults are pointed to.
    public var hardeningGuide: String?
    /// Where the public key for encrypted mail lies; https.
    public var key: String?
    /// Where published advisories can be read, besides the desk's own pages; https.
    public var advisories: String?
    /// The desk's own public address, for the report form; https, no slash at the end.
    public var desk: String?
    /// In which languages reports are read: tags such as `en`, the first preferred.
    public var languages: [String]
    /// The CVE Program's id (a UUID) and short name of the CNA that assigns our CVE ids; no CVE records without.
    public var cnaOrganization: String?
    public var cnaShortName: String?

    public init(
      name: String, slug: String, vendor: String, product: String, url: String, namespace: String,
      advisoryPrefix: String, address: String, purl: String? = nil, repository: String? = nil, tracker: String,
      hardeningGuide: String? = nil, key: String? = nil, advisories: String? = nil, desk: String? = nil,
      languages: [String] = [], cnaOrganization: String? = nil, cnaShortName: String? = nil
    ) {
      self.name = name
      self.slug = slug
      self.vendor = vendor
      self.product = product
      self.url = url
      self.namespace = namespace
      self.advisoryPrefix = advisoryPrefix
      self.address = address
      self.purl = purl
      self.repository = repository
      self.tracker = tracker
      self.hardeningGuide = hardeningGuide
      self.key = key
      self.advisories = advisories
      self.desk = desk
      self.languages = languages
      self.cnaOrganization = cnaOrganization
      self.cnaShortName = cnaShortName
    }
  }

  public struct EmbargoTerms: Hashable, Sendable {
    /// Days from receipt that are proposed by default; nil means that no embargo applies by itself.
    public var defaultDays: Int?
    /// Days from receipt beyond which no date is agreed (S58).
    public var capDays: Int

    public init(defaultDays: Int? = 21, capDays: Int = 42) {
      self.defaultDays = defaultDays
      self.capDays = capDays
    }
  }

  /// A release line with its support window (S72).
  public struct ReleaseLine: Hashable, Sendable {
    public var label: String
    /// The first version of the line.
    public var first: String
    public var supportedFrom: Date
    /// Nil: no end is planned.
    public var supportedUntil: Date?

    public init(label: String, first: String, supportedFrom: Date, supportedUntil: Date? = nil) {
      self.label = label
      self.first = first
      self.supportedFrom = supportedFrom
      self.supportedUntil = supportedUntil
    }

    public func isSupported(at now: Date) -> Bool {
      supportedFrom <= now && (supportedUntil.map { now < $0 } ?? true)
    }
  }

  /// Where announcements go.
  public struct Channels: Hashable, Sendable {
    /// Mailing lists that get the plain text of a published advisory.
    public var lists: [String]

    public init(lists: [String] = []) { self.lists = lists }
  }

  /// The policy's own words, for the documents that are rendered from it. Markdown; empty where it says nothing.
  public struct Prose: Hashable, Sendable {
    /// Why there is a policy, and that reports are private.
    public var introduction: String
    /// When to report.
    public var occasions: String
    /// What a report should say.
    public var reporting: String
    /// What to do about what is public already or used in attacks.
    public var exploited: String
    /// What the team does with a report.
    public var response: String
    /// How the date is found, and what happens on it.
    public var disclosure: String
    /// Which mailing lists there are, and who reads them.
    public var lists: String
    /// Confidentiality, integrity, availability, and defaults that are not safe.
    public var priorities: String
    public var scope: String
    public var safeHarbour: String
    public var credit: String
    /// Whom to ask after a no: another member, a coordinator.
    public var appeal: String

    public init(
      introduction: String = "", occasions: String = "", reporting: String = "", exploited: String = "",
      response: String = "", disclosure: String = "", lists: String = "", priorities: String = "",
      scope: String = "", safeHarbour: String = "", credit: String = "", appeal: String = ""
    ) {
      self.introduction = introduction
      self.occasions = occasions
      self.reporting = reporting
      self.exploited = exploited
      self.response = response
      self.disclosure = disclosure
      self.lists = lists
      self.priorities = priorities
      self.scope = scope
      self.safeHarbour = safeHarbour
      self.credit = credit
      self.appeal = appeal
    }
  }
}
