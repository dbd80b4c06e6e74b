import Casework
import Testing

/// S11, S26, S30: who reads what, and whose move it is.
@Suite struct ConversationTests {
  @Test func `A message says who reads it`() {
    let message = Conversation.Message(audience: .team, text: "It is the wick.")
    let scene = given(.received).when(.conversation(.write(message)), by: .developer("dora"))
      .then(.conversation(.written(message)))
    #expect(scene.subject.conversation.letters.last?.audience == .team)
    given(.received).when(.conversation(.write(.init(audience: .team, text: " ")))).refused(rule: "S11")
  }

  @Test func `A reporter writes to the shared thread`() {
    given(.received).when(.conversation(.write(.init(audience: .team, text: "Hello?"))), by: .reporter)
      .refused(rule: "S11")
  }

  @Test(arguments: [Party.developer("dora"), .releaseManager("rhea")])
  func `Developers and release managers write to the team alone`(_ party: Party) {
    given(.received).when(.conversation(.write(.init(audience: .reporter, text: "Hello."))), by: party)
      .refused(rule: "3.2")
  }

  @Test func `A question to the reporter makes the reporter the next to move, until the answer`() {
    let asked = given(.acknowledged)
      .and(.conversation(.write(.init(audience: .reporter, text: "Which version?", asks: true))))
    #expect(asked.subject.waitingOn == .reporter)
    let answered = asked.and(.conversation(.write(.init(audience: .reporter, text: "1.4.1"))), by: .reporter)
    #expect(answered.subject.waitingOn == .team)
  }

  @Test func `A question that the reporter cannot read asks nothing of the reporter`() {
    given(.acknowledged).when(.conversation(.write(.init(audience: .team, text: "Which version?", asks: true))))
      .refused(rule: "S11")
  }

  @Test func `A reporter who has answered is waited for no longer, though the report is still held`() {
    let held = given(.acknowledged).and(.report(.invalidate(missing: ["steps"], text: "How?")), by: .triager("tess"))
    #expect(held.subject.phase(at: held.soon) == .waitingForReporter)
    let answered = held.and(.conversation(.write(.init(audience: .reporter, text: "So."))), by: .reporter)
    #expect(answered.subject.report.state == .invalid)
    #expect(answered.subject.waitingOn == .team)
    #expect(answered.subject.statusForReporter(at: answered.soon) == "Being examined.")
  }

  @Test func `The reporter reads what was sent, and nothing of the team's`() {
    let scene = given(.answered).and(.conversation(.write(.init(audience: .team, text: "Secret."))))
    let shared = scene.subject.conversation.letters.filter { $0.audience == .reporter }
    #expect(shared.map(\.by) == [.reporter, PartyID("tess"), PartyID("tess")])
    #expect(!shared.contains { $0.text.contains("Secret") })
  }
}
