import AdvisoryTypes
import Casework
import Testing

/// S38, S39, C1, C7, K13: the CVE id.
@Suite struct IdentifierTests {
  let cleo = Party.coordinator("cleo")

  @Test func `A coordinator reserves one id`() {
    let scene = given(.accepted).when(.identifiers(.reserve(Fiction.cve)), by: cleo)
      .then(.identifiers(.reserved(Fiction.cve)))
    scene.when(.identifiers(.reserve(Fiction.cve)), by: cleo).refused(rule: "S39")
    given(.accepted).when(.identifiers(.reserve(Fiction.cve)), by: .triager("tess")).refused(rule: "3.2")
  }

  @Test func `Going without an id has a reason`() {
    given(.accepted).when(.identifiers(.waive(reason: " ")), by: cleo).refused(rule: "S38")
    given(.accepted).when(.identifiers(.waive(reason: "Never released.")), by: cleo)
      .then(.identifiers(.waived(reason: "Never released.")))
  }

  @Test func `A reserved id is published or returned, never dropped`() {
    given(.planned).when(.identifiers(.waive(reason: "x")), by: cleo).refused(rule: "C1")
  }

  @Test func `An id that was waived can still be reserved`() {
    let scene = given(.accepted).and(.identifiers(.waive(reason: "x")), by: cleo)
      .when(.identifiers(.reserve(Fiction.cve)), by: cleo).allowed()
    #expect(scene.subject.identifiers.cveID == Fiction.cve)
  }

  @Test func `The record is never the first disclosure`() {
    given(.approved).when(.identifiers(.confirmRecord(evidence: "https://www.cve.org")), by: cleo)
      .refused(rule: "C7", saying: "first")
    let scene = given(.published).when(.identifiers(.confirmRecord(evidence: "https://www.cve.org")), by: cleo)
      .then(.identifiers(.recordPublished(evidence: "https://www.cve.org")))
    #expect(scene.subject.identifiers.cve == .published(Fiction.cve))
    scene.when(.identifiers(.confirmRecord(evidence: "again")), by: cleo).refused(rule: "K13")
    given(.published).when(.identifiers(.confirmRecord(evidence: "")), by: cleo).refused(rule: "K13")
  }

  @Test func `An id that comes after publication comes with a revision, and its record after that`() {
    let waived = given(.accepted).and(.facts(.record(.public, .init("a blog", happened: day(0)))), by: cleo)
      .and(.identifiers(.waive(reason: "Nobody answers.")), by: cleo).and(.advisory(.draft(Fiction.text)))
    let published = waived.and(
      .advisory(.approve(contentVersion: waived.subject.advisory.contentVersion)), by: .coordinator("bert")
    ).and(.publication(.release(id: "A")))
    let reserved = published.and(.identifiers(.reserve(Fiction.cve)), by: cleo)
    #expect(reserved.subject.hasUnreleasedChanges)
    reserved.when(.identifiers(.confirmRecord(evidence: "x")), by: cleo).refused(rule: "C7", saying: "CVE-1900-0001")
  }

  @Test func `A coordinator returns an id that is not needed, and it names nothing any more`() {
    let duplicate = Case.Command.identifiers(.giveBack(reason: "It is CVE-1900-0007."))
    given(.planned).when(.identifiers(.giveBack(reason: " ")), by: cleo).refused(rule: "C1")
    given(.planned).when(duplicate, by: .triager("tess")).refused(rule: "3.2")
    given(.accepted).when(duplicate, by: cleo).refused(rule: "C1", saying: "No reserved")
    let returned = given(.approved).when(duplicate, by: cleo)
      .then(.identifiers(.rejected(reason: "It is CVE-1900-0007.")))
    #expect(returned.subject.identifiers.cve == .rejected(Fiction.cve, reason: "It is CVE-1900-0007."))
    #expect(returned.subject.advisory(id: "A", at: day(21), policy: Fiction.policy)?.cve == nil)
    #expect(returned.subject.advisory.approval == nil, "the advisory named it")
    #expect(returned.refusal(of: .release, by: cleo, at: day(21))?.rule.contains("G4") == true)
    returned.when(duplicate, by: cleo).refused(rule: "C1")
    returned.when(.identifiers(.confirmRecord(evidence: "x")), by: cleo).refused(rule: "K13")
  }

  @Test func `After an id was returned another one may come, or none`() {
    let returned = given(.planned).and(.identifiers(.giveBack(reason: "Split by mistake.")), by: cleo)
    returned.when(.identifiers(.reserve(Fiction.cve)), by: cleo).refused(rule: "C1", saying: "never used again")
    returned.when(.identifiers(.reserve(Fiction.otherCVE)), by: cleo).then(.identifiers(.reserved(Fiction.otherCVE)))
    returned.when(.identifiers(.waive(reason: "Below the line.")), by: cleo).allowed()
  }

  @Test func `An id that readers know is not returned`() {
    given(.published).when(.identifiers(.giveBack(reason: "x")), by: cleo).refused(rule: "C1", saying: "published")
  }

  @Test func `With its id returned a case is turned down, or closed as a duplicate`() {
    let returned = given(.acknowledged).and(.identifiers(.reserve(Fiction.cve)), by: cleo)
      .and(.identifiers(.giveBack(reason: "No vulnerability.")), by: cleo)
    let closed = returned.and(.report(.reject(Fiction.rejection)), by: .triager("tess"))
      .and(.report(.confirmRejection), by: cleo)
    #expect(closed.subject.report.state == .closed)
    given(.accepted).and(.identifiers(.reserve(Fiction.cve))).and(.embargo(.terminate(reason: "x")))
      .and(.identifiers(.giveBack(reason: "The other case has one.")))
      .when(.report(.close(.duplicateOf, letter: "Known.")))
      .then(.report(.closed(Closure(disposition: .duplicateOf, letter: "Known."))))
  }
}
