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

  @Test func `A reserved id is published or rejected, never dropped`() {
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

  @Test func `After publication an id is a revision`() {
    given(.published).when(.identifiers(.waive(reason: "x")), by: cleo).refused(rule: "S64")
  }
}
