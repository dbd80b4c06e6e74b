import PolicyFile
import Testing

/// One thing wrong with the smallest policy, and where it is found.
struct Fault: Sendable, CustomTestStringConvertible {
  var replace: String
  var with: String
  var line: Int
  var key: String
  var reason: String

  init(_ replace: String, _ with: String, _ line: Int, _ key: String, _ reason: String) {
    self.replace = replace
    self.with = with
    self.line = line
    self.key = key
    self.reason = reason
  }

  var testDescription: String { "\(key): \(with)" }
}

private let faults = [
  Fault(
    "acknowledge_business_days: 2", "acknowledge_business_days: 6", 13, "clocks.acknowledge_business_days",
    "must be a whole number from 1 to 5 (ISO 29147: at most 7 days)"),
  Fault(
    "acknowledge_business_days: 2", "acknowledge_business_days: two", 13, "clocks.acknowledge_business_days",
    "must be a whole number from 1 to 5"),
  Fault(
    "acknowledge_business_days: 2", "acknowledge_business_days: \"2\"", 13, "clocks.acknowledge_business_days",
    "must be a whole number"),
  Fault(
    "acknowledge_business_days: 2", "acknowledge_business_days: 99999999999999999999", 13,
    "clocks.acknowledge_business_days", "must be a whole number"),
  Fault(
    "acknowledge_business_days: 2", "acknowledge_business_days: -1", 13, "clocks.acknowledge_business_days",
    "must be a whole number"),
  Fault(
    "acknowledge_business_days: 2", "first_response_business_days: 11", 13,
    "clocks.first_response_business_days", "(OpenSSF badge: at most 14 days)"),
  Fault(
    "acknowledge_business_days: 2", "first_response_business_days: 1", 13, "clocks.first_response_business_days",
    "must not be shorter than acknowledge_business_days"),
  Fault("acknowledge_business_days: 2", "holding_hours: 73", 13, "clocks.holding_hours", "from 1 to 72"),
  Fault(
    "acknowledge_business_days: 2", "provisional_score_hours: 0", 13, "clocks.provisional_score_hours", "from 1 to 168"),
  Fault("acknowledge_business_days: 2", "mitigation_hours: 0", 13, "clocks.mitigation_hours", "from 1 to 72"),
  Fault(
    "acknowledge_business_days: 2", "mitigation_hours: 12", 13, "clocks.mitigation_hours",
    "must not be shorter than holding_hours"),
  Fault("cve_record_hours: 48", "cve_record_hours: 73", 14, "clocks.cve_record_hours", "CNA rule 4.5.1.4"),
  Fault(
    "acknowledge_business_days", "aknowledge_business_days", 13, "clocks.aknowledge_business_days",
    "is not a key of a policy; did you mean “acknowledge_business_days”?"),
  Fault("  name: Sample", "  name: Sample\n  nonsense: 1", 4, "project.nonsense", "is not a key of a policy"),
  Fault(
    "cve_record_hours: 48", "acknowledge_business_days: 3", 14, "clocks.acknowledge_business_days",
    "stands in this section more than once, first on line 13"),
  Fault("clocks:", "project:", 12, "project", "more than once, first on line 2"),
  Fault("clocks:\n", "clocks: []\nembargo:\n", 12, "clocks", "must be a section with keys of its own"),
  Fault("  slug: sample\n", "", 2, "project.slug", "is missing"),
  Fault("slug: sample", "slug: Sample One", 4, "project.slug", "must be lower-case letters"),
  Fault("slug: sample", "slug: [a]", 4, "project.slug", "must be a single value"),
  Fault("slug: sample", "slug: !!binary c2FtcGxl", 4, "project.slug", "must be a single value"),
  Fault("slug: sample", "slug:", 4, "project.slug", "is empty"),
  Fault("name: Sample", "name: \"a\\nb\"", 3, "project.name", "must be a single line"),
  Fault("name: Sample", "name: \"a\\u202eb\"", 3, "project.name", "must be a single line"),
  Fault("SMPL", "smpl", 9, "project.advisory_prefix", "capital letters"),
  Fault("security@sample.example", "security.sample.example", 10, "project.address", "must be a mail address"),
  Fault("security@sample.example", "a@b@sample.example", 10, "project.address", "must be a mail address"),
  Fault("url: https", "url: http", 7, "project.url", "must be an address that begins with https://"),
  Fault("url: https://sample.example", "url: \"https://sample.example/ x\"", 7, "project.url", "https://"),
  Fault("  slug: sample", "  slug: sample\n  purl: github/x", 5, "project.purl", "must be a package URL"),
  Fault("  slug: sample", "  slug: sample\n  languages: [en, en]", 5, "project.languages[2]", "more than once"),
  Fault("  slug: sample", "  slug: sample\n  languages: [english]", 5, "project.languages[1]", "language tag"),
  Fault("2026-01-01", "2026-02-30", 18, "lines[1].supported_from", "must be a day such as 2026-12-25"),
  Fault("2026-12-31", "soon", 19, "lines[1].supported_until", "must be the last day with support"),
  Fault("2026-12-31", "2025-12-31", 19, "lines[1].supported_until", "must not lie before supported_from"),
  Fault("lines:", "lines: []\nchannels:", 15, "lines", "must name at least one release line"),
  Fault("lines:\n", "lines: 7\nembargo:\n", 15, "lines", "must be a list"),
  Fault(
    "lines:\n", "lines:\n  - { label: \"1.0\", first: 0.9.0, supported_from: 2025-01-01 }\n", 17, "lines[2].label",
    "is the label of another line already"),
  Fault(
    "lines:\n", "embargo:\n  default_days: 43\nlines:\n", 16, "embargo.default_days",
    "must not be longer than cap_days, which is 42"),
  Fault("lines:\n", "embargo:\n  cap_days: 121\nlines:\n", 16, "embargo.cap_days", "from 1 to 120"),
  Fault("lines:\n", "embargo:\n  default_days: never\nlines:\n", 16, "embargo.default_days", "or none"),
  Fault("lines:\n", "switches:\n  intake_pause_days: 46\nlines:\n", 16, "switches.intake_pause_days", "within 45 days"),
  Fault("lines:\n", "switches:\n  internal_only: yes\nlines:\n", 16, "switches.internal_only", "must be true or false"),
  Fault("lines:\n", "switches:\n  cvss_versions: [3.0]\nlines:\n", 16, "switches.cvss_versions[1]", "3.1 or 4.0"),
  Fault("lines:\n", "switches:\n  cvss_versions: []\nlines:\n", 16, "switches.cvss_versions", "at least one"),
  Fault(
    "lines:\n", "switches:\n  cve_record_hours: 49\nlines:\n", 16, "switches.cve_record_hours",
    "must not be longer than clocks.cve_record_hours, which is 48"),
  Fault(
    "lines:\n", "switches:\n  attack_decision_hours: 25\nlines:\n", 16, "switches.attack_decision_hours", "1 to 24"),
  Fault("lines:\n", "switches:\n  shared_tlp: CLEAR\nlines:\n", 16, "switches.shared_tlp", "must be one of GREEN"),
  Fault(
    "lines:\n", "switches:\n  ai_found_lane: privat\nlines:\n", 16, "switches.ai_found_lane",
    "did you mean “private”?"),
  Fault(
    "lines:\n", "dispositions:\n  fixed_published: x\nlines:\n", 16, "dispositions.fixed_published",
    "did you mean “fixed-published”?"),
  Fault("lines:\n", "prose:\n  scope: \"\"\nlines:\n", 16, "prose.scope", "is empty"),
  Fault("lines:\n", "channels:\n  lists: [nobody]\nlines:\n", 16, "channels.lists[1]", "must be a mail address"),
  Fault("lines:\n", "calendar:\n  holidays: [2026-13-01]\nlines:\n", 16, "calendar.holidays[1]", "must be a day"),
  Fault("version: \"1\"", "version: \"1 beta\"", 1, "version", "letters, digits, dots and dashes"),
  Fault("version: \"1\"\n", "", 1, "version", "is missing"),
  Fault("version: \"1\"", "version: \"1", 16, "", "is not valid YAML here"),
  Fault("version: \"1\"", "? [a]\n: 1\nversion: \"1\"", 1, "", "question mark"),
  Fault("version: \"1\"", "[a]: 1\nversion: \"1\"", 1, "", "has a key that is no word"),
]

@Suite("A policy that cannot be used")
struct FaultTests {
  @Test("Each fault is told with its line and its key", arguments: faults)
  func isTold(fault: Fault) throws {
    let text = smallest.replacing(fault.replace, with: fault.with, maxReplacements: 1)
    #expect(text != smallest, "the smallest policy has no “\(fault.replace)”")
    let errors = PolicyFile.check(text).filter { $0.severity == .error }
    #expect(
      errors.contains { $0.line == fault.line && $0.key == fault.key && $0.reason.contains(fault.reason) },
      "\(errors.map(\.description))")
    #expect(throws: PolicyFaults.self) { try PolicyFile.read(text) }
  }

  @Test("A finding reads like a compiler's")
  func form() throws {
    let text = smallest.replacing("acknowledge_business_days: 2", with: "acknowledge_business_days: 9")
    let error = try #require(PolicyFile.check(text).first { $0.severity == .error })
    #expect(
      error.text(in: "my.yaml") == "my.yaml:13: clocks.acknowledge_business_days: "
        + "must be a whole number from 1 to 5 (ISO 29147: at most 7 days)")
  }

  @Test("All faults are told at once, in the order of the lines")
  func allAtOnce() {
    let text = smallest.replacing("slug: sample", with: "slug: 1\n  slug: 2\n  purl: x").replacing(
      "2026", with: "never"
    )
    .replacing("48", with: "480")
    let errors = PolicyFile.check(text).filter { $0.severity == .error }
    #expect(
      errors.map(\.key)
        == [
          "project.slug", "project.slug", "project.purl", "clocks.cve_record_hours", "lines[1].supported_from",
          "lines[1].supported_until",
        ])
    #expect(errors.map(\.line) == errors.map(\.line).sorted())
  }

  @Test("Days off may not stretch a promise beyond its ceiling")
  func holidays() throws {
    let days = (21...31).map { "2026-12-\($0)" }.joined(separator: ", ")
    let errors = PolicyFile.check(smallest + "calendar:\n  holidays: [\(days)]\n").filter { $0.severity == .error }
    #expect(errors.contains { $0.key == "clocks.acknowledge_business_days" && $0.reason.contains("holiday") })
  }

  @Test("What norms expect and a policy leaves out is advice and stands in nobody's way")
  func advice() throws {
    _ = try PolicyFile.read(smallest)
    let advice = PolicyFile.check(smallest)
    #expect(advice.allSatisfy { $0.severity == .advice })
    #expect(advice.count { $0.key == "dispositions" } == 1)
    for key in ["project.key", "prose.safe_harbour", "prose.credit", "prose.appeal", "switches.cna_of_record"] {
      #expect(advice.contains { $0.key == key })
    }
    #expect(
      PolicyFile.check(smallest + "embargo:\n  default_days: none\n").contains { $0.key == "embargo.default_days" })
  }
}
