/// The forms of the fix.
extension FormRecipe {
  /// The kinds of `LineStatus`, as a form names them.
  private enum Status: String, CaseIterable {
    case underInvestigation = "under-investigation"
    case affected, candidate, fixed
    case willNotFix = "will-not-fix"
    case mitigationOnly = "mitigation-only"
    case notAffected = "not-affected"

    var label: String {
      switch self {
      case .underInvestigation: "Under investigation"
      case .affected: "Affected, a fix is being worked on"
      case .candidate: "Affected, a patch waits for its test"
      case .fixed: "Affected, fixed"
      case .willNotFix: "Affected, will not be fixed"
      case .mitigationOnly: "Affected, mitigation only"
      case .notAffected: "Not affected"
      }
    }
  }

  /// What the statuses of a line ask for, each for some of it.
  private struct LineParts {
    let from = CommandForm.Field.line(
      "from", "Affected from", "The first affected version, such as 7.0.0. Needed if the line is affected.",
      required: false)
    let version = CommandForm.Field.line(
      "version", "Fixed in", "The version with the fix, such as 7.3.2. Needed with a patch or a fix.", required: false)
    let evidence = CommandForm.Field.text(
      "evidence", "Evidence of the fix",
      "The regression test, the proof of concept run again. Needed with a fix.", rows: 3, required: false)
    let author = CommandForm.Field.line(
      "author", "Written by", "Needed with a patch or a fix.", required: false)
    let tester = CommandForm.Field.line(
      "tester", "Tested by", "Somebody else than the author. Needed with a fix.", required: false)
    let reason = CommandForm.Field.text(
      "reason", "Reason", "Why it is not fixed. Needed with will-not-fix and mitigation-only; everybody will read it.",
      rows: 3, required: false)
    let justification = CommandForm.Field.choice(
      "justification", "Why it is not affected", .justifications, "Needed with not-affected.", required: false)
    let detail = CommandForm.Field.text(
      "detail", "Detail",
      "In words, such as: the code came with 7.0. Needed with not-affected; everybody will read it.",
      rows: 3, required: false)
    let followUp = CommandForm.Field.date(
      "follow-up", "Looked at again on", "May be given with under-investigation.", required: false)

    var all: [CommandForm.Field] {
      [from, version, evidence, author, tester, reason, justification, detail, followUp]
    }

    func status(_ chosen: Status, from values: FormReader) throws(Refusal) -> LineStatus {
      switch chosen {
      case .underInvestigation: .underInvestigation(followUp: try values.optionalDate(followUp))
      case .affected: .affected(from: try values.text(from))
      case .candidate:
        .candidate(
          from: try values.text(from), version: try values.text(version), author: try values.text(author))
      case .fixed:
        .fixed(
          from: try values.text(from),
          .init(
            version: try values.text(version), evidence: try values.text(evidence), author: try values.text(author),
            tester: try values.text(tester)))
      case .willNotFix: .willNotFix(from: try values.text(from), reason: try values.text(reason))
      case .mitigationOnly: .mitigationOnly(from: try values.text(from), reason: try values.text(reason))
      case .notAffected: .notAffected(try values.word(justification), detail: try values.text(detail))
      }
    }
  }

  static func setLine(_ subject: Case, _ policy: Policy?) -> FormRecipe {
    let known = policy?.lines.map(\.label) ?? []
    let labels = known + subject.remediation.lines.keys.filter { !known.contains($0) }.sorted()
    // The first line that is still open comes to mind first.
    let open = labels.first { subject.remediation.lines[$0]?.isFinal == false }
    let line = CommandForm.Field.choice(
      "line", "Release line", labels.map { CommandForm.Option(value: $0, label: $0) }, suggest: open)
    let status = CommandForm.Field.choice("status", "Status", .of(Status.allCases, \.label))
    let parts = LineParts()
    return FormRecipe(
      .setLine, "Set a release line",
      "Records what is known of one release line. The team reads it; on publication everybody does.",
      [line, status] + parts.all
    ) { values throws(Refusal) in
      let chosen: Status = try values.word(status)
      // Which lines there are is for the rules to say.
      return .remediation(.setLine(try values.text(line), try parts.status(chosen, from: values)))
    }
  }

  static func setTimeline(_ subject: Case) -> FormRecipe {
    let timeline = subject.remediation.timeline
    let release = CommandForm.Field.line(
      "release", "Release with the fix", "Such as 7.3.2.", suggest: timeline?.release)
    // A major release is not offered: users are not made to wait for one (S41).
    let kind = CommandForm.Field.choice(
      "kind", "Kind", [CommandForm.Option].releaseKinds.filter { $0.value != Remediation.Timeline.Kind.major.rawValue },
      suggest: timeline?.kind.rawValue)
    let date = CommandForm.Field.date("date", "Date of the release", suggest: timeline?.date.utcText)
    return FormRecipe(
      .setTimeline, "Set the timeline",
      "Says which release carries the fix, and begins the communication plan. Only the team reads it.",
      [release, kind, date]
    ) { values throws(Refusal) in
      .remediation(
        .setTimeline(
          .init(release: try values.text(release), kind: try values.word(kind), date: try values.date(date))))
    }
  }

  static func registerRelease(_ subject: Case) -> FormRecipe {
    let registered = Set(subject.remediation.releases.map(\.version))
    let waiting = subject.remediation.lines.sorted { $0.key < $1.key }.lazy.compactMap { line, status in
      if case .fixed(_, let fix) = status, !registered.contains(fix.version) { (line, fix.version) } else { nil }
    }.first
    let version = CommandForm.Field.line("version", "Version", "Such as 7.3.2.", suggest: waiting?.1)
    let line = CommandForm.Field.choice(
      "line", "Release line", subject.remediation.lines.keys.sorted().map { .init(value: $0, label: $0) },
      suggest: waiting?.0)
    let url = CommandForm.Field.line(
      "url", "Address", "Where everybody can fetch it, such as https://example.org/releases/7.3.2.")
    return FormRecipe(
      .registerRelease, "Register a release",
      "Says that a version with the fix can be fetched. The team reads it; on publication everybody does.",
      [version, line, url]
    ) { values throws(Refusal) in
      .remediation(
        .registerRelease(
          .init(version: try values.text(version), line: try values.text(line), url: try values.text(url))))
    }
  }
}
