import Casework
import Testing

/// S49–S51, G9, G10: who is told what, and what users can do meanwhile.
@Suite struct PlanTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")
  let rhea = Party.releaseManager("rhea")

  @Test func `The plan waits for the timeline`() {
    given(.fixed).when(.plan(.edit(Fiction.steps)), by: tess).refused(rule: "S49", saying: "timeline")
  }

  @Test func `What is public already is planned without a timeline`() {
    let scene = given(.fixed).and(.facts(.record(.public, .init("a blog", happened: day(0)))), by: tess)
    scene.when(.plan(.edit(Fiction.steps)), by: tess)
      .then(.plan(.created(owner: tess.id)), .plan(.edited(Fiction.steps)))
  }

  @Test func `Each audience has a channel and a text`() {
    let scene = given(.fixed).and(.remediation(.setTimeline(Fiction.timeline)), by: rhea)
    scene.when(.plan(.edit([])), by: tess).refused(rule: "S50")
    for step in [
      Plan.Step(audience: "", channel: "list", text: "x"), .init(audience: "users", channel: " ", text: "x"),
      .init(audience: "users", channel: "list", text: ""),
    ] {
      scene.when(.plan(.edit([step])), by: tess).refused(rule: "S50")
    }
    scene.when(approve(scene), by: cleo).refused(rule: "S50")
  }

  @Test func `Whoever changed the plan last does not approve it`() {
    let scene = given(.fixed).and(.remediation(.setTimeline(Fiction.timeline)), by: rhea)
      .and(.plan(.edit(Fiction.steps)), by: cleo)
    scene.when(approve(scene), by: cleo).refused(rule: "G9", saying: "another")
    let approved = scene.when(approve(scene), by: .coordinator("bert")).then(.plan(.approved))
    approved.when(approve(approved), by: cleo).refused(rule: "G9", saying: "already")
  }

  @Test func `An approval of the plan is of what was read`() {
    let read = given(.fixed).and(.remediation(.setTimeline(Fiction.timeline)), by: rhea)
      .and(.plan(.edit(Fiction.steps)), by: tess)
    for change in [
      Plan.Command.edit(Fiction.steps), .addMitigation(Fiction.mitigation), .declareNoMitigation(reason: "It burns."),
    ] {
      read.and(.plan(change), by: tess).when(approve(read), by: cleo)
        .refused(rule: "G9", saying: "changed since you read it")
    }
    read.and(.remediation(.setTimeline(Fiction.timeline)), by: rhea).when(approve(read), by: cleo)
      .then(.plan(.approved))
  }

  private func approve(_ read: Scene) -> Case.Command {
    .plan(.approve(planVersion: read.subject.plan.contentVersion))
  }

  @Test func `A change opens an approved plan again`() {
    let planned = given(.planned)
    #expect(planned.subject.plan.state == .approved)
    for command in [Plan.Command.edit(Fiction.steps), .addMitigation(Fiction.mitigation)] {
      let changed = planned.and(.plan(command), by: tess).subject.plan
      #expect(changed.state == .draft)
      #expect(changed.approver == nil)
    }
  }

  @Test(arguments: [\Plan.Mitigation.action, \.appliesTo, \.sideEffects, \.verify, \.undo])
  func `A mitigation tells what to do, where, at what price, and how to check and undo it`(
    _ part: any WritableKeyPath<Plan.Mitigation, String> & Sendable
  ) {
    var mitigation = Fiction.mitigation
    mitigation[keyPath: part] = " "
    given(.accepted).when(.plan(.addMitigation(mitigation)), by: tess).refused(rule: "S51")
  }

  @Test func `That none is known is said with a reason, and only while none is known`() {
    given(.accepted).when(.plan(.declareNoMitigation(reason: "")), by: tess).refused(rule: "G10")
    let none = given(.accepted).when(.plan(.declareNoMitigation(reason: "It always burns.")), by: tess)
      .then(.plan(.noMitigationDeclared(reason: "It always burns.")))
    let some = none.and(.plan(.addMitigation(Fiction.mitigation)), by: tess)
    #expect(some.subject.plan.noMitigation == nil)
    some.when(.plan(.declareNoMitigation(reason: "x")), by: tess).refused(rule: "G10")
  }
}
