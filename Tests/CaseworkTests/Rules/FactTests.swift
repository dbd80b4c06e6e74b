import Casework
import Testing

/// T18, T19, E6, V-CS: what is true in the world, and what follows at once.
@Suite struct FactTests {
  let tess = Party.triager("tess")
  let seen = Facts.Evidence("https://blog.example/wick", happened: day(0))

  @Test(arguments: [Facts.Fact.public, .exploit])
  func `What is public ends an embargo by itself`(_ fact: Facts.Fact) {
    let scene = given(.accepted).when(.facts(.record(fact, seen)), by: tess).allowed()
    #expect(scene.subject.facts.state.publicAware)
    #expect(scene.subject.embargo.state == .exited)
    #expect(scene.subject.embargo.terms == nil)
    #expect(scene.subject.embargo.ending == (fact == .public ? .publicKnowledge : .exploitPublic))
  }

  @Test func `A public exploit is public knowledge`() {
    given(.accepted).when(.facts(.record(.exploit, seen)), by: tess).then(
      .facts(.exploitPublic(seen)), .facts(.publicAware(seen, byOurselves: false)),
      .embargo(.terminated(.exploitPublic)))
  }

  @Test(arguments: [Facts.Fact.public, .exploit, .attacks])
  func `An open proposal falls with the fact`(_ fact: Facts.Fact) {
    let scene = proposed().when(.facts(.record(fact, seen)), by: tess).allowed()
    #expect(scene.subject.embargo.state == .none)
    #expect(scene.subject.embargo.proposal == nil)
    #expect(Walker.faults(in: scene.history) == [])
  }

  @Test func `An embargo under revision ends as well`() {
    let scene = given(.valid).and(.embargo(.propose(until: day(10), reason: "earlier", delay: nil)), by: .reporter)
      .when(.facts(.record(.public, seen)), by: tess).allowed()
    #expect(scene.subject.embargo.state == .exited)
    #expect(scene.subject.embargo.proposal == nil)
  }

  @Test func `Attacks ask for a decision: they end no running embargo, and let none begin`() {
    let scene = given(.accepted).when(.facts(.record(.attacks, seen)), by: tess).then(.facts(.attacksObserved(seen)))
    #expect(scene.subject.embargo.state == .active)
    scene.when(.embargo(.propose(until: day(10), reason: "x", delay: nil))).refused(rule: "E2")
  }

  @Test func `A reporter's word is a claim, which ends nothing`() {
    let claimed = given(.accepted).when(.facts(.record(.public, seen)), by: .reporter)
      .then(.facts(.claimed(.public, seen)))
    #expect(claimed.subject.embargo.state == .active)
    #expect(!claimed.subject.facts.state.publicAware)
    claimed.when(.facts(.record(.public, seen)), by: .reporter).refused(rule: "T18", saying: "already")
  }

  @Test func `The team confirms a claim, or refutes it with a reason`() {
    let claimed = given(.accepted).and(.facts(.record(.public, seen)), by: .reporter)
    let confirmed = claimed.when(.facts(.confirm(.public)), by: tess)
      .then(.facts(.publicAware(seen, byOurselves: false)), .embargo(.terminated(.publicKnowledge)))
    #expect(confirmed.subject.facts.claims.isEmpty)
    claimed.when(.facts(.refute(.public, reason: "")), by: tess).refused(rule: "T18")
    let refuted = claimed.when(.facts(.refute(.public, reason: "Another wick.")), by: tess)
      .then(.facts(.refuted(.public, reason: "Another wick.")))
    #expect(refuted.subject.facts.claims.isEmpty)
    #expect(refuted.subject.embargo.state == .active)
    claimed.when(.facts(.confirm(.attacks)), by: tess).refused(rule: "T18")
    given(.accepted).when(.facts(.confirm(.public)), by: tess).refused(rule: "T18")
  }

  @Test func `A fact has evidence, and has happened`() {
    given(.accepted).when(.facts(.record(.public, .init(" ", happened: day(0)))), by: tess).refused(rule: "T18")
    given(.accepted).when(.facts(.record(.public, .init("x", happened: day(9)))), by: tess, at: day(8))
      .refused(rule: "T18", saying: "still to come")
  }

  @Test(arguments: [Facts.Fact.public, .exploit, .attacks])
  func `A fact is recorded once`(_ fact: Facts.Fact) {
    given(.accepted).and(.facts(.record(fact, seen)), by: tess)
      .when(.facts(.record(fact, seen)), by: tess).refused(rule: "V-CS")
  }

  @Test(arguments: [Facts.Fact.public, .exploit, .attacks, .deployed])
  func `What is recorded already is not claimed any more`(_ fact: Facts.Fact) {
    given(.fixed).and(.facts(.record(fact, seen)), by: tess)
      .when(.facts(.record(fact, seen)), by: .reporter).refused(rule: "V-CS", saying: "already")
  }

  @Test func `Nothing is deployed before it is ready`() {
    given(.accepted).when(.facts(.record(.deployed, seen)), by: tess).refused(rule: "V-CS", saying: "ready")
    let deployed = given(.fixed).when(.facts(.record(.deployed, seen)), by: tess).then(.facts(.fixDeployed(seen)))
    #expect(deployed.subject.facts.state.description == "VFDpxa")
    deployed.when(.facts(.record(.deployed, seen)), by: tess).refused(rule: "V-CS", saying: "already")
  }

  private func proposed() -> Scene {
    var policy = Fiction.policy
    policy.embargo.defaultDays = nil
    return given(.valid, policy: policy).and(
      .embargo(.propose(until: day(10), reason: "to fix it", delay: nil)), by: tess)
  }
}
