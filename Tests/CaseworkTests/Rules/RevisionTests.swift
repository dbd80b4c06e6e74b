import AdvisoryTypes
import Casework
import Foundation
import Testing

/// S64: what was published is corrected and completed by revisions, each with its note, its approval and its gates.
@Suite struct RevisionTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")
  let dora = Party.developer("dora")
  let rhea = Party.releaseManager("rhea")

  @Test func `Without a change there is nothing to revise`() {
    #expect(!given(.published).subject.hasUnreleasedChanges)
    given(.published).when(release("Again."), by: rhea).refused(rule: "S64", saying: "since revision 1")
    given(.published).and(.advisory(.draft(Fiction.text)), by: tess)
      .when(release("Again."), by: rhea).refused(rule: "S64", saying: "since revision 1")
  }

  @Test func `A revision keeps id and date of publication and says what changed`() throws {
    let revised = approved().when(release("Conditions are described."), by: rhea, at: day(30)).allowed()
    let first = try #require(given(.published).subject.publication.advisory)
    let second = try #require(revised.subject.publication.advisory)
    #expect(revised.history.count == approved().history.count + 1, "nothing but the release happens")
    #expect((second.id, second.published, second.updated) == (first.id, day(21), day(30)))
    #expect(second.revisions.map(\.number) == [1, 2])
    #expect(second.revisions.map(\.date) == [day(21), day(30)])
    #expect(second.revisions.map(\.note) == ["Initial publication", "Conditions are described."])
    #expect(second.timeline == first.timeline)
    #expect(second.conditions == "The lantern is lit.")
    #expect((revised.subject.publication.releasedAt, revised.subject.publication.revisedAt) == (day(21), day(30)))
    revised.when(release("Again."), by: rhea).refused(rule: "S64", saying: "since revision 2")
  }

  @Test(arguments: ["", "  ", String(repeating: "x", count: 1_025)])
  func `A revision needs its note, in a sentence`(_ note: String) {
    approved().when(release(note), by: rhea, at: day(30)).refused(rule: "S64", saying: "what changed")
  }

  @Test func `A revision goes out under the id that readers know`() {
    approved().when(.publication(.release(id: "LNTN-2026-0002", note: "x")), by: rhea, at: day(30))
      .refused(rule: "S64", saying: "LNTN-2026-0001")
  }

  @Test func `A first publication may have a note of its own`() {
    let scene = given(.approved).and(release("Coordinated with two vendors."), by: rhea, at: day(21))
    #expect(scene.subject.publication.advisory?.revisions.map(\.note) == ["Coordinated with two vendors."])
  }

  @Test func `A revision is approved anew, by somebody else than its author`() {
    redrafted(by: tess).when(release("x"), by: rhea).refused(rule: "G1", saying: "not approved")
    let own = redrafted(by: cleo)
    own.when(approve(own), by: cleo).refused(rule: "G1", saying: "another")
  }

  @Test func `A revision passes the gates like the first publication`() {
    let open = redrafted(by: tess).and(.remediation(.setLine("1.x", .affected(from: "1.0.0"))), by: dora)
      .and(.plan(.edit(Fiction.steps)), by: tess)
    open.and(approve(open)).when(release("x"), by: rhea).refused(rule: "G5 G9", saying: "1.x")
  }

  @Test func `A holding advisory is completed when the fix is there`() throws {
    let held = holding()
    #expect(held.subject.phase(at: held.soon) == .publicUnfixed)
    held.when(.report(.close(.fixedPublished, letter: "x"))).refused(rule: "T16", saying: "line")
    let fixed = held.and(.remediation(.setLine("1.x", .fixed(from: "1.0.0", Fiction.fix("1.4.2")))), by: dora)
      .and(.remediation(.setLine("2.x", .notAffected(.codeNotPresent, detail: "No wick."))), by: dora)
      .and(.remediation(.registerRelease(Fiction.release)), by: rhea)
    fixed.when(.report(.close(.fixedPublished, letter: "x"))).refused(rule: "S64", saying: "release the revision first")
    let completed = fixed.and(approve(fixed)).and(release("The fixed version is named."), by: rhea)
    #expect(completed.subject.publication.advisory?.lines.map(\.isFixed) == [true, false])
    #expect(completed.subject.phase(at: completed.soon) == .monitoring)
    completed.when(.report(.close(.fixedPublished, letter: "Thank you.")))
      .then(.report(.closed(Closure(disposition: .fixedPublished, letter: "Thank you."))))
  }

  @Test func `A revision goes everywhere the advisory went, under keys of its own`() throws {
    let (first, second) = (given(.published), approved().and(release("x"), by: rhea))
    let told = [first, second].map { scene in
      scene.history.last.map { scene.subject.reactions(to: $0, policy: Fiction.policy) } ?? []
    }
    #expect(told[0].map(\.channel) == told[1].map(\.channel))
    #expect(Set((told[0] + told[1]).map(\.key)).count == told[0].count + told[1].count)
  }

  @Test func `What was released still leaves while the next revision is written`() throws {
    let due = redrafted(by: tess)
    let departure = departure(of: due)
    #expect(Gates.objections(to: departure).map(\.gate).contains("G1"))
    #expect(Gates.objections(toCarrying: departure).isEmpty)
    struct Shut: Gate {
      func objections(to departure: Departure) -> [Objection] { [Objection("G14", "Shut.")] }
    }
    #expect(Gates.objections(toCarrying: departure, also: [Shut()]).map(\.gate) == ["G14"])
  }

  @Test func `While nothing has changed, every gate is asked at departure`() {
    var forged = given(.drafted)
    if let advisory = forged.subject.advisory(id: "A", at: day(21), policy: Fiction.policy) {
      forged = forged.after([.publication(.released(advisory))], by: PartyID("nobody"), at: day(21))
    }
    #expect(Gates.objections(toCarrying: departure(of: forged)).map(\.gate).contains("G1"))
  }

  @Test func `A plain fold of the history knows what was released`() {
    let scene = redrafted(by: tess)
    #expect(Case(Fiction.id, history: scene.history) == scene.subject)
    #expect(Case(Fiction.id, history: scene.history).hasUnreleasedChanges)
  }

  private func departure(of scene: Scene) -> Departure {
    Departure(
      subject: scene.subject, advisory: scene.subject.publication.advisory, audience: .everyone, now: scene.soon)
  }

  private func release(_ note: String) -> Case.Command {
    .publication(.release(id: "LNTN-2026-0001", note: note))
  }

  private func approve(_ read: Scene) -> Case.Command {
    .advisory(.approve(contentVersion: read.subject.advisory.contentVersion))
  }

  private func redrafted(by author: Party) -> Scene {
    var text = Fiction.text
    text.conditions = "The lantern is lit."
    return given(.published).and(.advisory(.draft(text)), by: author)
  }

  private func approved() -> Scene {
    let scene = redrafted(by: tess)
    return scene.and(approve(scene))
  }

  /// Others made it public: out it went, without a fix.
  private func holding() -> Scene {
    let drafted = given(.accepted).and(.remediation(.setLine("1.x", .affected(from: "1.0.0"))), by: dora)
      .and(.facts(.record(.public, .init("a blog", happened: day(0)))), by: tess)
      .and(.advisory(.draft(Fiction.text)), by: tess)
    return drafted.and(approve(drafted)).and(.publication(.release(id: "LNTN-2026-0001")))
  }
}

extension Advisory.Line {
  fileprivate var isFixed: Bool {
    if case .affected(_, .fixed) = status { true } else { false }
  }
}
