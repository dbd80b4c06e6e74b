import Testing

@testable import Casework

/// T1, S3, S13, E1, E3: what a report makes of a case on the day it comes in.
@Suite struct ReceiptTests {
  @Test func `A report starts the case, and the published default embargo binds at once`() {
    let end = day(21)
    Scene().when(.report(.receive(Fiction.submission)), by: .desk, at: day(0)).then(
      .report(.received(Fiction.submission)), .facts(.vendorAware),
      .embargo(.proposed(until: end, reason: "the policy's default", delay: nil)), .embargo(.accepted(until: end)),
      .embargo(.consented(.reporter)))
  }

  @Test func `The default embargo is active, with one version of its terms and the reporter's consent`() {
    let embargo = given(.received).subject.embargo
    #expect(embargo.state == .active)
    #expect(embargo.terms == .init(version: 1, end: day(21)))
    #expect(embargo.consent[.reporter]?.adheres == true)
    #expect(embargo.proposal == nil)
  }

  @Test func `Without a default in the policy there is no embargo`() {
    var policy = Fiction.policy
    policy.embargo.defaultDays = nil
    let embargo = given(.published, policy: policy).subject.embargo
    #expect(embargo == Embargo())
  }

  @Test func `A text alone is a report, without name, contact or certainty`() {
    let submission = Submission(channel: .web, title: "", text: "I am not sure.", policyVersion: "2026-01")
    let scene = Scene().when(.report(.receive(submission)), by: .reporter).allowed()
    #expect(scene.subject.report.state == .received)
    #expect(submission.whatWouldHelp.count == 5)
  }

  @Test func `A report without a word is refused`() {
    let submission = Submission(channel: .web, title: "Wick", text: " \n", policyVersion: "2026-01")
    Scene().when(.report(.receive(submission)), by: .desk).refused(rule: "S3")
  }

  @Test func `A text beyond a megabyte is refused, never cut`() {
    var submission = Fiction.submission
    submission.text = String(repeating: "a", count: 1 << 20)
    _ = Scene().when(.report(.receive(submission)), by: .desk).allowed()
    submission.text += "a"
    Scene().when(.report(.receive(submission)), by: .desk).refused(rule: "S3", saying: "1048577", "1048576")
  }

  @Test func `What is public already is public at birth, and no embargo begins`() {
    var submission = Fiction.submission
    submission.alreadyPublic = "https://blog.example/wick"
    let scene = Scene().when(.report(.receive(submission)), by: .desk, at: day(0)).then(
      .report(.received(submission)), .facts(.vendorAware),
      .facts(.publicAware(.init("https://blog.example/wick", happened: day(0)), byOurselves: false)))
    #expect(scene.subject.embargo.state == .none)
    for party in [Party.coordinator("cleo"), .triager("tess"), .reporter] {
      scene.when(.embargo(.propose(until: day(7), reason: "time", delay: nil)), by: party)
        .refused(rule: "E2", saying: "public")
    }
  }

  @Test func `A report of attacks is a claim at first`() {
    var submission = Fiction.submission
    submission.exploited = "Seen in my logs."
    let facts = Scene().when(.report(.receive(submission)), by: .desk, at: day(0)).allowed().subject.facts
    #expect(facts.state.description == "Vfdpxa")
    #expect(facts.claims.map(\.fact) == [.attacks])
  }

  @Test func `A case holds one report`() {
    given(.received).when(.report(.receive(Fiction.submission)), by: .desk).refused(rule: "V-RM")
  }

  @Test(arguments: Case.Command.Name.allCases.filter { $0 != .receive })
  func `Before a report comes in nothing can be done`(_ name: Case.Command.Name) {
    let everybody = Party(PartyID("all"), roles: Set(Role.allCases))
    #expect(Scene().refusal(of: name, by: everybody)?.rule == "T1")
  }
}
