import AdvisoryTypes
import Casework
import Foundation
import Testing

/// S36, G11, C3: which scores may go out.
@Suite struct ScoreGateTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")

  @Test func `A provisional score stays in, unless somebody records why it goes out`() {
    let doubtful = given(.planned).and(set([Fiction.vector], reason: "Not sure."), by: tess)
    approve(doubtful).when(release, at: day(21)).refused(rule: "G11", saying: "provisional (CVSS 3.1)")
    doubtful.when(waive(""), by: cleo).refused(rule: "S36")
    doubtful.when(waive("users wait"), by: tess).refused(rule: "3.2")
    let waived = doubtful.when(waive("users wait"), by: cleo)
      .then(.assessment(.finalScoreWaived(reason: "users wait")))
    waived.when(waive("twice"), by: cleo).refused(rule: "S36", saying: "already")
    let published = approve(waived).when(release, at: day(21)).allowed()
    #expect(published.subject.publication.advisory?.scores.map(\.isProvisional) == [true])
  }

  @Test func `A waiver stands until a final score is set, and goes with the last score`() {
    let waived = given(.planned).and(set([Fiction.vector], reason: "Not sure."), by: tess).and(waive("users wait"))
    let worse = waived.and(set([Fiction.worstVector], reason: "no login"), by: tess)
    #expect(worse.subject.assessment.finalScoreWaiver?.reason == "users wait")
    let final = worse.and(set([Fiction.worstVector], final: true, reason: "checked"), by: tess)
    #expect(final.subject.assessment.finalScoreWaiver == nil)
    final.when(waive("x")).refused(rule: "S36", saying: "is final")
    approve(final.and(set([Fiction.worstVector], reason: "doubts"), by: tess)).when(release, at: day(21))
      .refused(rule: "G11")
    let none = worse.and(.assessment(.withdrawScore(vector: Fiction.worstVector, lines: [], reason: "wrong")), by: tess)
    #expect(none.subject.assessment.finalScoreWaiver == nil)
    none.when(waive("x")).refused(rule: "S36", saying: "no score")
  }

  @Test func `All scores that go out are final`() {
    let mixed = given(.planned).and(set([Fiction.worstVector], lines: ["1.x"]), by: tess)
    approve(mixed).when(release, at: day(21)).refused(rule: "G11", saying: "provisional (CVSS 3.1 for 1.x)")
  }

  @Test(arguments: [(["3.1"], true), (["4.0"], false), (["3.1", "4.0"], true)] as [([String], Bool)])
  func `One score at least is of a version that the policy asks for`(_ versions: [String], _ enough: Bool) {
    var policy = Fiction.policy
    policy.switches.cvssVersions = versions
    let scene = given(.approved, policy: policy)
    guard !enough else {
      scene.when(release, at: day(21)).allowed()
      return
    }
    scene.when(release, at: day(21)).refused(rule: "G11", saying: "asks for: 4.0")
    approve(scene.and(set([Fiction.vector4], final: true), by: tess)).when(release, at: day(21)).allowed()
  }

  @Test func `What is no vector does not go out, whatever the books say`() {
    let odd = given(.planned).after(
      [.assessment(.scored(vector: "high", final: true, reason: ""))], by: tess.id, at: day(3))
    approve(odd).when(release, at: day(21)).refused(rule: "G11", saying: "“high” is no CVSS vector")
  }

  @Test func `A first score keeps the promise of a day after validity`() throws {
    func clock(_ scene: Scene) throws -> Clock {
      try #require(scene.subject.clocks(under: scene.policy).first { $0.id == .provisionalScore })
    }
    let valid = given(.valid)
    let start = try clock(valid).started
    #expect(try clock(valid).due == start.addingTimeInterval(86_400) && clock(valid).isRunning())
    #expect(given(.reproduced).subject.clocks(under: Fiction.policy).allSatisfy { $0.id != .provisionalScore })
    let scored = valid.and(set([Fiction.vector]), by: tess, at: start.addingTimeInterval(60))
    #expect(try clock(scored).stopped == start.addingTimeInterval(60))
    #expect(try clock(scored.and(set([Fiction.vector], final: true, reason: "x"), by: tess)).stopped == start + 60)
    let gone = scored.and(
      .assessment(.withdrawScore(vector: Fiction.vector, lines: [], reason: "another bug")), by: tess)
    #expect(try clock(gone).isRunning(), "a score that was withdrawn keeps no promise")
    let before = given(.reproduced).and(set([Fiction.vector]), by: tess)
      .and(.report(.validate(duplicates: "none")), by: tess)
    #expect(try clock(before).stopped == clock(before).started, "a score before the verdict is in time")
    var policy = Fiction.policy
    policy.clocks.provisionalScoreHours = 6
    #expect(try clock(valid.and(policy: policy)).due == start.addingTimeInterval(6 * 3_600))
  }

  private let release = Case.Command.publication(.release(id: "LNTN-2026-0001"))

  private func set(
    _ vectors: [String], lines: [String] = [], final: Bool = false, reason: String = ""
  ) -> Case.Command {
    .assessment(.score(.init(vectors: vectors, lines: lines, isFinal: final, reason: reason)))
  }

  private func waive(_ reason: String) -> Case.Command { .assessment(.waiveFinalScore(reason: reason)) }

  private func approve(_ scene: Scene) -> Scene {
    let drafted = scene.and(.advisory(.draft(Fiction.text)), by: tess)
    return drafted.and(.advisory(.approve(contentVersion: drafted.subject.advisory.contentVersion)), by: cleo)
  }
}
