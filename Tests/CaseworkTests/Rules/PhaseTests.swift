import Casework
import Foundation
import Testing

/// The phase, whose move it is, and what the reporter is told (part 3.3.1, S26, S30).
@Suite struct PhaseTests {
  let tess = Party.triager("tess")
  let dora = Party.developer("dora")

  @Test(arguments: [
    (Stage.received, Case.Phase.new), (.acknowledged, .triage), (.answered, .triage), (.reproduced, .triage),
    (.valid, .awaitingDecision), (.accepted, .investigating), (.fixed, .testing), (.planned, .testing),
    (.approved, .testing), (.published, .monitoring),
  ])
  func `A case goes from phase to phase`(_ stage: Stage, _ phase: Case.Phase) {
    let scene = given(stage)
    // The plan of `planned` was approved and then left alone, so the fix is ready for release.
    let expected = scene.subject.plan.state == .approved && phase == .testing ? .releaseReady : phase
    #expect(scene.subject.phase(at: scene.soon) == expected)
  }

  @Test(arguments: [
    ([LineStatus.affected(from: "1"), .underInvestigation(followUp: nil)], Case.Phase.fixing),
    ([.affected(from: "1"), .candidate(from: "1", version: "2", author: "Dora")], .fixing),
    ([.candidate(from: "1", version: "2", author: "Dora"), .underInvestigation(followUp: nil)], .testing),
    ([.candidate(from: "1", version: "2", author: "Dora"), .fixed(from: "1", Fiction.fix("2"))], .testing),
    ([.fixed(from: "1", Fiction.fix("2")), .underInvestigation(followUp: nil)], .investigating),
    ([.underInvestigation(followUp: nil), .underInvestigation(followUp: nil)], .investigating),
    ([.willNotFix(from: "1", reason: "x"), .notAffected(.codeNotPresent, detail: "x")], .testing),
  ])
  func `The matrix says how far the fix is`(_ statuses: [LineStatus], _ phase: Case.Phase) {
    let scene = given(.accepted).and(.remediation(.setLine("1.x", statuses[0])), by: dora)
      .and(.remediation(.setLine("2.x", statuses[1])), by: dora)
    #expect(scene.subject.phase(at: scene.soon) == phase)
  }

  @Test func `With all lines settled and the plan approved the case is ready for release`() {
    let scene = given(.planned)
    #expect(scene.subject.phase(at: scene.soon) == .releaseReady)
  }

  @Test func `Deferred is deferred, whatever the matrix says`() {
    let scene = given(.planned).and(.report(.defer(.init(reason: "Later.", review: day(60)))))
    #expect(scene.subject.phase(at: scene.soon) == .deferred)
  }

  @Test func `Public with a line that nobody has settled comes before all but closed`() {
    let scene = given(.accepted).and(.remediation(.setLine("1.x", .affected(from: "1.0"))), by: dora)
      .and(.facts(.record(.public, .init("a blog", happened: day(0)))), by: tess)
    #expect(scene.subject.phase(at: scene.soon) == .publicUnfixed)
    #expect(scene.subject.statusForReporter(at: scene.soon) == "Public. It is being fixed.")
    let drafted = scene.and(.advisory(.draft(Fiction.text)), by: tess)
    let out = drafted.and(.advisory(.approve(contentVersion: drafted.subject.advisory.contentVersion)))
      .and(.publication(.release(id: "A")))
    #expect(out.subject.phase(at: out.soon) == .publicUnfixed)
  }

  @Test func `A published case is watched for two weeks`() {
    let scene = given(.published)
    #expect(scene.subject.phase(at: day(21)) == .monitoring)
    #expect(scene.subject.phase(at: day(35, -0.01)) == .monitoring)
    #expect(scene.subject.phase(at: day(35)) == .published)
  }

  @Test func `A revision begins the watch anew, and nobody watches while one is due`() {
    let due = given(.published).and(.report(.chooseCredit(.init(wanted: true, name: "Rita R."))), by: .reporter)
    #expect(due.subject.phase(at: due.soon) == .published)
    let revised = due.and(.advisory(.approve(contentVersion: due.subject.advisory.contentVersion)))
      .and(.publication(.release(id: "LNTN-2026-0001", note: "The finder is named.")), at: day(30))
    #expect(revised.subject.phase(at: day(36)) == .monitoring)
    #expect(revised.subject.phase(at: day(44)) == .published)
  }

  @Test func `Closed comes before everything`() {
    let scene = given(.published).and(.identifiers(.confirmRecord(evidence: "x")))
      .and(.report(.close(.fixedPublished, letter: "Thank you.")))
    #expect(scene.subject.phase(at: scene.soon) == .closed)
    #expect(scene.subject.waitingOn == .nobody)
    #expect(scene.subject.statusForReporter(at: scene.soon) == "Closed.")
  }

  @Test func `A question before anybody has acknowledged waits for the reporter`() {
    let scene = given(.received)
      .and(.conversation(.write(.init(audience: .reporter, text: "Which version?", asks: true))), by: tess)
    #expect(scene.subject.phase(at: scene.soon) == .waitingForReporter)
  }

  @Test(arguments: [
    (Stage.received, "Received. A person will answer you."), (.acknowledged, "Being examined."),
    (.valid, "Being examined."), (.accepted, "Accepted. We are finding out what is affected."),
    (.approved, "Fixed. The release is being prepared."), (.published, "Published."),
  ])
  func `The reporter is told the truth and no detail`(_ stage: Stage, _ words: String) {
    let scene = given(stage)
    #expect(scene.subject.statusForReporter(at: scene.soon) == words)
  }

  @Test(arguments: Stage.allCases)
  func `The team is the one to move unless it asked the reporter`(_ stage: Stage) {
    #expect(given(stage).subject.waitingOn == .team)
  }
}
