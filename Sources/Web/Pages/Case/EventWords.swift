import AdvisoryTypes
import Casework

extension Case.Event {
  /// The event as the second half of a sentence that begins with who did it.
  var words: String {
    switch self {
    case .report(let event): event.words
    case .conversation(.written(let message)):
      message.audience == .team
        ? "wrote to the team" : message.asks ? "wrote to the shared thread, and asked" : "wrote to the shared thread"
    case .facts(let event): event.words
    case .embargo(let event): event.words
    case .assessment(let event): event.words
    case .remediation(let event): event.words
    case .identifiers(.reserved(let id)): "reserved \(id.description)"
    case .identifiers(.waived(let reason)): "decided to go without a CVE id: \(reason)"
    case .identifiers(.rejected(let reason)): "returned the CVE id: \(reason)"
    case .identifiers(.recordPublished(let evidence)): "saw the CVE record published: \(evidence)"
    case .plan(let event): event.words
    case .advisory(.drafted(let text)): "drafted the advisory “\(text.title)”"
    case .advisory(.approved(let version)): "approved the advisory as of entry \(version)"
    case .publication(.released(let advisory)):
      advisory.revisions.count > 1
        ? "published revision \(advisory.revisions.count) of \(advisory.id)" : "published \(advisory.id)"
    case .publication(.delivered(_, let channel, let proof)): "delivered by \(channel.rawValue): \(proof)"
    }
  }
}

extension Report.Event {
  fileprivate var words: String {
    switch self {
    case .received(let submission): "took in the report (\(submission.channel.rawValue))"
    case .acknowledged: "acknowledged the report"
    case .responded: "sent the first response"
    case .reproduced(let attempt): "recorded a reproduction: \(attempt.outcome.words.lowercased())"
    case .validated: "found the report valid"
    case .invalidated(let missing, _):
      missing.isEmpty ? "held the report as invalid" : "asked for more: \(missing.joined(separator: "; "))"
    case .accepted: "accepted the report"
    case .deferred(let deferral): "put the report off until \(deferral.review.utcText)"
    case .rejectionProposed(let rejection): "proposed to reject as \(rejection.disposition.rawValue)"
    case .rejectionDeclined(let reason): "declined the rejection: \(reason)"
    case .closed(let closure): "closed as \(closure.disposition.rawValue)"
    case .creditChosen(let wish): wish.wanted ? "chose to be credited as “\(wish.name)”" : "chose not to be credited"
    }
  }
}

extension Facts.Event {
  fileprivate var words: String {
    switch self {
    case .vendorAware: "noted: the team knows"
    case .fixReady: "noted: the fix is ready"
    case .fixDeployed(let evidence): "recorded that the fix is deployed: \(evidence.text)"
    case .publicAware(let evidence, let byOurselves):
      byOurselves ? "noted: public by our advisory" : "recorded that it is public: \(evidence.text)"
    case .exploitPublic(let evidence): "recorded a public exploit: \(evidence.text)"
    case .attacksObserved(let evidence): "recorded attacks: \(evidence.text)"
    case .claimed(let fact, let evidence): "claims: \(fact.words.lowercased()): \(evidence.text)"
    case .refuted(let fact, let reason): "refuted “\(fact.words.lowercased())”: \(reason)"
    }
  }
}

extension Embargo.Event {
  fileprivate var words: String {
    switch self {
    case .proposed(let until, let reason, _): "proposed silence until \(until.utcText): \(reason)"
    case .accepted(let until): "agreed on silence until \(until.utcText)"
    case .declined(let reason): "declined the proposal: \(reason)"
    case .terminated(let ending): "ended the embargo: \(ending.words)"
    case .consented(let party): "noted the consent of \(party == .reporter ? "the reporter" : "a participant")"
    case .dateProposed(let date, _): "decided to publish on \(date.utcText), to be approved"
    case .dateDecided(let date, let reason): "decided to publish on \(date.utcText): \(reason)"
    }
  }
}

extension Assessment.Event {
  fileprivate var words: String {
    switch self {
    case .assessed(let finding): "assessed \(finding.component), \(finding.priority.rawValue)"
    case .loweringProposed(let priority, let reason):
      "proposed to lower the priority to \(priority.rawValue): \(reason)"
    case .lowered(let priority, _): "lowered the priority to \(priority.rawValue)"
    case .scored(let vector, let lines, let final, _, _):
      "scored \(vector)\(lines.isEmpty ? "" : " for \(lines.joined(separator: ", "))")\(final ? ", final" : "")"
    case .scoreWithdrawn(let vector, let lines, let reason):
      "withdrew the score \(vector)\(lines.isEmpty ? "" : " for \(lines.joined(separator: ", "))"): \(reason)"
    case .scoreProposed(let vector, _, let side):
      side == .reporter ? "noted the reporter's vector \(vector)" : "proposed the vector \(vector)"
    case .finalScoreWaived(let reason): "let a provisional score go out: \(reason)"
    case .ssvcDecided(let points, _): "decided by SSVC: \(points.outcome.title.lowercased())"
    }
  }
}

extension Remediation.Event {
  fileprivate var words: String {
    switch self {
    case .opened(let lines): "opened the matrix: \(lines.joined(separator: ", "))"
    case .lineSet(let label, let status): "set line \(label): \(status.words)"
    case .timelineSet(let timeline): "set the timeline: \(timeline.release) on \(timeline.date.utcText)"
    case .releaseRegistered(let release): "registered the release \(release.version)"
    }
  }
}

extension Plan.Event {
  fileprivate var words: String {
    switch self {
    case .created: "began the communication plan"
    case .edited(let steps): "edited the plan: \(count(steps.count, "step"))"
    case .mitigationAdded(let mitigation): "added a mitigation: \(mitigation.action)"
    case .noMitigationDeclared(let reason): "declared that no mitigation is known: \(reason)"
    case .approved: "approved the plan"
    }
  }
}
