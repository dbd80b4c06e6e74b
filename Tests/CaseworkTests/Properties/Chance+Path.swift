import Foundation

@testable import Casework

/// What a diligent team would do next. It leads from any state towards a publication, without knowing all the rules.
extension Chance {
  mutating func nextStep(of subject: Case, at now: Date) -> (Case.Command, Party) {
    if subject.report.proposedRejection != nil {
      let author = subject.report.proposedRejection?.by
      return happens(70)
        ? (.report(.confirmRejection), party(for: .confirmRejection, but: author))
        : (.report(.declineRejection(reason: "It melts.")), party(for: .declineRejection, but: author))
    }
    if let step = negotiation(subject, now) { return step }
    switch subject.report.state {
    case .start: return (.report(.receive(Fiction.submission)), .desk)
    case .received:
      if subject.report.acknowledgedAt == nil { return able(.report(.acknowledge(text: "Thank you."))) }
      if subject.report.reproductions.isEmpty { return able(.report(.reproduce(Fiction.reproduction))) }
      return able(.report(.validate(duplicates: "none")))
    case .invalid:
      if subject.report.reproductions.isEmpty { return able(.report(.reproduce(Fiction.reproduction))) }
      return able(.report(.validate(duplicates: "none")))
    case .valid:
      return subject.assessment.finding == nil
        ? able(.assessment(.assess(Fiction.finding))) : able(.report(.accept))
    case .deferred:
      return happens(60) || subject.embargo.state.inForce
        ? able(.report(.accept)) : able(.report(.close(.duplicateOf, letter: "It is known.")))
    case .accepted: return subject.publication.advisory == nil ? fix(subject, now) : finish(subject, now)
    case .closed: return (.publication(.recordReceipt(delivery: "late", channel: .tree, proof: "swapped")), .desk)
    }
  }

  /// Now and then somebody wants another date; whoever is asked answers.
  private mutating func negotiation(_ subject: Case, _ now: Date) -> (Case.Command, Party)? {
    guard subject.report.state != .start, subject.report.state != .closed, happens(12) else { return nil }
    if let date = subject.embargo.proposedOwnDate, subject.publication.advisory == nil {
      return (.embargo(.approveDate), party(for: .approveDate, but: date.by))
    }
    if let priority = subject.assessment.proposedPriority {
      return (.assessment(.approveLowerPriority), party(for: .approveLowerPriority, but: priority.by))
    }
    guard let proposal = subject.embargo.proposal else {
      let until = now.addingTimeInterval(Double(86_400 + roll(1_500_000)))
      return able(.embargo(.propose(until: until, reason: "the release", delay: .notTested)))
    }
    let answer = happens(60) ? Embargo.Command.accept : .decline(reason: "too late")
    return (.embargo(answer), proposal.awaitsReporter ? .reporter : .coordinator("bert"))
  }

  private mutating func fix(_ subject: Case, _ now: Date) -> (Case.Command, Party) {
    let open = subject.remediation.lines.filter { !$0.value.isFinal }.keys.sorted()
    if let line = open.first ?? (subject.remediation.lines.isEmpty ? "1.x" : nil) {
      return able(.remediation(.setLine(line, status(now))))
    }
    if subject.remediation.timeline == nil {
      return able(
        .remediation(.setTimeline(.init(release: "next", kind: .patch, date: now.addingTimeInterval(86_400)))))
    }
    for case .fixed(_, let fix) in subject.remediation.lines.values.sorted(by: { "\($0)" < "\($1)" })
    where !subject.remediation.releases.contains(where: { $0.version == fix.version }) {
      return able(
        .remediation(.registerRelease(.init(version: fix.version, line: "1.x", url: "https://lantern.example/f"))))
    }
    if subject.plan.steps.isEmpty { return able(.plan(.edit(Fiction.steps))) }
    if subject.plan.noMitigation == nil, !subject.plan.mitigations.contains(where: \.isVerified) {
      return able(.plan(.addMitigation(Fiction.mitigation)))
    }
    if subject.identifiers.cve == .none {
      return happens(70) ? able(.identifiers(.reserve(Fiction.cve))) : able(.identifiers(.waive(reason: "none given")))
    }
    if let step = score(subject) { return step }
    if subject.plan.state != .approved {
      let version = subject.plan.contentVersion
      return (.plan(.approve(planVersion: version)), party(for: .approvePlan, but: subject.plan.editor))
    }
    return say(subject)
  }

  /// Quick first; the last word where the reporter has another opinion says why.
  private mutating func score(_ subject: Case) -> (Case.Command, Party)? {
    let scores = subject.assessment.scores
    let isFinal = scores.contains { $0.majorVersion == 3 } && scores.allSatisfy(\.isFinal)
    guard !isFinal || !subject.assessment.unexplained.isEmpty else { return nil }
    if !scores.isEmpty, subject.assessment.finalScoreWaiver != nil, subject.assessment.unexplained.isEmpty {
      return nil
    }
    if !isFinal, !scores.isEmpty, happens(10) { return able(.assessment(.waiveFinalScore(reason: "users wait"))) }
    let open = scores.first { !$0.isFinal } ?? subject.assessment.unexplained.first
    return able(
      .assessment(
        .score(
          .init(
            vectors: [open?.vector ?? Fiction.vector], lines: open?.lines ?? [],
            isFinal: scores.isEmpty ? happens(70) : true,
            reason: "checked", explanation: "We see less of it."))))
  }

  private mutating func say(_ subject: Case) -> (Case.Command, Party) {
    if subject.assessment.finding?.versions == "unknown" { return able(.assessment(.assess(Fiction.finding))) }
    guard let author = subject.advisory.author else { return able(.advisory(.draft(Fiction.text))) }
    guard subject.advisory.approval != nil else {
      return (
        .advisory(.approve(contentVersion: subject.advisory.contentVersion)), party(for: .approveAdvisory, but: author)
      )
    }
    if subject.embargo.state.inForce, happens(50) { return (.embargo(.passTime), .desk) }
    let note = subject.publication.advisory == nil ? "" : "The fix is out."
    return able(.publication(.release(id: "LNTN-2026-0001", note: note)))
  }

  private mutating func finish(_ subject: Case, _ now: Date) -> (Case.Command, Party) {
    if subject.hasUnreleasedChanges || !subject.remediation.isFinal { return fix(subject, now) }
    if happens(20) {
      var words = Fiction.text
      words.summary = pick(["Reading and writing.", "Writing."])
      return able(.advisory(.draft(words)))
    }
    if case .reserved = subject.identifiers.cve {
      return able(.identifiers(.confirmRecord(evidence: "https://www.cve.org")))
    }
    let disposition = pick([Disposition.fixedPublished, .mitigatedPublished, .wontFixPublished])
    return (.report(.close(disposition, letter: "Thank you.")), .coordinator("cleo"))
  }

  private mutating func able(_ command: Case.Command) -> (Case.Command, Party) {
    (command, party(for: command.name))
  }
}
