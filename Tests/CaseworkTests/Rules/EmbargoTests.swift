import Foundation
import Testing

@testable import Casework

/// E1–E3, E7, E14, S54, V-EM: how silence is agreed, changed and ended.
@Suite struct EmbargoTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")

  @Test func `Either side proposes and the other answers`() {
    let team = quiet().when(propose(day(10)), by: tess)
      .then(.embargo(.proposed(until: day(10), reason: "to fix it", delay: nil)))
    #expect(team.subject.waitingOn == .reporter)
    team.when(.embargo(.accept), by: cleo).refused(rule: "S54", saying: "the reporter answers")
    let agreed = team.when(.embargo(.accept), by: .reporter)
      .then(.embargo(.accepted(until: day(10))), .embargo(.consented(.reporter)))
    #expect(agreed.subject.embargo.terms == .init(version: 1, end: day(10)))

    let reporter = quiet().and(propose(day(10)), by: .reporter)
    reporter.when(.embargo(.accept), by: .reporter).refused(rule: "S54", saying: "the team answers")
    #expect(reporter.when(.embargo(.accept), by: cleo).allowed().subject.embargo.state == .active)
  }

  @Test func `A triager proposes; a coordinator answers`() {
    quiet().and(propose(day(10)), by: .reporter).when(.embargo(.accept), by: tess).refused(rule: "3.2")
  }

  @Test func `Proposals and refusals have reasons`() {
    quiet().when(.embargo(.propose(until: day(10), reason: " ", delay: nil)), by: tess).refused(rule: "S54")
    quiet().and(propose(day(10)), by: tess).when(.embargo(.decline(reason: "")), by: .reporter).refused(rule: "S54")
  }

  @Test func `A declined proposal leaves no embargo`() {
    let scene = quiet().and(propose(day(10)), by: tess).when(.embargo(.decline(reason: "Too long.")), by: .reporter)
      .then(.embargo(.declined(reason: "Too long.")))
    #expect(scene.subject.embargo.state == .none)
    #expect(scene.subject.embargo.terms == nil)
  }

  @Test func `A revision holds the old terms until it is accepted`() {
    let revising = given(.valid).and(propose(day(10)), by: .reporter)
    #expect(revising.subject.embargo.state == .revising)
    #expect(revising.subject.embargo.terms?.end == day(21))
    let kept = revising.and(.embargo(.decline(reason: "We need the time.")), by: cleo)
    #expect(kept.subject.embargo.state == .active)
    #expect(kept.subject.embargo.terms == .init(version: 1, end: day(21)))
    let changed = revising.and(.embargo(.accept), by: cleo)
    #expect(changed.subject.embargo.terms == .init(version: 2, end: day(10)))
  }

  @Test func `A counter-proposal takes the place of the proposal`() {
    let scene = quiet().and(propose(day(10)), by: tess).and(propose(day(7)), by: .reporter)
    #expect(scene.subject.embargo.state == .proposed)
    #expect(scene.subject.embargo.proposal?.until == day(7))
    #expect(scene.subject.waitingOn == .team)
  }

  @Test func `A proposal whose date has passed is not accepted`() {
    quiet().and(propose(day(10)), by: tess).when(.embargo(.accept), by: .reporter, at: day(11))
      .refused(rule: "V-EM", saying: "has passed")
  }

  @Test func `At the agreed time silence is over, ready or not`() {
    let scene = given(.valid)
    scene.when(.embargo(.passTime), by: .desk, at: day(21, -0.01)).then()
    let over = scene.when(.embargo(.passTime), by: .desk, at: day(21)).then(.embargo(.terminated(.reached)))
    #expect(over.subject.embargo.state == .exited)
    over.when(.embargo(.passTime), by: .desk, at: day(22)).then()
    over.when(propose(day(40)), by: cleo).refused(rule: "V-EM", saying: "new case")
  }

  @Test func `An embargo under revision ends at the time that was agreed`() {
    let scene = given(.valid).and(.embargo(.propose(until: day(30), reason: "x", delay: .notTested)), by: tess)
      .when(.embargo(.passTime), by: .desk, at: day(21)).then(.embargo(.terminated(.reached)))
    #expect(scene.subject.embargo.proposal == nil)
  }

  @Test func `A lead ends an embargo with a reason, and only one that is in force`() {
    given(.valid).when(.embargo(.terminate(reason: "")), by: cleo).refused(rule: "E6")
    given(.valid).when(.embargo(.terminate(reason: "All have upgraded.")), by: cleo)
      .then(.embargo(.terminated(.decided(reason: "All have upgraded."))))
    quiet().when(.embargo(.terminate(reason: "x")), by: cleo).refused(rule: "V-EM")
  }

  @Test func `No date is agreed while the report is invalid`() {
    let invalid = quiet(.acknowledged).and(propose(day(10)), by: .reporter)
      .and(.report(.invalidate(missing: ["steps"], text: "How?")), by: tess)
    invalid.when(.embargo(.accept), by: cleo).refused(rule: "V-RM-EM")
    invalid.when(propose(day(9)), by: tess).refused(rule: "V-RM-EM")
    invalid.when(propose(day(9)), by: .reporter).allowed()
  }

  @Test func `The team revises the date of a report that is valid`() {
    given(.acknowledged).when(propose(day(10)), by: tess).refused(rule: "V-RM-EM")
    given(.valid).when(propose(day(10)), by: tess).allowed()
  }

  @Test func `A deferred report begins no negotiation, and may revise one`() {
    let deferral = Deferral(reason: "Later.", review: day(60))
    quiet().and(.report(.defer(deferral))).when(propose(day(10)), by: tess).refused(rule: "V-RM-EM")
    given(.valid).and(.report(.defer(deferral))).when(propose(day(10)), by: tess).allowed()
  }

  private func propose(_ until: Date) -> Case.Command {
    .embargo(.propose(until: until, reason: "to fix it", delay: nil))
  }

  /// Under a policy without a default.
  private func quiet(_ stage: Stage = .valid) -> Scene {
    var policy = Fiction.policy
    policy.embargo.defaultDays = nil
    return given(stage, policy: policy)
  }
}
