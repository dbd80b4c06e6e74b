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
      "priority": optional(priority?.rawValue),
      "priority_reasons": .array(
        priorityReasons.map { ["priority": .string($0.0.rawValue), "reason": .string($0.1)] }),
      "ssvc": ssvc.map { .object($0.view) } ?? .null,
      "vector": optional(assessment.headline?.vector),
      "score_is_final": assessment.headline.map { .bool($0.isFinal) } ?? .null,
      "scores": .array(assessment.scores.map(\.view)),
      "score_proposals": .array(assessment.proposals.map(\.view)),
      "provisional_score_waived": optional(assessment.finalScoreWaiver?.reason),
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

extension Score {
  fileprivate var view: JSON {
    let rating = rating
    return [
      "vector": .string(vector), "version": rating.map { .string($0.version) } ?? .null,
      "score": rating.map { .number($0.score) } ?? .null, "severity": rating.map { .string($0.severity) } ?? .null,
      "lines": .array(lines.map(JSON.string)), "final": .bool(isFinal), "reason": .string(reason),
      "explanation": explanation.map(JSON.string) ?? .null, "by": .string(by.rawValue),
      "at": .string(Timestamp.text(at)),
    ]
  }
}

extension Assessment.Proposal {
  fileprivate var view: JSON {
    let rating = rating
    return [
      "vector": .string(vector), "version": rating.map { .string($0.version) } ?? .null,
      "score": rating.map { .number($0.score) } ?? .null, "severity": rating.map { .string($0.severity) } ?? .null,
      "comment": .string(comment), "side": .string(side.rawValue), "by": .string(by.rawValue),
      "at": .string(Timestamp.text(at)),
    ]
  }
}

extension SSVC.Supplier {
  /// By the registry's names of points and answers, with what follows from them.
  fileprivate var view: JSON.Object {
    var object: JSON.Object = ["table": .string(Self.id)]
    func add<Point: SSVC.Point>(_ answer: Point) {
      object[Point.id] = ["key": .string(answer.key), "name": .string(answer.title)]
    }
    add(exploitation)
    add(automatable)
    add(valueDensity)
    add(utility)
    add(technicalImpact)
    add(publicSafetyImpact)
    add(outcome)
    return object
  }
}
