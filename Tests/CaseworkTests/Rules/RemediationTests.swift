import Casework
import Testing

/// T10, T11, S41, S44, S46, S48, S49: the fix, line by line.
@Suite struct RemediationTests {
  let dora = Party.developer("dora")
  let rhea = Party.releaseManager("rhea")

  @Test(arguments: [Stage.received, .acknowledged, .valid])
  func `Fixes are worked on for an accepted report`(_ stage: Stage) {
    given(stage).when(.remediation(.setTimeline(Fiction.timeline)), by: rhea).refused(rule: "T10")
    given(stage).when(.remediation(.setLine("1.x", .affected(from: "1.0.0"))), by: dora).refused(rule: "T10")
    given(stage).when(.remediation(.registerRelease(Fiction.release)), by: rhea).refused(rule: "T10")
  }

  @Test func `The timeline brings the communication plan into being, with an owner`() {
    let scene = given(.fixed).when(.remediation(.setTimeline(Fiction.timeline)), by: rhea)
      .then(.remediation(.timelineSet(Fiction.timeline)), .plan(.created(owner: PartyID("rhea"))))
    #expect(scene.subject.plan.state == .draft)
    var later = Fiction.timeline
    later.date = day(15)
    scene.when(.remediation(.setTimeline(later)), by: rhea).then(.remediation(.timelineSet(later)))
  }

  @Test func `A fix goes into the next patch or minor release`() {
    var timeline = Fiction.timeline
    timeline.kind = .major
    given(.accepted).when(.remediation(.setTimeline(timeline)), by: rhea).refused(rule: "S41", saying: "major")
    timeline.kind = .minor
    _ = given(.accepted).when(.remediation(.setTimeline(timeline)), by: rhea).allowed()
    timeline.release = ""
    given(.accepted).when(.remediation(.setTimeline(timeline)), by: rhea).refused(rule: "S41")
  }

  @Test func `A fixed line has evidence, and a tester who did not write the fix`() {
    var fix = Fiction.fix("1.4.2")
    fix.evidence = ""
    refused(.fixed(from: "1.0.0", fix), "S44")
    fix = Fiction.fix("1.4.2")
    fix.tester = fix.author
    refused(.fixed(from: "1.0.0", fix), "S44")
    fix.tester = " "
    refused(.fixed(from: "1.0.0", fix), "S44")
    fix = Fiction.fix("")
    refused(.fixed(from: "1.0.0", fix), "S46")
  }

  @Test(arguments: [
    LineStatus.affected(from: ""), .candidate(from: "1.0.0", version: "", author: "Dora"),
    .willNotFix(from: "1.0.0", reason: " "), .mitigationOnly(from: "1.0.0", reason: ""),
    .notAffected(.codeNotPresent, detail: ""), .underInvestigation(followUp: day(-1)),
  ])
  func `No cell of the matrix is half filled`(_ status: LineStatus) {
    refused(status, "S46")
  }

  @Test func `A line that the policy does not know has no row`() {
    given(.accepted).when(.remediation(.setLine("9.x", .affected(from: "9.0"))), by: dora).refused(
      rule: "S46", saying: "1.x")
  }

  @Test func `A line out of support may be named, and is not asked for`() {
    #expect(given(.accepted).subject.remediation.lines["0.x"] == nil)
    _ = given(.accepted).when(
      .remediation(.setLine("0.x", .willNotFix(from: "0.1", reason: "Out of support."))), by: dora
    )
    .allowed()
  }

  @Test func `The fix is ready when the last line is settled and one is fixed`() {
    let fixed = LineStatus.fixed(from: "1.0.0", Fiction.fix("1.4.2"))
    let absent = LineStatus.notAffected(.codeNotPresent, detail: "2.x has no wick.")
    let half = given(.accepted).when(.remediation(.setLine("1.x", fixed)), by: dora)
      .then(.remediation(.lineSet("1.x", fixed)))
    half.when(.remediation(.setLine("2.x", absent)), by: dora)
      .then(.remediation(.lineSet("2.x", absent)), .facts(.fixReady))
    let none = given(.accepted).and(.remediation(.setLine("1.x", absent)), by: dora)
    none.when(.remediation(.setLine("2.x", absent)), by: dora).then(.remediation(.lineSet("2.x", absent)))
  }

  @Test func `A ready fix stays ready, whatever is found out later`() {
    let open = given(.fixed).and(.remediation(.setLine("2.x", .affected(from: "2.0.0"))), by: dora)
    #expect(open.subject.facts.state.fixReady)
    let again = LineStatus.fixed(from: "2.0.0", Fiction.fix("2.0.1"))
    open.when(.remediation(.setLine("2.x", again)), by: dora).then(.remediation(.lineSet("2.x", again)))
  }

  @Test func `A release is registered once, for a line of the case, where everybody can fetch it`() {
    let scene = given(.fixed)
    scene.when(.remediation(.registerRelease(Fiction.release)), by: rhea)
      .then(.remediation(.releaseRegistered(Fiction.release)))
    scene.and(.remediation(.registerRelease(Fiction.release)), by: rhea)
      .when(.remediation(.registerRelease(Fiction.release)), by: rhea).refused(rule: "S48", saying: "already")
    var release = Fiction.release
    release.line = "9.x"
    scene.when(.remediation(.registerRelease(release)), by: rhea).refused(rule: "S48")
    release = Fiction.release
    release.url = "http://lantern.example/1.4.2.tar.gz"
    scene.when(.remediation(.registerRelease(release)), by: rhea).refused(rule: "G6")
  }

  @Test func `After publication a line is set again for a revision`() {
    let changed = given(.published).and(.remediation(.setLine("1.x", .affected(from: "1.0"))), by: dora)
    #expect(changed.subject.hasUnreleasedChanges)
    #expect(changed.subject.phase(at: changed.soon) == .publicUnfixed)
  }

  private func refused(_ status: LineStatus, _ rule: String, sourceLocation: SourceLocation = #_sourceLocation) {
    given(.accepted).when(.remediation(.setLine("1.x", status)), by: dora)
      .refused(rule: rule, sourceLocation: sourceLocation)
  }
}
