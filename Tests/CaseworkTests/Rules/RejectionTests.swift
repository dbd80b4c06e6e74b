import Casework
import Testing

/// S27, S28, T15: a no comes with its reasons, and for a grave claim from two people.
@Suite struct RejectionTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")

  static let parts: [any WritableKeyPath<Rejection, String> & Sendable] = [
    \.claim, \.tested, \.why, \.evidence, \.elsewhere, \.appeal,
  ]

  @Test(arguments: parts.indices)
  func `A rejection needs each of its reasons`(_ index: Int) {
    var rejection = Fiction.rejection
    rejection[keyPath: Self.parts[index]] = " "
    given(.acknowledged).when(.report(.reject(rejection)), by: tess).refused(rule: "S27")
  }

  @Test(arguments: parts.indices)
  func `The policy's own sentence is no reason`(_ index: Int) {
    var rejection = Fiction.rejection
    rejection[keyPath: Self.parts[index]] = Fiction.policy.dispositions[.notAVulnerability] ?? ""
    given(.acknowledged).when(.report(.reject(rejection)), by: tess).refused(rule: "S27", saying: "policy's own")
  }

  @Test(arguments: Disposition.allCases.filter { !Disposition.rejections.contains($0) })
  func `A rejection is one of the outcomes that say no`(_ disposition: Disposition) {
    var rejection = Fiction.rejection
    rejection.disposition = disposition
    given(.acknowledged).when(.report(.reject(rejection)), by: tess).refused(rule: "S27")
  }

  @Test func `Nobody is turned down before a person has answered`() {
    given(.received).when(.report(.reject(Fiction.rejection)), by: tess).refused(rule: "T2")
  }

  @Test(arguments: [[Impact.confidentiality], [.integrity], [.privilege], [.availability, .privilege]])
  func `A claim of lost confidentiality, integrity or privilege is turned down by two`(_ claimed: [Impact]) {
    scene(claiming: Set(claimed)).when(.report(.reject(Fiction.rejection)), by: tess)
      .then(.report(.rejectionProposed(Fiction.rejection)))
  }

  @Test func `A report that says nothing of its impact is turned down by two`() {
    scene(claiming: nil).when(.report(.reject(Fiction.rejection)), by: tess)
      .then(.report(.rejectionProposed(Fiction.rejection)))
  }

  @Test func `What we found ourselves counts like what was claimed`() {
    scene(claiming: [.availability]).and(.assessment(.assess(Fiction.finding)), by: tess)
      .when(.report(.reject(Fiction.rejection)), by: tess).then(.report(.rejectionProposed(Fiction.rejection)))
  }

  @Test func `A lesser claim is turned down by one, with a letter of all reasons, and silence ends`() throws {
    let scene = scene(claiming: [.availability]).when(.report(.reject(Fiction.rejection)), by: tess).allowed()
    #expect(scene.subject.report.state == .closed)
    #expect(scene.subject.embargo.state == .exited)
    #expect(scene.subject.embargo.ending == .notAVulnerability)
    let letter = try #require(scene.subject.report.closure).letter
    for part in Self.parts { #expect(letter.contains(Fiction.rejection[keyPath: part])) }
    #expect(letter.hasPrefix("We thank you and see no vulnerability here."))
    #expect(letter.contains("free to publish"))
  }

  @Test func `The second reviewer is another person`() {
    let proposed = given(.acknowledged).and(.report(.reject(Fiction.rejection)), by: cleo)
    proposed.when(.report(.confirmRejection), by: cleo).refused(rule: "S28", saying: "another")
    let closed = proposed.when(.report(.confirmRejection), by: .coordinator("bert")).allowed()
    #expect(closed.subject.report.closure?.rejection == Fiction.rejection)
  }

  @Test func `The second reviewer may decline, and the report stays open`() {
    let waiting = given(.reproduced).and(.report(.reject(Fiction.rejection)), by: cleo)
    let decline = Case.Command.report(.declineRejection(reason: "Nobody tried a new wick."))
    waiting.when(decline, by: cleo).refused(rule: "S28", saying: "another")
    waiting.when(.report(.declineRejection(reason: " ")), by: .coordinator("bert")).refused(rule: "S28")
    let open = waiting.when(decline, by: .coordinator("bert"))
      .then(.report(.rejectionDeclined(reason: "Nobody tried a new wick.")))
    #expect(open.subject.report.proposedRejection == nil)
    #expect(open.subject.report.state == .received)
    open.when(.report(.confirmRejection), by: .coordinator("bert")).refused(rule: "S28", saying: "No rejection")
    open.when(.report(.validate(duplicates: "none")), by: tess).then(.report(.validated(duplicates: "none")))
    open.when(.report(.reject(Fiction.rejection)), by: tess).then(.report(.rejectionProposed(Fiction.rejection)))
  }

  @Test func `Why a rejection was declined is for the team alone`() throws {
    let waiting = given(.reproduced).and(.report(.reject(Fiction.rejection)), by: tess)
    let open = waiting.and(.report(.declineRejection(reason: "Nobody tried a new wick.")), by: cleo)
    #expect(open.subject.conversation == waiting.subject.conversation)
    #expect(open.subject.reactions(to: try #require(open.history.last), policy: Fiction.policy).isEmpty)
  }

  @Test func `Nothing is declined that nobody proposed`() {
    given(.acknowledged).when(.report(.declineRejection(reason: "x")), by: cleo).refused(rule: "S28")
  }

  @Test func `What is turned down from valid is put off as of then`() throws {
    let scene = given(.valid).and(.report(.reject(Fiction.rejection)), by: tess)
      .and(.report(.confirmRejection), by: cleo, at: day(9))
    #expect(scene.subject.report.deferral?.review == day(9))
  }

  @Test func `Nothing is confirmed that nobody proposed`() {
    given(.acknowledged).when(.report(.confirmRejection), by: cleo).refused(rule: "S28")
  }

  @Test func `While a rejection waits, the report is decided no other way`() {
    let waiting = given(.reproduced).and(.report(.reject(Fiction.rejection)), by: tess)
    waiting.when(.report(.validate(duplicates: "none")), by: tess).refused(rule: "S28")
    waiting.when(.report(.reject(Fiction.rejection)), by: tess).refused(rule: "S28")
    waiting.when(.report(.declareUnsafeDefault(Fiction.unsafeDefault)), by: tess).refused(rule: "S28")
  }

  @Test func `Attacks that were seen meanwhile hold a rejection back`() {
    given(.acknowledged).and(.report(.reject(Fiction.rejection)), by: tess)
      .and(.facts(.record(.attacks, .init("seen", happened: day(0)))), by: tess)
      .when(.report(.confirmRejection), by: cleo).refused(rule: "T8", saying: "Attacks")
  }

  @Test func `What has been published meanwhile is not turned down any more`() {
    let known = given(.accepted).and(.report(.reject(Fiction.rejection)), by: tess)
      .and(.facts(.record(.public, .init("a blog", happened: day(0)))), by: tess)
      .and(.advisory(.draft(Fiction.text)), by: tess)
    known.and(.advisory(.approve(contentVersion: known.subject.advisory.contentVersion)), by: cleo)
      .and(.publication(.release(id: "LNTN-2026-0001")), by: .releaseManager("rhea"))
      .when(.report(.confirmRejection), by: cleo).refused(rule: "T16", saying: "published")
  }

  @Test func `A report with a reserved id is not turned down: the id is returned first`() {
    given(.acknowledged).and(.identifiers(.reserve(Fiction.cve)), by: cleo)
      .when(.report(.reject(Fiction.rejection)), by: tess).refused(rule: "T16", saying: "CVE-1900-0001")
  }

  @Test(arguments: [Stage.acknowledged, .valid, .accepted])
  func `From wherever it stands, a report is turned down step by step`(_ stage: Stage) {
    let scene = given(stage).and(.report(.reject(Fiction.rejection)), by: tess)
      .when(.report(.confirmRejection), by: cleo).allowed()
    #expect(Walker.faults(in: scene.history) == [])
    #expect(scene.subject.report.state == .closed)
  }

  private func scene(claiming impact: Set<Impact>?) -> Scene {
    var submission = Fiction.submission
    submission.claimedImpact = impact
    return given(.acknowledged, submission)
  }
}
