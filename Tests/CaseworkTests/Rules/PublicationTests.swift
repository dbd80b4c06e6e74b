import AdvisoryTypes
import Casework
import Foundation
import Testing

/// T14, S48: the moment of publication, and what leaves the house because of it.
@Suite struct PublicationTests {
  let rhea = Party.releaseManager("rhea")

  @Test func `First the silence ends, then the public knows, then the advisory is out`() throws {
    let before = given(.approved)
    let after = before.when(.publication(.release(id: "LNTN-2026-0001")), by: rhea, at: day(21)).allowed()
    let advisory = try #require(after.subject.publication.advisory)
    let ours = Facts.Evidence("our own advisory LNTN-2026-0001", happened: day(21))
    before.when(.publication(.release(id: "LNTN-2026-0001")), by: rhea, at: day(21)).then(
      .embargo(.terminated(.published)), .facts(.publicAware(ours, byOurselves: true)),
      .publication(.released(advisory)))
    #expect(advisory.id == "LNTN-2026-0001")
    #expect(advisory.cve == Fiction.cve)
    #expect(advisory.published == day(21))
    #expect(after.subject.publication.releasedAt == day(21))
  }

  @Test func `Where the embargo has ended already, it ends no second time`() throws {
    let scene = given(.approved).and(.embargo(.passTime), by: .desk, at: day(21))
      .when(.publication(.release(id: "A")), by: rhea, at: day(22)).allowed()
    #expect(scene.subject.embargo.ending == .reached)
    #expect(Walker.faults(in: scene.history) == [])
  }

  @Test(arguments: [Stage.received, .valid])
  func `Only an accepted report is published`(_ stage: Stage) {
    given(stage).when(.publication(.release(id: "A")), by: rhea).refused(rule: "T14")
  }

  @Test(arguments: ["", " \n", String(repeating: "x", count: 201)])
  func `An advisory has an id`(_ id: String) {
    given(.approved).when(.publication(.release(id: id)), by: rhea, at: day(21)).refused(rule: "T14")
  }

  @Test func `The release goes to the tree, to each list, and rings at the reporter's door`() throws {
    let scene = given(.published)
    let deliveries = scene.subject.reactions(to: try #require(scene.history.last), policy: Fiction.policy)
    #expect(deliveries.map(\.channel) == [.tree, .list, .letter])
    #expect(deliveries.map(\.audience) == [.everyone, .everyone, .reporter])
    #expect(deliveries.map(\.recipient) == [nil, "announce@lantern.example", "rita@reporter.example"])
    #expect(deliveries.map(\.notice) == [.advisory(id: "LNTN-2026-0001"), .advisory(id: "LNTN-2026-0001"), .doorbell])
    #expect(Set(deliveries.map(\.key)).count == 3)
  }

  @Test func `Until then nothing leaves but door-bells to the reporter`() {
    var subject = Case(Fiction.id)
    for entry in given(.approved).history {
      subject.evolve(entry)
      for delivery in subject.reactions(to: entry, policy: Fiction.policy) {
        #expect(delivery.audience == .reporter)
        #expect(delivery.notice == .doorbell)
      }
    }
  }

  @Test func `A reporter without an address is not written to`() {
    var submission = Fiction.submission
    submission.contact = nil
    let scene = given(.acknowledged, submission)
    #expect(scene.history.allSatisfy { scene.subject.reactions(to: $0, policy: Fiction.policy).isEmpty })
  }

  @Test func `A receipt is kept once, however often the channel answers`() {
    let receipt = Case.Command.publication(.recordReceipt(delivery: "k", channel: .tree, proof: "swapped"))
    let told = given(.published).when(receipt, by: .desk)
      .then(.publication(.delivered(delivery: "k", channel: .tree, proof: "swapped")))
    told.when(receipt, by: .desk).then()
  }

  @Test func `A reporter chooses the credit, and may change it with a revision`() {
    let wish = CreditWish(wanted: true, name: "Rita R.")
    let named = given(.drafted).and(.report(.chooseCredit(wish)), by: .reporter)
    #expect(named.subject.advisory(id: "A", at: day(21), policy: Fiction.policy)?.credits.map(\.name) == ["Rita R."])
    given(.drafted).when(.report(.chooseCredit(.init(wanted: true, name: " "))), by: .reporter).refused(rule: "S20")
    #expect(given(.published).and(.report(.chooseCredit(wish)), by: .reporter).subject.hasUnreleasedChanges)
  }
}
