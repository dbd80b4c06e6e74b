import Casework
import Testing

/// S31–S34: effects and priority.
@Suite struct AssessmentTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")

  @Test(arguments: [
    ([Impact.confidentiality], Priority.p1), ([.integrity], .p1), ([.privilege], .p1), ([.availability], .p2),
    ([.availability, .integrity], .p1), ([.other], .p3), ([.other, .availability], .p2),
  ])
  func `The priority has a floor by what is lost`(_ impact: [Impact], _ floor: Priority) {
    for priority in Priority.allCases {
      let answer = given(.valid).when(.assessment(.assess(finding(impact, priority))), by: tess)
      if priority <= floor {
        answer.then(.assessment(.assessed(finding(impact, priority))))
      } else {
        answer.refused(rule: floor == .p1 ? "S32" : "S33", saying: floor.rawValue)
      }
    }
  }

  @Test(
    arguments: [
      { $0.component = "" }, { $0.versions = " " }, { $0.preconditions = "" }, { $0.impact = [] },
    ] as [@Sendable (inout Finding) -> Void])
  func `An assessment is complete or refused`(_ change: @Sendable (inout Finding) -> Void) {
    var finding = Fiction.finding
    change(&finding)
    given(.valid).when(.assessment(.assess(finding)), by: tess).refused(rule: "S31")
  }

  @Test func `Unknown versions are accepted, and hold the publication back`() {
    var finding = Fiction.finding
    finding.versions = " Unknown "
    let scene = given(.planned).and(.assessment(.assess(finding)), by: tess).and(
      .advisory(.draft(Fiction.text)), by: tess)
    let approved = scene.and(.advisory(.approve(contentVersion: scene.subject.advisory.contentVersion)))
    approved.when(.publication(.release(id: "A")), at: day(21)).refused(rule: "G13", saying: "unknown")
  }

  @Test func `Two people lower a priority below its floor, with a reason`() {
    given(.accepted).when(.assessment(.lowerPriority(.p3, reason: "")), by: tess).refused(rule: "S32")
    given(.accepted).when(.assessment(.lowerPriority(.p1, reason: "x")), by: tess).refused(
      rule: "S32", saying: "not lower")
    let proposed = given(.accepted).and(.assessment(.lowerPriority(.p3, reason: "Nobody lights it.")), by: cleo)
    #expect(proposed.subject.priority == .p1)
    proposed.when(.assessment(.approveLowerPriority), by: cleo).refused(rule: "S32", saying: "yourself")
    let lowered = proposed.when(.assessment(.approveLowerPriority), by: .coordinator("bert"))
      .then(.assessment(.lowered(.p3, reason: "Nobody lights it.")))
    #expect(lowered.subject.priority == .p3)
    let again = lowered.and(.assessment(.assess(Fiction.finding)), by: tess)
    #expect(again.subject.priority == .p1)
  }

  @Test func `Nothing is lowered that was not assessed, or not proposed`() {
    given(.valid).when(.assessment(.lowerPriority(.p3, reason: "x")), by: tess).refused(rule: "S32")
    given(.accepted).when(.assessment(.approveLowerPriority), by: cleo).refused(rule: "S32")
  }

  @Test func `A low claim has the same clock as a high one`() {
    var low = Fiction.submission
    low.claimedImpact = [.other]
    #expect(
      given(.received, low).subject.clocks(under: Fiction.policy)
        == given(.received).subject.clocks(under: Fiction.policy))
  }

  @Test func `After publication an assessment is the beginning of a revision`() {
    var finding = Fiction.finding
    finding.versions = "1.2.0 up to 1.4.1"
    let changed = given(.published).and(.assessment(.assess(finding)), by: tess)
    #expect(changed.subject.hasUnreleasedChanges)
  }

  private func finding(_ impact: [Impact], _ priority: Priority) -> Finding {
    var finding = Fiction.finding
    finding.impact = Set(impact)
    finding.priority = priority
    return finding
  }
}
