import JSON

extension Remediation.Event: CodedEvent {
  enum WireName: String, CaseIterable {
    case opened = "remediation.opened"
    case lineSet = "remediation.line_set"
    case timelineSet = "remediation.timeline_set"
    case releaseRegistered = "remediation.release_registered"
  }

  var wireName: WireName {
    switch self {
    case .opened: .opened
    case .lineSet: .lineSet
    case .timelineSet: .timelineSet
    case .releaseRegistered: .releaseRegistered
    }
  }

  var payload: JSON.Object {
    switch self {
    case .opened(let lines): ["lines": .texts(lines)]
    case .lineSet(let line, let status): ["line": .string(line), "status": status.json]
    case .timelineSet(let timeline):
      [
        "release": .string(timeline.release), "kind": .string(timeline.kind.rawValue), "date": .date(timeline.date),
      ]
    case .releaseRegistered(let release):
      ["version": .string(release.version), "line": .string(release.line), "url": .string(release.url)]
    }
  }

  init(_ name: WireName, _ reader: EventReader) throws(EventFault) {
    self =
      switch name {
      case .opened: .opened(lines: try reader.texts("lines"))
      case .lineSet: .lineSet(try reader.text("line"), try LineStatus(reader.member("status")))
      case .timelineSet:
        .timelineSet(
          Remediation.Timeline(
            release: try reader.text("release"), kind: try reader.word("kind"), date: try reader.date("date")))
      case .releaseRegistered:
        .releaseRegistered(
          Remediation.Release(
            version: try reader.text("version"), line: try reader.text("line"), url: try reader.text("url")))
      }
  }
}

extension LineStatus {
  var json: JSON {
    switch self {
    case .underInvestigation(let followUp):
      var object: JSON.Object = ["is": "under_investigation"]
      object["follow_up"] = followUp.map(JSON.date)
      return .object(object)
    case .affected(let from): return ["is": "affected", "from": .string(from)]
    case .candidate(let from, let version, let author):
      return ["is": "candidate", "from": .string(from), "version": .string(version), "author": .string(author)]
    case .fixed(let from, let fix):
      return [
        "is": "fixed", "from": .string(from), "version": .string(fix.version), "evidence": .string(fix.evidence),
        "author": .string(fix.author), "tester": .string(fix.tester),
      ]
    case .willNotFix(let from, let reason):
      return ["is": "will_not_fix", "from": .string(from), "reason": .string(reason)]
    case .mitigationOnly(let from, let reason):
      return ["is": "mitigation_only", "from": .string(from), "reason": .string(reason)]
    case .notAffected(let justification, let detail):
      return ["is": "not_affected", "justification": .string(justification.rawValue), "detail": .string(detail)]
    }
  }

  init(_ reader: EventReader) throws(EventFault) {
    switch try reader.text("is") {
    case "under_investigation":
      self = .underInvestigation(
        followUp: try reader.optional("follow_up") { reader, key throws(EventFault) in try reader.date(key) })
    case "affected": self = .affected(from: try reader.text("from"))
    case "candidate":
      self = .candidate(
        from: try reader.text("from"), version: try reader.text("version"), author: try reader.text("author"))
    case "fixed":
      self = .fixed(
        from: try reader.text("from"),
        Fix(
          version: try reader.text("version"), evidence: try reader.text("evidence"),
          author: try reader.text("author"), tester: try reader.text("tester")))
    case "will_not_fix": self = .willNotFix(from: try reader.text("from"), reason: try reader.text("reason"))
    case "mitigation_only": self = .mitigationOnly(from: try reader.text("from"), reason: try reader.text("reason"))
    case "not_affected":
      self = .notAffected(try reader.word("justification"), detail: try reader.text("detail"))
    default: throw reader.fault("is of an unknown kind")
    }
  }
}
