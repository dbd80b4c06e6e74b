import AdvisoryTypes
public import Casework
public import Foundation
public import JSON

extension Case {
  /// The case as machines read it: the command line's `--json`. Times are RFC 3339 in UTC.
  public func view(at now: Date, policy: Policy) -> JSON {
    [
      "handle": .string(id.text), "version": .integer(version), "phase": .string(phase(at: now).rawValue),
      "waiting_on": .string(waitingOn.rawValue), "report": .string(report.state.rawValue),
      "embargo": embargoView, "facts": .string(facts.state.description),
      "title": optional(report.submission?.title), "policy": optional(report.submission?.policyVersion),
      "received": optional(report.receivedAt), "acknowledged": optional(report.acknowledgedAt),
      "priority": optional(priority?.rawValue), "vector": optional(assessment.score?.vector),
      "score_is_final": assessment.score.map { .bool($0.isFinal) } ?? .null,
      "cve": optional(identifiers.cveID?.description),
      "lines": .object(linesView), "plan": .string("\(plan.state)"),
      "plan_version": .integer(plan.contentVersion), "content_version": .integer(advisory.contentVersion),
      "advisory": optional(publication.advisory?.id), "published": optional(publication.releasedAt),
      "revision": publication.advisory?.revisions.last.map { .integer($0.number) } ?? .null,
      "updated": optional(publication.revisedAt), "revision_due": .bool(hasUnreleasedChanges),
      "disposition": optional(report.closure?.disposition.rawValue),
      "clocks": .array(clocks(under: policy).map { $0.view(at: now) }),
      "receipts": .array(
        publication.receipts.map { receipt in
          [
            "channel": .string(receipt.channel.rawValue), "proof": .string(receipt.proof),
            "at": .string(Timestamp.text(receipt.at)),
          ]
        }),
      "thread": .array(
        conversation.letters.map { letter in
          [
            "audience": .string(letter.audience.rawValue), "by": .string(letter.by.rawValue),
            "at": .string(Timestamp.text(letter.at)), "text": .string(letter.text),
          ]
        }),
    ]
  }

  private var embargoView: JSON {
    [
      "state": .string(embargo.state.rawValue), "in_force": .bool(embargo.state.inForce),
      "end": optional(embargo.terms?.end), "proposed": optional(embargo.proposal?.until),
      "own_date": optional(embargo.ownDate?.date),
    ]
  }

  private var linesView: JSON.Object {
    var object = JSON.Object()
    for (label, status) in remediation.lines.sorted(by: { $0.key < $1.key }) { object[label] = .string(status.words) }
    return object
  }

  private func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
  private func optional(_ date: Date?) -> JSON { date.map { .string(Timestamp.text($0)) } ?? .null }
}

extension Clock {
  fileprivate func view(at now: Date) -> JSON {
    [
      "id": .string(id.rawValue), "promise": .string(id.promise), "started": .string(Timestamp.text(started)),
      "due": .string(Timestamp.text(due)), "stopped": stopped.map { .string(Timestamp.text($0)) } ?? .null,
      "overdue": .bool(isOverdue(at: now)),
    ]
  }
}
