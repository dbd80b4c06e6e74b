import Casework
import Testing

/// S37, G12: others propose, the team makes the final call, and the reporter hears why it differs.
@Suite struct ProposedScoreTests {
  let tess = Party.triager("tess")
  let dora = Party.developer("dora")

  @Test func `The reporter's vector stands beside the team's, which counts`() {
    let proposed = given(.received).when(propose(Fiction.worstVector, "No login."), by: .reporter)
      .then(.assessment(.scoreProposed(vector: Fiction.worstVector, comment: "No login.", side: .reporter)))
    #expect(proposed.subject.assessment.scores.isEmpty)
    #expect(proposed.subject.assessment.proposals.map(\.by) == [.reporter])
    given(.valid).when(.assessment(.score(.init(vectors: [Fiction.vector]))), by: .reporter).refused(rule: "3.2")
    given(.valid).when(.assessment(.score(.init(vectors: [Fiction.vector]))), by: dora).refused(rule: "3.2")
  }

  @Test func `A vector in the report is the reporter's first proposal, and what is none is kept as typed`() {
    var submission = Fiction.submission
    submission.vector = " CVSS:3.0/A:N/I:N/C:H/S:U/UI:N/PR:L/AC:L/AV:N "
    let received = Scene().and(.report(.receive(submission)), by: .desk, at: day(0))
    #expect(received.subject.assessment.proposals.map(\.vector) == [Fiction.vector30])
    #expect(received.subject.assessment.proposals.map(\.by) == [.reporter])
    submission.vector = "9.8, I think"
    let vague = Scene().and(.report(.receive(submission)), by: .desk, at: day(0)).subject
    #expect(vague.assessment.proposals.isEmpty)
    #expect(vague.report.submission?.vector == "9.8, I think")
  }

  @Test func `Of each party the newest of each version counts, whoever wrote the reporter's down`() {
    let scene = given(.valid).and(propose(Fiction.vector30), by: .reporter).and(
      propose(Fiction.vector4), by: .reporter
    )
    .and(propose(Fiction.worstVector), by: .reporter)
    .and(propose(Fiction.vector30), by: tess).and(propose(Fiction.vector, "on the telephone"), by: tess)
    .and(propose(Fiction.worstVector), by: dora)
    #expect(
      scene.subject.assessment.proposals.map(\.vector) == [
        Fiction.vector4, Fiction.worstVector, Fiction.vector, Fiction.worstVector,
      ])
    #expect(scene.subject.assessment.proposals.map(\.side) == [.reporter, .reporter, .reporter, .team])
    // A new word of the reporter's own takes the place of what was noted for them.
    let again = scene.and(propose(Fiction.vector, "in the room"), by: .reporter).subject.assessment.proposals
    #expect(again.filter { $0.side == .reporter }.map(\.by) == [.reporter, .reporter])
    scene.when(propose(Fiction.vector, "on the telephone"), by: .reporter).refused(rule: "S37", saying: "already")
    scene.when(propose(Fiction.vector, "in the room"), by: .reporter).allowed()
    scene.when(propose("high"), by: .reporter).refused(rule: "S35")
    scene.when(propose(Fiction.vector4, String(repeating: "x", count: 4_097)), by: .reporter).refused(rule: "S37")
  }

  /// Ours, theirs, and whether a word is due: bands of the same version where there is one, else of their newest.
  @Test(
    arguments: [
      ([Fiction.worstVector], Fiction.vector, true), ([Fiction.vector], Fiction.vector, false),
      ([Fiction.vector30], Fiction.vector, false), ([Fiction.worstVector, Fiction.vector4], Fiction.vector, true),
      ([Fiction.worstVector, Fiction.vector4], Fiction.vector4, false), ([Fiction.vector], Fiction.vector4, true),
      ([Fiction.worstVector4, Fiction.vector], Fiction.worstVector4, false), ([Fiction.vector2], Fiction.vector, true),
      ([Fiction.vector2], Fiction.worstVector, false), ([Fiction.vector2], Fiction.vector4, false),
      ([Fiction.worstVector + "/E:U"], Fiction.worstVector, false),
      ([Fiction.vector + "/MAV:P"], Fiction.vector, false),
      ([], Fiction.worstVector, false),
    ] as [([String], String, Bool)])
  func `A final score that differs by a band is explained in one line`(_ theirs: [String], _ ours: String, _ due: Bool)
  {
    let scene = theirs.reduce(given(.valid)) { $0.and(propose($1), by: .reporter) }
    scene.when(set(ours, final: false), by: tess).allowed()
    let silent = scene.when(set(ours), by: tess)
    guard due else {
      silent.allowed()
      return
    }
    silent.refused(rule: "S37", saying: "not what the reporter proposed")
    scene.when(set(ours, explanation: "a\nb"), by: tess).refused(rule: "S37", saying: "one line")
    scene.when(set(ours, explanation: String(repeating: "é", count: 251)), by: tess).refused(rule: "S37", saying: "500")
    scene.when(set(ours, explanation: " \n "), by: tess).refused(rule: "S37")
    scene.when(set(ours, explanation: " It takes a login. "), by: tess).then(
      .assessment(.scored(vector: ours, final: true, reason: "", explanation: "It takes a login.")))
  }

  @Test func `What a member notes for the reporter does not silence what they typed`() {
    let noted = given(.valid).and(propose(Fiction.worstVector), by: .reporter).and(propose(Fiction.vector), by: tess)
    noted.when(set(Fiction.vector), by: tess).refused(rule: "S37", saying: "9.8 Critical")
    noted.when(set(Fiction.worstVector), by: tess).refused(rule: "S37", saying: "6.5 Medium")
  }

  @Test func `A kind word where both agreed answers no later proposal`() {
    let agreed = given(.valid).and(propose(Fiction.vector), by: .reporter)
      .and(set(Fiction.vector, explanation: "Thank you, we agree."), by: tess)
    #expect(agreed.subject.assessment.unexplained.isEmpty)
    let later = agreed.and(propose(Fiction.worstVector), by: .reporter)
    #expect(later.subject.assessment.unexplained.map(\.vector) == [Fiction.vector])
    later.when(set(Fiction.vector, reason: "again"), by: tess).refused(rule: "S37")
    let answered = later.and(set(Fiction.vector, reason: "answered", explanation: "It takes a login."), by: tess)
    #expect(answered.subject.assessment.unexplained.isEmpty)
  }

  @Test func `Of two vectors the one that differs gets the explanation`() {
    let scene = given(.valid).and(propose(Fiction.worstVector), by: .reporter)
    scene.when(
      .assessment(
        .score(.init(vectors: [Fiction.worstVector4, Fiction.vector], isFinal: true, explanation: "A login."))),
      by: tess
    ).then(
      .assessment(.scored(vector: Fiction.worstVector4, final: true, reason: "")),
      .assessment(.scored(vector: Fiction.vector, final: true, reason: "", explanation: "A login.")))
    given(.valid).when(set(Fiction.vector, explanation: "As you can see."), by: tess).then(
      .assessment(.scored(vector: Fiction.vector, final: true, reason: "", explanation: "As you can see.")))
  }

  @Test func `What a developer proposes asks for no explanation`() {
    given(.valid).and(propose(Fiction.worstVector), by: dora).when(set(Fiction.vector), by: tess).allowed()
  }

  @Test func `An explanation stays with its vector and goes with it`() {
    let early = given(.valid).and(propose(Fiction.worstVector), by: .reporter)
      .and(set(Fiction.vector, final: false, explanation: "It takes a login."), by: tess)
    let final = early.and(set(Fiction.vector, reason: "checked"), by: tess)
    #expect(final.subject.assessment.scores[0].explanation == "It takes a login.")
    final.when(set(Fiction.vector + "/E:U", reason: "unproven"), by: tess).refused(rule: "S37")
  }

  @Test func `A proposal after the final score holds the release until it is answered`() {
    let later = given(.approved).and(propose(Fiction.worstVector), by: .reporter)
    later.when(release, at: day(21)).refused(rule: "G12", saying: "6.5 Medium", "9.8 Critical")
    let answered = later.and(set(Fiction.vector, reason: "answered", explanation: "It takes a login."), by: tess)
    #expect(answered.subject.assessment.unexplained.isEmpty)
    answered.when(release, at: day(21)).allowed()
  }

  @Test func `What is released is not held up by a later proposal`() throws {
    let later = given(.published).and(propose(Fiction.worstVector), by: .reporter, at: day(22))
    let departure = Departure(
      subject: later.subject, advisory: later.subject.publication.advisory, audience: .everyone, now: day(22))
    #expect(Gates.objections(toCarrying: departure).isEmpty)
    #expect(!later.subject.hasUnreleasedChanges)
  }

  @Test func `What others made public does not wait for an explanation`() {
    let known = given(.accepted).and(propose(Fiction.worstVector), by: .reporter)
      .and(.assessment(.score(.init(vectors: [Fiction.vector]))), by: tess)
      .and(.facts(.record(.public, .init("a blog", happened: day(0)))), by: tess)
      .and(.advisory(.draft(Fiction.text)), by: tess)
    known.and(.advisory(.approve(contentVersion: known.subject.advisory.contentVersion)))
      .when(release).allowed()
  }

  @Test func `The door-bell rings for what is final, for its end, and for what goes out without being final`() {
    func bells(_ scene: Scene) -> Int {
      scene.history.last.map { scene.subject.reactions(to: $0, policy: scene.policy).count } ?? 0
    }
    let quick = given(.valid).and(set(Fiction.vector, final: false), by: tess)
    #expect(bells(quick) == 0)
    let final = quick.and(set(Fiction.vector, reason: "checked"), by: tess)
    #expect(bells(final) == 1)
    #expect(bells(final.and(set(Fiction.worstVector, reason: "no login"), by: tess)) == 1)
    #expect(bells(final.and(propose(Fiction.worstVector), by: .reporter)) == 0)
    let back = final.and(set(Fiction.vector, final: false, reason: "too early"), by: tess)
    #expect(bells(back) == 1 && back.subject.assessment.isReconsidered)
    let other = back.and(set(Fiction.worstVector, final: false, reason: "no login"), by: tess)
    #expect(bells(other) == 0 && other.subject.assessment.isReconsidered)
    let gone = final.and(
      .assessment(.withdrawScore(vector: Fiction.vector, lines: [], reason: "another bug")), by: tess)
    #expect(bells(gone) == 1 && gone.subject.assessment.isReconsidered)
    let waived = quick.and(.assessment(.waiveFinalScore(reason: "no time")))
    #expect(bells(waived) == 1 && !waived.subject.assessment.isReconsidered)
  }

  private let release = Case.Command.publication(.release(id: "LNTN-2026-0001"))

  private func propose(_ vector: String, _ comment: String = "") -> Case.Command {
    .assessment(.proposeScore(vector: vector, comment: comment))
  }

  private func set(
    _ vector: String, final: Bool = true, reason: String = "", explanation: String? = nil
  ) -> Case.Command {
    .assessment(.score(.init(vectors: [vector], isFinal: final, reason: reason, explanation: explanation)))
  }
}
