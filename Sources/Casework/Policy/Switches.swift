/// Where norms disagree, a project chooses (register C1–C17). The values here are the careful ones.
public struct Switches: Hashable, Sendable {
  /// C1: a case may end without publication, by decision of two.
  public var internalOnly: Bool
  /// C2: missing safe defaults are acted on as vulnerabilities.
  public var actOnUnsafeDefaults: Bool
  /// C3: CVSS versions, `3.1` and `4.0`, of which at least one vector is needed to publish.
  public var cvssVersions: [String]
  /// C4: publishing over a reporter's objection needs a second member.
  public var finalSayNeedsTwo: Bool
  /// C6: TLP label of case content that is shared before publication.
  public var sharedTLP: String
  /// C7: hours in which a CVE record follows the advisory; never more than 72.
  public var cveRecordHours: Int
  /// C9: hours in which attacks force a decision.
  public var attackDecisionHours: Int
  /// C10: `private`, or `public-without-reproducer` for bugs found by machine.
  public var aiFoundLane: AILane
  /// C11: who assigns CVE ids.
  public var cnaOfRecord: String
  /// C12: mail to reporters is a door-bell only.
  public var mailIsDoorbell: Bool
  /// C13: the longest pause of the intake, in days; never more than 45.
  public var intakePauseDays: Int
  /// C14: duplicates count as valid reports, and their reporters are credited.
  public var creditDuplicates: Bool
  /// C17: an upstream's first refusal is waited for before a CVE id is reserved.
  public var deferToUpstream: Bool

  public init(
    internalOnly: Bool = true, actOnUnsafeDefaults: Bool = false, cvssVersions: [String] = ["3.1"],
    finalSayNeedsTwo: Bool = true, sharedTLP: String = "AMBER", cveRecordHours: Int = 24,
    attackDecisionHours: Int = 24, aiFoundLane: AILane = .private, cnaOfRecord: String = "MITRE (CNA of last resort)",
    mailIsDoorbell: Bool = true, intakePauseDays: Int = 45, creditDuplicates: Bool = true, deferToUpstream: Bool = true
  ) {
    self.internalOnly = internalOnly
    self.actOnUnsafeDefaults = actOnUnsafeDefaults
    self.cvssVersions = cvssVersions
    self.finalSayNeedsTwo = finalSayNeedsTwo
    self.sharedTLP = sharedTLP
    self.cveRecordHours = cveRecordHours
    self.attackDecisionHours = attackDecisionHours
    self.aiFoundLane = aiFoundLane
    self.cnaOfRecord = cnaOfRecord
    self.mailIsDoorbell = mailIsDoorbell
    self.intakePauseDays = intakePauseDays
    self.creditDuplicates = creditDuplicates
    self.deferToUpstream = deferToUpstream
  }

  public enum AILane: String, CaseIterable, Sendable {
    case `private`
    case publicWithoutReproducer = "public-without-reproducer"
  }
}
