import CVE
import Casework
import Foundation

extension Section {
  /// The whole policy; nil when something that has no default is missing. The findings say what.
  func policy() -> Policy? {
    let version = line("version", most: 64)
    if let version, !version.utf8.allSatisfy({ Shape.isWord($0) || "._-".utf8.contains($0) }) {
      error("version", "must be letters, digits, dots and dashes, such as 2026-11-23.1")
    }
    var project: Policy.Project?
    section("project") { project = $0.project() }
    var calendar = BusinessCalendar()
    section("calendar") { calendar = $0.calendar() }
    var clocks = ClockTargets()
    section("clocks") { clocks = $0.clocks(calendar) }
    var embargo = Policy.EmbargoTerms()
    section("embargo") { embargo = $0.embargo() }
    let lines = releaseLines()
    var dispositions: [Disposition: String] = [:]
    section("dispositions") { dispositions = $0.dispositions() }
    var switches = Switches()
    section("switches") { switches = $0.switches(clocks) }
    var channels = Policy.Channels()
    section("channels") { channels = $0.channels() }
    var prose = Policy.Prose()
    section("prose") { prose = $0.words() }
    guard let version, let project else { return nil }
    return Policy(
      version: version, project: project, clocks: clocks, calendar: calendar, embargo: embargo, lines: lines,
      dispositions: dispositions, switches: switches, channels: channels, prose: prose)
  }

  private func project() -> Policy.Project? {
    let name = line("name")
    let slug = line("slug", most: 40)
    if let slug, !Shape.isSlug(slug) {
      error("slug", "must be lower-case letters, digits and dashes, and begin with a letter")
    }
    let vendor = line("vendor")
    let product = line("product")
    let url = address("url")
    let namespace = address("namespace")
    let prefix = line("advisory_prefix", most: 16)
    if let prefix, !Shape.isPrefix(prefix) {
      error("advisory_prefix", "must be 2 to 16 capital letters and digits, beginning with a letter, such as WHPG")
    }
    let mail = line("address", most: 254)
    if let mail, let reason = Shape.fault(ofMailAddress: mail) { error("address", reason) }
    let tracker = address("tracker")
    let purl = optionalLine("purl", most: 2_048)
    if let purl, let reason = Shape.fault(ofPackageURL: purl) { error("purl", reason) }
    let repository = optionalAddress("repository")
    let guide = optionalAddress("hardening_guide")
    let key = optionalAddress("key")
    let advisories = optionalAddress("advisories")
    let desk = optionalAddress("desk").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    let languages = list("languages", fault: Shape.fault(ofLanguage:))
    if key == nil { advise("key", "no key or other protected channel is named (ISO 29147, 5.8.2)") }
    if desk == nil { advise("desk", "no address of a report form: mail stays the only door") }
    let organization = optionalLine("cna_organization", most: 36)
    let shortName = optionalLine("cna_short_name", most: 32)
    if organization != nil || shortName != nil,
      CVE.Assigner(organization: organization ?? "", shortName: shortName ?? "") == nil
    {
      error("cna_organization", "and cna_short_name go together: the CNA's UUID and short name in the CVE Program")
    }
    if languages.isEmpty { advise("languages", "nothing says in which languages reports are read") }
    guard let name, let slug, let vendor, let product, let url, let namespace, let prefix, let mail, let tracker else {
      return nil
    }
    return Policy.Project(
      name: name, slug: slug, vendor: vendor, product: product, url: url, namespace: namespace,
      advisoryPrefix: prefix, address: mail, purl: purl, repository: repository, tracker: tracker,
      hardeningGuide: guide, key: key, advisories: advisories, desk: desk, languages: languages,
      cnaOrganization: organization, cnaShortName: shortName)
  }

  private func embargo() -> Policy.EmbargoTerms {
    let standard = Policy.EmbargoTerms()
    let cap = number(
      "cap_days", 1...120, else: standard.capDays, because: "no party in the field waits longer than 120 days")
    let fallback = standard.defaultDays ?? cap
    let days = numberOrNone("default_days", 1...120, else: min(fallback, cap), because: "no longer than the cap")
    if let days, days > cap { error("default_days", "must not be longer than cap_days, which is \(cap)") }
    if days == nil { advise("default_days", "no default embargo is published; Vultron asks receivers to have one") }
    return Policy.EmbargoTerms(defaultDays: days, capDays: cap)
  }

  private func releaseLines() -> [Policy.ReleaseLine] {
    var lines: [Policy.ReleaseLine] = []
    if member("lines") == nil { error("lines", "is missing: back-ports are promised for supported release lines") }
    let count = sections("lines") { section in
      let label = section.line("label", most: 32)
      let first = section.line("first", most: 64)
      let from = section.day("supported_from")
      let until = section.lastDay("supported_until")
      guard let label, let first, let from else { return }
      if lines.contains(where: { $0.label == label }) {
        return section.error("label", "is the label of another line already: \(label)")
      }
      if let until, until <= from { section.error("supported_until", "must not lie before supported_from") }
      lines.append(.init(label: label, first: first, supportedFrom: from, supportedUntil: until))
    }
    if count == 0 { error("lines", "must name at least one release line") }
    return lines
  }

  private func dispositions() -> [Disposition: String] {
    var texts: [Disposition: String] = [:]
    for disposition in Disposition.allCases {
      let text = prose(disposition.rawValue, most: 4_000)
      if !text.isEmpty { texts[disposition] = text }
    }
    let missing = Disposition.allCases.map(\.rawValue).filter { member($0) == nil }
    if !missing.isEmpty {
      let which = missing.count == Disposition.allCases.count ? "any disposition" : missing.joined(separator: ", ")
      findings.advice(path, line, "reporters get no sentence of the project's own for \(which)")
    }
    return texts
  }

  private func channels() -> Policy.Channels {
    let lists = list("lists", fault: Shape.fault(ofMailAddress:))
    if lists.isEmpty { advise("lists", "no mailing list is told of published advisories") }
    return Policy.Channels(lists: lists)
  }
}
