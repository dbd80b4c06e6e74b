import Foundation
import Testing

@testable import Casework

/// S55, S57, S58, C4, E14: the date on which we publish, and how far silence may stretch.
@Suite struct PublicationDateTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")
  let bert = Party.coordinator("bert")

  @Test func `The team decides on its own date, with a reason`() {
    let scene = given(.valid).when(decide(day(25)), by: cleo).then(
      .embargo(.dateDecided(day(25), reason: "the release")))
    #expect(scene.subject.embargo.ownDate == .init(date: day(25), reason: "the release"))
    given(.valid).when(.embargo(.decideDate(day(25), reason: " ")), by: cleo).refused(rule: "S55")
  }

  @Test func `We do not publish earlier than agreed`() {
    given(.valid).when(decide(day(20)), by: cleo).refused(rule: "E14", saying: "2026-03-23 09:00 UTC")
    given(.valid).when(decide(day(21)), by: cleo).allowed()
  }

  @Test func `Over the reporter's objection a second member approves, and the objection is kept`() {
    let objected = given(.valid).and(.embargo(.propose(until: day(10), reason: "My talk.", delay: nil)), by: .reporter)
      .and(.embargo(.decline(reason: "The fix takes longer.")), by: cleo)
    #expect(objected.subject.embargo.objection?.preferred == day(10))
    #expect(objected.subject.embargo.objection?.reason == "My talk.")
    let proposed = objected.when(decide(day(25)), by: cleo).then(
      .embargo(.dateProposed(day(25), reason: "the release")))
    #expect(proposed.subject.embargo.ownDate == nil)
    proposed.when(.embargo(.approveDate), by: cleo).refused(rule: "S55", saying: "another")
    proposed.when(.embargo(.approveDate), by: bert).then(.embargo(.dateDecided(day(25), reason: "the release")))
  }

  @Test func `A reporter who says no without an agreed date objects too`() {
    var policy = Fiction.policy
    policy.embargo.defaultDays = nil
    let objected = given(.valid, policy: policy)
      .and(.embargo(.propose(until: day(10), reason: "The fix.", delay: nil)), by: tess)
      .and(.embargo(.decline(reason: "I want it out.")), by: .reporter)
    let objection = objected.subject.embargo.objection
    #expect(objection?.preferred == nil)
    #expect(objection?.reason == "I want it out.")
    objected.when(decide(day(25)), by: cleo).then(.embargo(.dateProposed(day(25), reason: "the release")))
  }

  @Test func `A reporter who keeps the agreed date prefers that`() {
    let objected = given(.valid).and(.embargo(.propose(until: day(30), reason: "x", delay: .notTested)), by: tess)
      .and(.embargo(.decline(reason: "We agreed.")), by: .reporter)
    #expect(objected.subject.embargo.objection?.preferred == day(21))
  }

  @Test func `After publication there is no date left to propose, decide or approve`() {
    let waiting = given(.accepted)
      .and(.embargo(.propose(until: day(10), reason: "My talk.", delay: nil)), by: .reporter)
      .and(decide(day(25)), by: cleo).and(.facts(.record(.public, .init("a blog", happened: day(0)))), by: tess)
      .and(.advisory(.draft(Fiction.text)), by: tess)
    let published = waiting.and(
      .advisory(.approve(contentVersion: waiting.subject.advisory.contentVersion)), by: cleo
    ).and(.publication(.release(id: "A")))
    #expect(published.subject.embargo.proposedOwnDate != nil)
    for name in [Case.Command.Name.proposeDate, .decideDate, .approveDate] {
      #expect(published.refusal(of: name, by: bert)?.rule == "S55")
    }
  }

  @Test func `While the reporter's proposal waits, one person does not decide against it`() {
    given(.valid).and(.embargo(.propose(until: day(10), reason: "My talk.", delay: nil)), by: .reporter)
      .when(decide(day(25)), by: cleo).then(.embargo(.dateProposed(day(25), reason: "the release")))
  }

  @Test func `A project may leave the final say to one`() {
    var policy = Fiction.policy
    policy.switches.finalSayNeedsTwo = false
    given(.valid, policy: policy).and(.embargo(.propose(until: day(10), reason: "My talk.", delay: nil)), by: .reporter)
      .when(decide(day(25)), by: cleo).then(.embargo(.dateDecided(day(25), reason: "the release")))
  }

  @Test func `Nothing is approved that nobody decided`() {
    given(.valid).when(.embargo(.approveDate), by: bert).refused(rule: "S55")
  }

  @Test func `A date that has passed meanwhile is not approved`() {
    given(.valid).and(.embargo(.propose(until: day(10), reason: "My talk.", delay: nil)), by: .reporter)
      .and(decide(day(25)), by: cleo).when(.embargo(.approveDate), by: bert, at: day(26)).refused(rule: "S55")
  }

  @Test func `The team asks for a later date with a reason of the closed list`() {
    let late = Case.Command.embargo(.propose(until: day(30), reason: "It is hard.", delay: nil))
    given(.valid).when(late, by: tess).refused(rule: "S57", saying: "closed list")
    for delay in Embargo.DelayReason.allCases {
      given(.valid).when(.embargo(.propose(until: day(30), reason: "It is hard.", delay: delay)), by: tess)
        .then(.embargo(.proposed(until: day(30), reason: "It is hard.", delay: delay)))
    }
    given(.valid).when(.embargo(.propose(until: day(20), reason: "Done early.", delay: nil)), by: tess).allowed()
  }

  @Test(arguments: [Party.reporter, .triager("tess"), .coordinator("cleo")])
  func `No embargo is agreed beyond the cap`(_ party: Party) {
    given(.valid).when(.embargo(.propose(until: day(42, 0.01), reason: "x", delay: .legal)), by: party)
      .refused(rule: "S58", saying: "42 days", "2026-04-13 09:00 UTC")
    given(.valid).when(.embargo(.propose(until: day(42), reason: "x", delay: .legal)), by: party).allowed()
  }

  @Test func `Two people set our own date beyond the cap`() {
    let proposed = given(.valid).when(decide(day(43)), by: cleo)
      .then(.embargo(.dateProposed(day(43), reason: "the release")))
    proposed.when(.embargo(.approveDate), by: bert).then(.embargo(.dateDecided(day(43), reason: "the release")))
  }

  private func decide(_ date: Date) -> Case.Command { .embargo(.decideDate(date, reason: "the release")) }
}
