import Casework

extension PolicyDocument {
  static func doors(_ project: Policy.Project) -> [Fact] {
    var facts = [Fact(label: "Mail", text: project.address, link: "mailto:\(project.address)")]
    if let desk = project.desk {
      facts.append(Fact(label: "Form, no account needed", text: "\(desk)/report", link: "\(desk)/report"))
    }
    if let key = project.key { facts.append(Fact(label: "Key for encrypted mail", text: key, link: key)) }
    if !project.languages.isEmpty {
      facts.append(Fact(label: "Languages we read", text: Quantity.list(project.languages)))
    }
    facts.append(Fact(label: "Faults without security impact", text: project.tracker, link: project.tracker))
    if let guide = project.hardeningGuide {
      facts.append(Fact(label: "How to configure it safely", text: guide, link: guide))
    }
    return facts
  }

  /// The clocks (K1, K2, K12, K13), as promised.
  static func promises(_ policy: Policy) -> [Block] {
    let clocks = policy.clocks
    let record = policy.switches.cveRecordHours
    let cve = min(record, clocks.cveRecordHours)
    let latest = cve < clocks.cveRecordHours ? ", \(Quantity.hours(clocks.cveRecordHours)) at the latest" : ""
    let rows = [
      [
        "A person acknowledges your report",
        "\(Quantity.businessDays(clocks.acknowledgeBusinessDays)) after it arrives",
      ],
      [
        "First response, with a plan of the investigation and workarounds",
        "\(Quantity.businessDays(clocks.firstResponseBusinessDays)) after it arrives",
      ],
      [
        "First advisory on what is public already",
        "\(Quantity.hours(clocks.holdingHours)) after we learn of it",
      ],
      [
        "What users can do about what is public already",
        "\(Quantity.hours(clocks.mitigationHours)) after we learn of it",
      ],
      [
        "Decision how to go on when attacks are seen",
        "\(Quantity.hours(policy.switches.attackDecisionHours)) after we learn of them",
      ],
      ["CVE record, if there is one", "\(Quantity.hours(cve)) after the advisory\(latest)"],
    ]
    let off = policy.calendar.holidays.sorted()
    let except = off.isEmpty ? "" : ", except \(Quantity.list(off))"
    return [
      .table(columns: ["What", "By when"], rows: rows),
      .sentence(
        "Business days are Monday to Friday\(except). An automatic receipt keeps no promise; only a person does."),
    ]
  }

  static func dates(_ policy: Policy) -> [String] {
    let terms = policy.embargo
    var points: [String] = []
    if let days = terms.defaultDays {
      points.append(
        "Unless you say otherwise, we propose an embargo of \(Quantity.days(days)) from the arrival of your report.")
    } else {
      points.append("No embargo applies by itself; we agree on one with you where it helps users.")
    }
    points.append("We agree on no date later than \(Quantity.days(terms.capDays)) from the arrival of your report.")
    points.append("You can propose another date at any time. Every date has an hour, in UTC.")
    points.append(
      "An embargo ends by itself on its date, and at once when the vulnerability or an exploit for it becomes public.")
    if policy.switches.finalSayNeedsTwo {
      points.append("If we publish on a date that you object to, two members decide that, and you get the reason.")
    }
    points.append("The end of an embargo frees you to publish; it obliges you to nothing.")
    return points
  }

  static func places(_ policy: Policy) -> [Fact] {
    var facts: [Fact] = []
    if let advisories = policy.project.advisories {
      facts.append(Fact(label: "Advisories", text: advisories, link: advisories))
    }
    if let desk = policy.project.desk {
      facts.append(Fact(label: "Advisories and machine-readable files", text: "\(desk)/", link: "\(desk)/"))
    }
    facts += policy.channels.lists.map { Fact(label: "Mailing list", text: $0) }
    facts.append(Fact(label: "CVE ids come from", text: policy.switches.cnaOfRecord))
    return facts
  }

  static func releases(_ lines: [Policy.ReleaseLine]) -> Block {
    .table(
      columns: ["Line", "First release", "Supported from", "Supported until"],
      rows: lines.map { [$0.label, $0.first, Quantity.firstDay(of: $0), Quantity.lastDay(of: $0)] })
  }

  /// The switches as sentences.
  static func rules(_ switches: Switches) -> [String] {
    var rules = [
      "We rate with CVSS \(Quantity.list(switches.cvssVersions)).",
      "What we share before publication carries the label TLP:\(switches.sharedTLP).",
      switches.actOnUnsafeDefaults
        ? "A default that is not safe is handled as a vulnerability."
        : "A missing safe default is answered with guidance, and noted for better defaults; it gets no advisory.",
      switches.internalOnly
        ? "A case ends without publication only if two members decide so, with a date on which they look at it again."
        : "No case of a vulnerability ends without publication.",
    ]
    if switches.mailIsDoorbell { rules.append("Our mails carry no content of an open case, only a link to it.") }
    rules.append(
      switches.creditDuplicates
        ? "Whoever finds the same thing independently has made a valid report and is credited as well."
        : "Whoever finds the same thing independently has made a valid report.")
    if switches.deferToUpstream {
      rules.append("For a flaw in a project that we use, we tell that project first and wait for its CVE id.")
    }
    if switches.aiFoundLane == .publicWithoutReproducer {
      rules.append("What machines have found may be handled in public, without the reproducer.")
    }
    rules.append(
      switches.intakePauseDays == 0
        ? "We never pause the intake of reports."
        : "We may pause the intake for at most \(Quantity.days(switches.intakePauseDays)), with a notice. "
          + "What is public or used in attacks comes in all the same.")
    return rules
  }
}
