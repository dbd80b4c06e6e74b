import AdvisoryTypes
import Casework
import Foundation
import Testing

/// G2–G6, G9–G11, G13, E21: what keeps an advisory in the house.
@Suite struct GateTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")
  let dora = Party.developer("dora")

  @Test func `With everything in order no gate objects`() {
    given(.approved).when(release, at: day(21)).allowed()
  }

  @Test func `Every objection is told, not only the first`() {
    let refusal = given(.accepted).refusal(of: .release, by: cleo)
    #expect(refusal?.rule == "G1 G2 G4 G5 G9 G10 G11 G13")
    #expect(refusal?.sentence.hasPrefix("The advisory stays in the house. ") == true)
  }

  @Test func `Nothing is published while the embargo runs, and it may be when its end has come`() {
    given(.approved).when(release, at: day(21, -0.01)).refused(rule: "G2", saying: "2026-03-23 09:00 UTC")
    given(.approved).when(release, at: day(21)).allowed()
  }

  @Test func `Who ends an embargo alone frees the reporter, but publishes no earlier than agreed`() {
    let ended = given(.approved).and(.embargo(.terminate(reason: "We want to be quick.")))
    ended.when(release, at: day(15)).refused(rule: "G2", saying: "no earlier than 2026-03-23 09:00 UTC")
    ended.when(release, at: day(21)).allowed()
  }

  @Test func `What the assessment says of exploits is recorded as a fact first`() {
    var finding = Fiction.finding
    finding.exploitation = .publicProofOfConcept
    given(.valid).when(.assessment(.assess(finding))).refused(rule: "E6")
    finding.exploitation = .active
    given(.valid).when(.assessment(.assess(finding))).refused(rule: "E9")
  }

  @Test func `Nothing is published before the date that the team decided`() {
    let dated = given(.approved).and(.embargo(.decideDate(day(25), reason: "the release")))
    dated.when(release, at: day(24)).refused(rule: "G3", saying: "2026-03-27 09:00 UTC")
    dated.when(release, at: day(25)).allowed()
  }

  @Test func `An id is reserved, or its absence has a recorded reason`() {
    approved(without: { if case .identifiers = $0 { true } else { false } })
      .when(release, at: day(21)).refused(rule: "G4")
    let waived = approved(without: { if case .identifiers = $0 { true } else { false } })
      .and(.identifiers(.waive(reason: "Never released.")))
    waived.and(.advisory(.approve(contentVersion: waived.subject.advisory.contentVersion)))
      .when(release, at: day(21)).allowed()
  }

  @Test(arguments: [
    LineStatus.affected(from: "2.0"), .candidate(from: "2.0", version: "2.1", author: "Dora"),
    .underInvestigation(followUp: nil), .underInvestigation(followUp: day(40)),
  ])
  func `No line is left open`(_ status: LineStatus) {
    let open = given(.planned).and(.remediation(.setLine("2.x", status)), by: dora)
    approve(open).when(release, at: day(21)).refused(rule: "G5", saying: "2.x")
  }

  @Test func `A line that came into support later is looked at too`() {
    var policy = Fiction.policy
    policy.lines.append(.init(label: "3.x", first: "3.0.0", supportedFrom: day(15)))
    let scene = given(.approved).and(policy: policy)
    scene.when(release, at: day(21)).refused(rule: "G5", saying: "3.x")
    let looked = scene.and(.remediation(.setLine("3.x", .notAffected(.codeNotPresent, detail: "No wick."))), by: dora)
    looked.and(.advisory(.approve(contentVersion: looked.subject.advisory.contentVersion)))
      .when(release, at: day(21)).allowed()
  }

  @Test func `What is called fixed can be fetched`() {
    let other = given(.planned).and(.remediation(.setLine("2.x", .fixed(from: "2.0", Fiction.fix("2.0.7")))), by: dora)
    approve(other).when(release, at: day(21)).refused(rule: "G6", saying: "2.0.7")
  }

  @Test func `The plan is approved`() {
    given(.approved).and(.plan(.edit(Fiction.steps)), by: tess).when(release, at: day(21)).refused(rule: "G9")
  }

  @Test func `Users are told what to do, or that nothing is known`() {
    var doubtful = Fiction.mitigation
    doubtful.isVerified = false
    let scene = approved(without: { if case .plan = $0 { true } else { false } })
      .and(.plan(.addMitigation(doubtful)), by: tess)
    #expect(scene.refusal(of: .release, by: cleo, at: day(21))?.rule.contains("G10") == true)
    let verified = scene.and(.plan(.addMitigation(Fiction.mitigation)), by: tess)
    #expect(verified.refusal(of: .release, by: cleo, at: day(21))?.rule.contains("G10") == false)
  }

  @Test func `The score is the team's last word`() {
    let doubtful = given(.planned)
      .and(.assessment(.score(.init(vectors: [Fiction.vector], reason: "Not sure."))), by: tess)
    approve(doubtful).when(release, at: day(21)).refused(rule: "G11", saying: "provisional")
    approved(without: { if case .assessment(.score) = $0 { true } else { false } })
      .when(release, at: day(21)).refused(rule: "G11", saying: "no score")
  }

  @Test(arguments: [\AdvisoryDraft.Text.title, \.summary, \.details, \.impact])
  func `A draft is complete`(_ part: any WritableKeyPath<AdvisoryDraft.Text, String> & Sendable) {
    var text = Fiction.text
    text[keyPath: part] = " "
    given(.planned).when(.advisory(.draft(text)), by: tess).refused(rule: "G13")
  }

  @Test func `A reference is an https address`() {
    var text = Fiction.text
    text.references = ["javascript:alert(1)"]
    given(.planned).when(.advisory(.draft(text)), by: tess).refused(rule: "G13")
  }

  @Test func `What others made public waits for its words and their approval alone`() {
    let known = given(.accepted).and(.facts(.record(.public, .init("a blog", happened: day(0)))), by: tess)
    known.when(release).refused(rule: "G1 G13")
    let approved = approve(known)
    let published = approved.when(release).allowed()
    #expect(published.subject.publication.advisory != nil)
    #expect(published.subject.facts.byOurselves == false)
  }

  @Test func `A gate of the desk's own counts like the others`() {
    struct Stubborn: Gate {
      func objections(to departure: Departure) -> [Objection] { [Objection("G15", "It does not validate.")] }
    }
    let scene = given(.approved)
    var context = scene.context(cleo, at: day(21))
    context.gates = [Stubborn()]
    #expect(throws: Refusal("The advisory stays in the house. It does not validate.", rule: "G15")) {
      try scene.subject.decide(release, in: context)
    }
  }

  private let release = Case.Command.publication(.release(id: "LNTN-2026-0001"))

  private func approve(_ scene: Scene) -> Scene {
    let drafted = scene.and(.advisory(.draft(Fiction.text)), by: tess)
    return drafted.and(.advisory(.approve(contentVersion: drafted.subject.advisory.contentVersion)), by: cleo)
  }

  /// Ready but for what these events would have brought.
  private func approved(without missing: (Case.Command) -> Bool) -> Scene {
    var scene = given(.fixed)
    for (command, party) in Stage.steps(to: .planned, from: scene, Fiction.submission) where !missing(command) {
      scene = scene.and(command, by: party)
    }
    return approve(scene)
  }
}
