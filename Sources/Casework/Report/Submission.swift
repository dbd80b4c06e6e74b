/// What a reporter sent, as the policy asks for it (S19). Only the text is needed: a report may be unsure, anonymous and
/// incomplete, and is read all the same (S3).
public struct Submission: Hashable, Sendable {
  public var channel: Channel
  public var title: String
  public var text: String
  public var name: String?
  public var affiliation: String?
  /// A mail address at which the door-bell may ring.
  public var contact: String?
  public var steps: String?
  public var effects: String?
  public var configuration: String?
  public var attackSurface: String?
  public var otherProjects: String?
  /// Where it is public already (URL or words). Not nil puts the case into the immediate lane (S13).
  public var alreadyPublic: String?
  /// What the reporter knows of exploitation, or nil.
  public var exploited: String?
  /// Impact that the report claims; nil when nobody has said.
  public var claimedImpact: Set<Impact>?
  /// The reporter's own CVSS vector as it was typed, even if it is none (S37).
  public var vector: String?
  public var credit: CreditWish?
  /// The stored raw mail that it was read from.
  public var intake: String?
  public var attachments: [Attachment]
  /// The policy that was in force, for ever (S1).
  public var policyVersion: String

  public init(
    channel: Channel, title: String, text: String, name: String? = nil, affiliation: String? = nil,
    contact: String? = nil, steps: String? = nil, effects: String? = nil, configuration: String? = nil,
    attackSurface: String? = nil, otherProjects: String? = nil, alreadyPublic: String? = nil,
    exploited: String? = nil, claimedImpact: Set<Impact>? = nil, vector: String? = nil, credit: CreditWish? = nil,
    intake: String? = nil, attachments: [Attachment] = [], policyVersion: String
  ) {
    self.channel = channel
    self.title = title
    self.text = text
    self.name = name
    self.affiliation = affiliation
    self.contact = contact
    self.steps = steps
    self.effects = effects
    self.configuration = configuration
    self.attackSurface = attackSurface
    self.otherProjects = otherProjects
    self.alreadyPublic = alreadyPublic
    self.exploited = exploited
    self.claimedImpact = claimedImpact
    self.vector = vector
    self.credit = credit
    self.intake = intake
    self.attachments = attachments
    self.policyVersion = policyVersion
  }

  /// The door a report came through (S9).
  public enum Channel: String, CaseIterable, Sendable { case mail, web, manual }

  /// A file that came with a report or a message. The content lies sealed elsewhere, under `id`.
  public struct Attachment: Hashable, Sendable {
    public var id: String
    public var name: String
    public var mediaType: String
    /// Bytes.
    public var size: Int

    public init(id: String, name: String, mediaType: String, size: Int) {
      self.id = id
      self.name = name
      self.mediaType = mediaType
      self.size = size
    }
  }

  /// What would help, from the policy's list of what a report holds (S19). A checklist for the reporter, never a rejection.
  public var whatWouldHelp: [String] {
    var items: [String] = []
    if steps == nil {
      items.append("detailed steps to reproduce it, with proof-of-concept scripts, screenshots or logs")
    }
    if effects == nil { items.append("what it does, and what happens when it is used") }
    if configuration == nil { items.append("the hardware and software configuration it was seen on, with the version") }
    if attackSurface == nil { items.append("how it touches normal use, and an estimate of the attack surface") }
    if otherProjects == nil { items.append("other projects or dependencies that are involved") }
    return items
  }
}

/// Whether and how the reporter wants to be named in the advisory (S20).
public struct CreditWish: Hashable, Sendable {
  public var wanted: Bool
  public var name: String

  public init(wanted: Bool, name: String) {
    self.wanted = wanted
    self.name = name
  }
}
