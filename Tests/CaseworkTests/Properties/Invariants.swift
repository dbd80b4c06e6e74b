import AdvisoryTypes
import Foundation

@testable import Casework

/// What holds of every case at every moment.
enum Invariants {
  static func faults(of subject: Case, since before: Case, _ walker: Walker, at now: Date) -> [String] {
    var faults: [String] = []
    func expect(_ condition: Bool, _ fault: @autoclosure () -> String) {
      if !condition { faults.append(fault()) }
    }
    let facts = subject.facts.state
    let embargo = subject.embargo

    expect(subject.report.state.rawValue == String(walker.report), "report management is not where its events lead")
    expect(embargo.state.rawValue == String(walker.embargo), "the embargo is not where its events lead")
    let letters = Set(facts.description.filter(\.isUppercase))
    expect(letters == walker.facts, "the facts are not what happened: \(facts)")
    expect(letters.isSuperset(of: before.facts.state.description.filter(\.isUppercase)), "a fact un-happened")

    expect((embargo.terms != nil) == embargo.state.inForce, "terms without an embargo, or the reverse")
    let negotiating = embargo.state == .proposed || embargo.state == .revising
    expect((embargo.proposal != nil) == negotiating, "a proposal without a negotiation, or the reverse")

    let over = subject.report.state == .closed || subject.report.state == .start
    expect((subject.waitingOn == .nobody) == over, "nobody has the next move")
    expect(!subject.statusForReporter(at: now).isEmpty, "the reporter is told nothing")
    expect((subject.phase(at: now) == .closed) == (subject.report.state == .closed), "closed is not shown as closed")
    expect(
      subject.publication.releasedAt == before.publication.releasedAt || before.publication.releasedAt == nil,
      "published at another time")
    expect(
      subject.report.state != .closed || !subject.hasUnreleasedChanges, "a closed case says more than its advisory")
    let assessment = subject.assessment
    for (place, score) in assessment.scores.enumerated() {
      expect(score.rating != nil, "a score is no vector: \(score.vector)")
      for other in assessment.scores.dropFirst(place + 1) where other.majorVersion == score.majorVersion {
        expect(other.lines != score.lines, "two scores for the same lines")
        expect(Set(other.lines).isDisjoint(with: score.lines), "a line has two scores")
      }
    }
    expect(assessment.finalScoreWaiver == nil || !assessment.scores.isEmpty, "a waiver without a score")
    expect((subject.priority == nil) == subject.priorityReasons.isEmpty, "a priority without a reason")
    if let lowered = assessment.loweredPriority {
      expect(subject.priority == lowered || subject.priority == .p0, "lowered in vain")
    } else if let impact = assessment.finding?.impact {
      expect(subject.priority.map { $0 <= .floor(for: impact) } ?? false, "the priority is below the impact's")
    }
    if let outcome = subject.ssvc?.outcome, assessment.loweredPriority == nil {
      expect(subject.priority.map { $0 <= .floor(for: outcome) } ?? false, "the priority is below SSVC's")
    }
    expect(subject.version == before.version + 1, "an entry was not counted")
    return faults
  }
}
