import Casework
import Testing

/// T15–T17, C1, V-RM: how a case ends.
@Suite struct ClosingTests {
  let cleo = Party.coordinator("cleo")
  let tess = Party.triager("tess")

  @Test func `A published case closes when its CVE record is out`() {
    let close = Case.Command.report(.close(.fixedPublished, letter: "Thank you, Rita."))
    given(.published).when(close).refused(rule: "T16", saying: "CVE-1900-0001")
    given(.published).and(.identifiers(.confirmRecord(evidence: "https://www.cve.org/CVERecord"))).when(close)
      .then(.report(.closed(Closure(disposition: .fixedPublished, letter: "Thank you, Rita."))))
  }

  @Test(arguments: [Stage.received, .valid])
  func `A report is never closed while it is received or valid`(_ stage: Stage) {
    given(stage).when(.report(.close(.duplicateOf, letter: "It is known."))).refused(
      rule: "V-RM", saying: "never closed")
  }

  @Test func `No case closes while an embargo is in force`() {
    let close = Case.Command.report(.close(.duplicateOf, letter: "It is known."))
    let deferred = given(.valid).and(.report(.defer(.init(reason: "Known.", review: day(30)))))
    deferred.when(close).refused(rule: "V-RM", saying: "embargo")
    given(.accepted).when(close).refused(rule: "V-RM", saying: "embargo")
    deferred.and(.embargo(.terminate(reason: "It is the other case's."))).when(close)
      .then(.report(.closed(Closure(disposition: .duplicateOf, letter: "It is known."))))
  }

  @Test func `The reporter gets last words`() {
    given(.accepted).and(.embargo(.terminate(reason: "x"))).when(.report(.close(.withdrawn, letter: " ")))
      .refused(rule: "T16")
  }

  @Test(arguments: Disposition.published)
  func `What was not published does not end as published`(_ disposition: Disposition) {
    given(.accepted).and(.embargo(.terminate(reason: "x"))).when(.report(.close(disposition, letter: "Bye.")))
      .refused(rule: "T16", saying: "Nothing has been published")
  }

  @Test(arguments: [Disposition.duplicateOf, .spamAbuse, .withdrawn, .upstreamHandedOver])
  func `What was published ends as published`(_ disposition: Disposition) {
    given(.published).when(.report(.close(disposition, letter: "Bye."))).refused(rule: "T16")
  }

  @Test(arguments: Disposition.rejections.union([.unsafeDefault]))
  func `A no is not told in passing: it has a form of its own`(_ disposition: Disposition) {
    given(.accepted).and(.embargo(.terminate(reason: "x"))).when(.report(.close(disposition, letter: "No.")))
      .refused(rule: "S27")
  }

  @Test func `Nobody keeps a vulnerability internal from here`() {
    given(.accepted).and(.embargo(.terminate(reason: "x"))).when(.report(.close(.internalOnly, letter: "Hush.")))
      .refused(rule: "S60")
  }

  @Test func `A reserved id does not go under with its case`() {
    given(.accepted).and(.identifiers(.reserve(Fiction.cve))).and(.embargo(.terminate(reason: "x")))
      .when(.report(.close(.duplicateOf, letter: "Known."))).refused(rule: "T16", saying: "CVE-1900-0001")
  }

  @Test func `Triagers close what is invalid, coordinators the rest`() {
    let close = Case.Command.report(.close(.insufficientInformation, letter: "We heard nothing more."))
    let invalid = given(.acknowledged).and(.report(.invalidate(missing: ["steps"], text: "How?")), by: tess)
      .and(.embargo(.terminate(reason: "x")))
    invalid.when(close, by: tess).allowed()
    given(.accepted).and(.embargo(.terminate(reason: "x"))).when(close, by: tess).refused(rule: "T16")
  }

  @Test(arguments: Case.Command.Name.allCases)
  func `A closed case stays as it is: news are a new report`(_ name: Case.Command.Name) {
    let everybody = Party(PartyID("all"), roles: Set(Role.allCases))
    let closed = given(.acknowledged).and(.report(.declareUnsafeDefault(Fiction.unsafeDefault)), by: tess)
    switch name {
    // Who was told no may contest it (T23).
    case .passTime, .recordReceipt, .write: #expect(closed.refusal(of: name, by: everybody) == nil)
    case .confirmCVERecord: #expect(closed.refusal(of: name, by: everybody)?.rule == "K13")
    default: #expect(closed.refusal(of: name, by: everybody)?.rule == "T17")
    }
  }

  @Test func `A case that closed as published takes no more words`() {
    let closed = given(.published).and(.identifiers(.confirmRecord(evidence: "https://www.cve.org")))
      .and(.report(.close(.fixedPublished, letter: "Thank you.")))
    #expect(closed.refusal(of: .write, by: .reporter)?.rule == "T17")
  }
}
