import AdvisoryTypes
import Casework
import Foundation
import JSON
import Testing

/// S35, S36, C3: what the team sets, for which lines, and how it changes.
@Suite struct ScoreTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")

  @Test(arguments: ["9.8", "", "CVSS:3.1/AV:N", "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "critical", "CVSS:5.0/AV:N"])
  func `A score is a vector, never a number`(_ vector: String) {
    given(.valid).when(set(vector, final: true), by: tess).refused(rule: "S35")
    given(.valid).when(.assessment(.score(.init(vectors: []))), by: tess).refused(rule: "S35")
  }

  @Test func `A provisional vector is one step that needs nothing else`() {
    let scored = given(.received).when(set(Fiction.vector), by: tess)
      .then(.assessment(.scored(vector: Fiction.vector, final: false, reason: "")))
    let score = scored.subject.assessment.scores[0]
    #expect(score.vector == Fiction.vector && score.lines == [] && !score.isFinal && score.by == tess.id)
    #expect(score.rating?.version == "3.1" && score.rating?.score == "6.5" && score.rating?.severity == "Medium")
  }

  @Test func `Both versions are set in one form, an event each`() {
    let both = given(.valid).when(
      .assessment(.score(.init(vectors: [Fiction.vector, Fiction.vector4]))), by: tess
    ).then(
      .assessment(.scored(vector: Fiction.vector, final: false, reason: "")),
      .assessment(.scored(vector: Fiction.vector4, final: false, reason: "")))
    #expect(both.subject.assessment.scores.map(\.vector) == [Fiction.vector4, Fiction.vector])
    #expect(both.subject.assessment.headline?.vector == Fiction.vector4, "high comes before medium")
    // Only what changes happens.
    both.when(
      .assessment(.score(.init(vectors: [Fiction.worstVector, Fiction.vector4], reason: "It takes no login."))),
      by: tess
    ).then(.assessment(.scored(vector: Fiction.worstVector, final: false, reason: "It takes no login.")))
    given(.valid).when(.assessment(.score(.init(vectors: [Fiction.vector, Fiction.worstVector]))), by: tess)
      .refused(rule: "S35", saying: "two vectors of CVSS 3.1")
  }

  @Test func `Lists show the highest severity, and of equal ones that of 4.0`() {
    let equal = given(.valid).and(
      .assessment(.score(.init(vectors: [Fiction.worstVector, Fiction.worstVector4]))), by: tess)
    #expect(equal.subject.assessment.headline?.vector == Fiction.worstVector4)
    #expect(given(.valid).subject.assessment.headline == nil)
  }

  @Test func `A vector is kept in canonical form`() {
    given(.valid).when(set(" CVSS:3.1/A:N/I:N/C:H/S:U/UI:N/PR:L/AC:L/AV:N/E:X "), by: tess)
      .then(.assessment(.scored(vector: Fiction.vector, final: false, reason: "")))
  }

  @Test(arguments: [(Fiction.vector30, "3.0"), (Fiction.vector2, "2.0")])
  func `Versions that are past are read and no longer set`(_ vector: String, _ version: String) {
    given(.valid).when(set(vector), by: tess).refused(rule: "C3", saying: version, "nothing is converted")
    let old = given(.valid).after(
      [.assessment(.scored(vector: vector, final: true, reason: ""))], by: tess.id, at: day(2))
    #expect(old.subject.assessment.headline?.rating?.version == version, "an old history loads")
  }

  @Test(arguments: [Fiction.vector + "/MAV:L", Fiction.worstVector4 + "/CR:H"])
  func `Environmental metrics are the consumer's`(_ vector: String) {
    given(.valid).when(set(vector), by: tess).refused(rule: "2.6", saying: "environmental")
  }

  @Test(arguments: [Fiction.vector + "/E:U/RC:R", Fiction.worstVector4 + "/E:P/S:P/AU:N"])
  func `Temporal, threat and supplemental metrics are the team's too`(_ vector: String) {
    given(.valid).when(set(vector), by: tess)
      .then(.assessment(.scored(vector: vector, final: false, reason: "")))
  }

  @Test func `A change has a reason, and so has the way back from final`() {
    let scored = given(.valid).and(set(Fiction.vector), by: tess)
    scored.when(set(Fiction.worstVector), by: tess).refused(rule: "S36", saying: "why the score changes")
    // To stand by what was provisional is no change of it.
    scored.when(set(Fiction.vector, final: true, reason: " "), by: tess).allowed()
    scored.when(set(Fiction.worstVector, final: true, reason: " "), by: tess).refused(rule: "S36")
    let final = scored.when(set(Fiction.vector, final: true, reason: "Checked."), by: tess)
      .then(.assessment(.scored(vector: Fiction.vector, final: true, reason: "Checked.")))
    final.when(set(Fiction.vector), by: tess).refused(rule: "S36", saying: "why the score changes")
    final.when(set(Fiction.vector, reason: "It was too early."), by: tess)
      .then(.assessment(.scored(vector: Fiction.vector, final: false, reason: "It was too early.")))
    final.when(set(Fiction.vector, final: true, reason: "Again."), by: tess).refused(rule: "S36", saying: "already")
  }

  @Test func `A score may be for some lines, and the others keep theirs`() {
    let general = given(.accepted).and(set(Fiction.vector), by: tess)
    let two = general.when(set(Fiction.worstVector, lines: ["2.x", "1.x", "1.x"]), by: tess).then(
      .assessment(.scored(vector: Fiction.worstVector, lines: ["1.x", "2.x"], final: false, reason: "")))
    #expect(two.subject.assessment.scores.map(\.lines) == [[], ["1.x", "2.x"]])
    #expect(two.subject.assessment.scores[1].title == "CVSS 3.1 for 1.x, 2.x")
    // The same lines are a change; some of them would be two answers to one question.
    two.when(set(Fiction.vector, lines: ["2.x", "1.x"]), by: tess).refused(rule: "S36")
    two.when(set(Fiction.vector, lines: ["0.x", "1.x"]), by: tess).refused(
      rule: "2.6", saying: "1.x would have two scores", "CVSS 3.1 for 1.x, 2.x")
    // Another version has lines of its own.
    let four = two.and(set(Fiction.vector4, lines: ["1.x"]), by: tess)
    #expect(four.subject.assessment.scores.count == 3)
  }

  @Test func `A line that nobody knows has no score`() {
    given(.valid).when(set(Fiction.vector, lines: ["9.x"]), by: tess).refused(
      rule: "2.6", saying: "9.x", "0.x, 1.x, 2.x")
    var policy = Fiction.policy
    policy.lines.removeAll { $0.label == "2.x" }
    given(.accepted).and(policy: policy).when(set(Fiction.vector, lines: ["2.x"]), by: tess).allowed()
  }

  @Test func `A score is withdrawn with a reason`() {
    let two = given(.accepted).and(set(Fiction.vector), by: tess).and(
      set(Fiction.worstVector, lines: ["1.x"]), by: tess)
    two.when(withdraw(Fiction.worstVector, ["1.x"], ""), by: tess).refused(rule: "S36")
    two.when(withdraw(Fiction.worstVector, [], "x"), by: tess).refused(rule: "S36", saying: "no such score")
    two.when(withdraw("nonsense", [], "x"), by: tess).refused(rule: "S36", saying: "no such score")
    let one = two.when(withdraw("CVSS:3.1/A:H/I:H/C:H/S:U/UI:N/PR:N/AC:L/AV:N", ["1.x"], "like the rest"), by: tess)
      .then(.assessment(.scoreWithdrawn(vector: Fiction.worstVector, lines: ["1.x"], reason: "like the rest")))
    #expect(one.subject.assessment.scores.map(\.vector) == [Fiction.vector])
    given(.accepted).when(withdraw(Fiction.vector, [], "x"), by: tess).refused(rule: "S36", saying: "no score")
  }

  @Test func `What was scored before lines had scores loads as a score for all of them`() throws {
    let event = try Case.Event(
      wireName: "assessment.scored",
      json: .init(parsing: "{\"v\":1,\"vector\":\"\(Fiction.vector)\",\"final\":true,\"reason\":\"r\"}".utf8))
    let old = given(.valid).after([event], by: tess.id, at: day(2))
    #expect(
      old.subject.assessment.scores
        == [Score(vector: Fiction.vector, isFinal: true, reason: "r", by: tess.id, at: day(2))])
  }

  @Test func `A change of vector, lines or finality voids the approval, and a word about it does not`() {
    let approved = given(.approved)
    func isVoid(_ command: Case.Command) -> Bool {
      approved.and(command, by: tess).subject.advisory.approval == nil
    }
    #expect(isVoid(set(Fiction.vector4, final: true)))
    #expect(isVoid(set(Fiction.vector, reason: "doubts")))
    #expect(isVoid(set(Fiction.worstVector, lines: ["1.x"], final: true)))
    #expect(isVoid(withdraw(Fiction.vector, [], "wrong")))
    #expect(!isVoid(set(Fiction.vector, final: true, reason: "as asked", explanation: "We see it so.")))
    #expect(
      approved.and(.assessment(.proposeScore(vector: Fiction.worstVector, comment: "")), by: .reporter)
        .subject.advisory.approval != nil)
  }

  @Test func `The advisory carries the scores with lines and finality, the first to show first`() throws {
    let scored = given(.planned).and(set(Fiction.worstVector4, lines: ["1.x"]), by: tess)
      .and(.advisory(.draft(Fiction.text)), by: tess)
    let advisory = try #require(scored.subject.advisory(id: "A", at: day(3), policy: Fiction.policy))
    #expect(
      advisory.scores == [
        .init(vector: Fiction.worstVector4, lines: ["1.x"], isProvisional: true), .init(vector: Fiction.vector),
      ])
  }

  private func set(
    _ vector: String, lines: [String] = [], final: Bool = false, reason: String = "", explanation: String? = nil
  ) -> Case.Command {
    .assessment(
      .score(.init(vectors: [vector], lines: lines, isFinal: final, reason: reason, explanation: explanation)))
  }

  private func withdraw(_ vector: String, _ lines: [String], _ reason: String) -> Case.Command {
    .assessment(.withdrawScore(vector: vector, lines: lines, reason: reason))
  }
}
