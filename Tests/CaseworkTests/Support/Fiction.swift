import AdvisoryTypes
import Casework
import Foundation

/// Midnight is far: days are counted from Monday, 2 March 2026, 09:00 UTC.
func day(_ days: Double, _ hours: Double = 0) -> Date {
  Date(timeIntervalSince1970: 1_772_442_000 + days * 86_400 + hours * 3_600)
}

extension Party {
  static func coordinator(_ id: String) -> Party { Party(PartyID(id), roles: [.coordinator]) }
  static func triager(_ id: String) -> Party { Party(PartyID(id), roles: [.triager]) }
  static func developer(_ id: String) -> Party { Party(PartyID(id), roles: [.developer]) }
  static func releaseManager(_ id: String) -> Party { Party(PartyID(id), roles: [.releaseManager]) }
}

/// Lantern, a project that does not exist, and a flaw that it does not have.
enum Fiction {
  static let id: CaseID = {
    var generator = SplitMix(seed: 1)
    return CaseID(using: &generator)
  }()
  /// The year 1900 is set aside for tests (CNA rule 5.4).
  static let cve = CVEID("CVE-1900-0001")!
  static let otherCVE = CVEID("CVE-1900-0002")!

  static let policy = Policy(
    version: "2026-01",
    project: .init(
      name: "Lantern", slug: "lantern", vendor: "The Lantern Project", product: "Lantern",
      url: "https://lantern.example", namespace: "https://lantern.example", advisoryPrefix: "LNTN",
      address: "security@lantern.example", purl: "pkg:generic/lantern", tracker: "https://lantern.example/bugs"),
    lines: [
      .init(label: "1.x", first: "1.0.0", supportedFrom: .distantPast),
      .init(label: "2.x", first: "2.0.0", supportedFrom: .distantPast),
      .init(label: "0.x", first: "0.1.0", supportedFrom: .distantPast, supportedUntil: day(-300)),
    ],
    dispositions: [
      .notAVulnerability: "We thank you and see no vulnerability here.",
      .unsafeDefault: "Our defaults are not safe for every place, and we say so.",
    ],
    channels: .init(lists: ["announce@lantern.example"]))

  static let submission = Submission(
    channel: .mail, title: "The wick burns through", text: "Turn the wick up twice and the glass melts.",
    name: "Rita", contact: "rita@reporter.example", claimedImpact: [.confidentiality], policyVersion: "2026-01")

  static let response = FirstResponse(
    text: "This is what we do now.", plan: [.init(what: "Reproduce it", owner: "Tess", due: day(3))],
    workarounds: .known(["Turn the wick down."]))

  static let reproduction = Reproduction(
    outcome: .reproduced, environment: "Lantern 1.4.1 on Debian 12", notes: "The glass melts.")

  static let finding = Finding(
    component: "wick", versions: "1.0.0 up to 1.4.1", impact: [.confidentiality], preconditions: "none",
    exploitation: .none, priority: .p1, weakness: CWEID("CWE-400"))

  static let rejection = Rejection(
    disposition: .notAVulnerability, claim: "That the glass melts.", tested: "1.4.1, as shipped, a whole night long.",
    why: "The glass gets warm, and nothing else.", evidence: "A molten glass.", elsewhere: "The tracker.",
    appeal: "Write to another member.")

  static let unsafeDefault = UnsafeDefault(
    isDefault: true, bypassesControl: false, documented: true,
    explanation: "The lantern is lit by default, which the guide tells.", guidance: "https://lantern.example/guide",
    hardeningItem: "Ship it unlit.")

  static func fix(_ version: String) -> LineStatus.Fix {
    .init(version: version, evidence: "wick-test passes, the proof of concept fails", author: "Dora", tester: "Tim")
  }

  static let timeline = Remediation.Timeline(release: "1.4.2", kind: .patch, date: day(14))
  static let release = Remediation.Release(version: "1.4.2", line: "1.x", url: "https://lantern.example/1.4.2.tar.gz")
  static let steps = [Plan.Step(audience: "users", channel: "announce list", text: "Upgrade to 1.4.2.")]
  static let mitigation = Plan.Mitigation(
    action: "Turn the wick down.", appliesTo: "1.x", isFull: false, sideEffects: "none", verify: "Look at it.",
    undo: "Turn it up.", isVerified: true)
  static let vector = "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N"
  /// Critical in 3.1 (9.8) and in 4.0 (9.3).
  static let worstVector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
  static let worstVector4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
  /// The same as ``vector``, medium (6.5): high in 4.0 (7.1), medium in 3.0. And the worst of 2.0, which calls it high.
  static let vector4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
  static let vector30 = "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N"
  static let vector2 = "AV:N/AC:L/Au:N/C:C/I:C/A:C"
  static let text = AdvisoryDraft.Text(
    title: "The wick burns through", summary: "Reading what others wrote.", details: "The glass melts.",
    impact: "Secrets come to light.", conditions: "none", references: ["https://lantern.example/wick"])
}

/// Sebastiano Vigna's SplitMix64: small, and the same everywhere for the same seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
