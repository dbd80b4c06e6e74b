import AdvisoryTypes
import Casework
import Foundation

/// A command of any name, with arguments that may or may not make sense.
extension Chance {
  mutating func command(_ name: Case.Command.Name, of subject: Case, at now: Date) -> Case.Command {
    switch name {
    case .receive: .report(.receive(submission()))
    case .acknowledge: .report(.acknowledge(text: text()))
    case .respond: .report(.respond(response(now)))
    case .reproduce: .report(.reproduce(.init(outcome: one(), environment: text(), notes: text())))
    case .validate: .report(.validate(duplicates: text()))
    case .invalidate: .report(.invalidate(missing: texts(), text: text()))
    case .accept: .report(.accept)
    case .defer: .report(.defer(.init(reason: text(), review: date(around: now))))
    case .reject: .report(.reject(rejection()))
    case .confirmRejection: .report(.confirmRejection)
    case .declineRejection: .report(.declineRejection(reason: text()))
    case .declareUnsafeDefault: .report(.declareUnsafeDefault(unsafeDefault()))
    case .close: .report(.close(one(), letter: text()))
    case .chooseCredit: .report(.chooseCredit(.init(wanted: happens(50), name: text())))
    case .write: .conversation(.write(.init(audience: one(), text: text(), asks: happens(40))))
    case .recordFact: .facts(.record(one(), evidence(now)))
    case .confirmClaim: .facts(.confirm(subject.facts.claims.last?.fact ?? one()))
    case .refuteClaim: .facts(.refute(subject.facts.claims.last?.fact ?? one(), reason: text()))
    case .proposeDate:
      .embargo(.propose(until: date(around: now), reason: text(), delay: happens(60) ? one() : nil))
    case .acceptDate: .embargo(.accept)
    case .declineDate: .embargo(.decline(reason: text()))
    case .terminateEmbargo: .embargo(.terminate(reason: text()))
    case .decideDate: .embargo(.decideDate(date(around: now), reason: text()))
    case .approveDate: .embargo(.approveDate)
    case .passTime: .embargo(.passTime)
    case .assess: .assessment(.assess(finding()))
    case .lowerPriority: .assessment(.lowerPriority(one(), reason: text()))
    case .approveLowerPriority: .assessment(.approveLowerPriority)
    case .score:
      .assessment(.score(scoring()))
    case .withdrawScore:
      .assessment(
        .withdrawScore(
          vector: subject.assessment.scores.last?.vector ?? vector(),
          lines: subject.assessment.scores.last?.lines ?? [],
          reason: text()))
    case .proposeScore: .assessment(.proposeScore(vector: vector(), comment: happens(50) ? "" : text()))
    case .waiveFinalScore: .assessment(.waiveFinalScore(reason: text()))
    case .decideSSVC:
      .assessment(
        .decideSSVC(
          .init(
            exploitation: one(), automatable: one(), valueDensity: one(), technicalImpact: one(),
            publicSafetyImpact: one()), reason: text()))
    case .setLine: .remediation(.setLine(pick(["1.x", "2.x", "0.x", "9.x"]), status(now)))
    case .setTimeline:
      .remediation(.setTimeline(.init(release: text(), kind: one(), date: date(around: now))))
    case .registerRelease:
      .remediation(
        .registerRelease(
          .init(
            version: pick(["1.4.2", "2.0.7"]), line: pick(["1.x", "2.x", "9.x"]), url: "https://lantern.example/f")))
    case .reserveCVE: .identifiers(.reserve(happens(80) ? Fiction.cve : Fiction.otherCVE))
    case .waiveCVE: .identifiers(.waive(reason: text()))
    case .returnCVE: .identifiers(.giveBack(reason: text()))
    case .confirmCVERecord: .identifiers(.confirmRecord(evidence: text()))
    case .editPlan:
      .plan(.edit((0..<roll(3)).map { _ in .init(audience: text(), channel: text(), text: text()) }))
    case .addMitigation: .plan(.addMitigation(mitigation()))
    case .declareNoMitigation: .plan(.declareNoMitigation(reason: text()))
    case .approvePlan:
      .plan(.approve(planVersion: happens(90) ? subject.plan.contentVersion : roll(9)))
    case .draftAdvisory: .advisory(.draft(draft()))
    case .approveAdvisory:
      .advisory(.approve(contentVersion: happens(90) ? subject.advisory.contentVersion : roll(40)))
    case .release: .publication(.release(id: happens(97) ? "LNTN-2026-0001" : text(), note: text()))
    case .recordReceipt:
      .publication(.recordReceipt(delivery: pick(["a", "b"]), channel: one(), proof: text()))
    }
  }

  private mutating func submission() -> Submission {
    var submission = Fiction.submission
    submission.text = text()
    submission.alreadyPublic = happens(8) ? text() : nil
    submission.exploited = happens(10) ? text() : nil
    submission.vector = happens(10) ? vector() : nil
    submission.claimedImpact = happens(50) ? [one()] : nil
    submission.contact = happens(80) ? submission.contact : nil
    return submission
  }

  /// Mostly a vector.
  private mutating func vector() -> String {
    happens(90)
      ? pick([
        Fiction.vector, Fiction.vector4, Fiction.worstVector, Fiction.worstVector4, Fiction.vector30, Fiction.vector2,
        Fiction.worstVector + "/MAV:L", Fiction.worstVector + "/E:U",
      ]) : text()
  }

  private mutating func scoring() -> Assessment.Scoring {
    .init(
      vectors: happens(60) ? [vector()] : [vector(), vector()],
      lines: happens(70) ? [] : pick([["1.x"], ["2.x"], ["1.x", "2.x"], ["9.x"]]), isFinal: happens(60), reason: text(),
      explanation: happens(40) ? nil : text())
  }

  private mutating func response(_ now: Date) -> FirstResponse {
    FirstResponse(
      text: text(), plan: (0..<roll(3)).map { _ in .init(what: text(), owner: text(), due: date(around: now)) },
      workarounds: happens(50) ? .known(texts()) : .noneKnown(revisit: date(around: now)))
  }

  private mutating func rejection() -> Rejection {
    var rejection = Fiction.rejection
    rejection.disposition = happens(80) ? pick(Disposition.rejections.sorted { $0.rawValue < $1.rawValue }) : one()
    rejection.why = text()
    return rejection
  }

  private mutating func unsafeDefault() -> UnsafeDefault {
    var answers = Fiction.unsafeDefault
    answers.isDefault = happens(80)
    answers.bypassesControl = happens(20)
    answers.documented = happens(50)
    return answers
  }

  /// Mostly of the past, as a fact should be.
  private mutating func evidence(_ now: Date) -> Facts.Evidence {
    .init(text(), happened: happens(90) ? now.addingTimeInterval(Double(-roll(1_000_000))) : date(around: now))
  }

  private mutating func finding() -> Finding {
    Finding(
      component: text(), versions: text(), impact: Set((0..<roll(3)).map { _ in one(Impact.self) }),
      preconditions: text(), exploitation: one(), priority: one(), weakness: nil)
  }

  mutating func status(_ now: Date) -> LineStatus {
    let version = pick(["1.4.2", "2.0.7"])
    return switch roll(9) {
    case 0: .underInvestigation(followUp: happens(50) ? date(around: now) : nil)
    case 1: .affected(from: text())
    case 2: .candidate(from: text(), version: version, author: text())
    case 3: .willNotFix(from: text(), reason: text())
    case 4: .mitigationOnly(from: text(), reason: text())
    case 5, 6: .notAffected(one(), detail: text())
    default:
      .fixed(
        from: text(), .init(version: version, evidence: text(), author: "Dora", tester: happens(90) ? "Tim" : "Dora"))
    }
  }

  private mutating func mitigation() -> Plan.Mitigation {
    var mitigation = Fiction.mitigation
    mitigation.action = text()
    mitigation.isVerified = happens(70)
    return mitigation
  }

  private mutating func draft() -> AdvisoryDraft.Text {
    var draft = Fiction.text
    draft.summary = happens(98) ? pick(["Reading.", "Writing."]) : text()
    return draft
  }
}
