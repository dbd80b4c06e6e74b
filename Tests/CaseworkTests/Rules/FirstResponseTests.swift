import Casework
import Testing

/// T2, T3, S24: a person answers, then answers with a plan and with workarounds.
@Suite struct FirstResponseTests {
  let tess = Party.triager("tess")

  @Test func `A person acknowledges the report`() {
    given(.received).when(.report(.acknowledge(text: "Thank you.")), by: tess)
      .then(.report(.acknowledged(text: "Thank you.")))
  }

  @Test func `An acknowledgement has words`() {
    given(.received).when(.report(.acknowledge(text: "  ")), by: tess).refused(rule: "T2")
  }

  @Test func `A report is acknowledged once`() {
    given(.acknowledged).when(.report(.acknowledge(text: "Again.")), by: tess).refused(rule: "T2", saying: "already")
  }

  @Test func `The first response comes after the acknowledgement`() {
    given(.received).when(.report(.respond(Fiction.response)), by: tess).refused(rule: "T2", saying: "Acknowledge")
  }

  @Test func `The first response holds a plan and workarounds, and the reporter reads both`() throws {
    let scene = given(.acknowledged).when(.report(.respond(Fiction.response)), by: tess)
      .then(.report(.responded(Fiction.response)))
    let letter = try #require(scene.subject.conversation.letters.last)
    #expect(letter.audience == .reporter)
    #expect(letter.text.contains("Reproduce it (Tess, by 2026-03-05 09:00 UTC)"))
    #expect(letter.text.contains("Turn the wick down."))
  }

  @Test func `That no workaround is known yet is an answer, with the day on which it is looked at again`() {
    var response = Fiction.response
    response.workarounds = .noneKnown(revisit: day(5))
    given(.acknowledged).when(.report(.respond(response)), by: tess).then(.report(.responded(response)))
  }

  @Test(arguments: incomplete)
  func `The first response is refused while a part of it is missing`(_ response: FirstResponse) {
    given(.acknowledged).when(.report(.respond(response)), by: tess).refused(rule: "S24")
  }

  @Test func `The first response is sent once`() {
    given(.answered).when(.report(.respond(Fiction.response)), by: tess).refused(rule: "T3")
  }

  static let incomplete: [FirstResponse] = {
    func response(_ change: (inout FirstResponse) -> Void) -> FirstResponse {
      var response = Fiction.response
      change(&response)
      return response
    }
    return [
      response { $0.text = "" }, response { $0.plan = [] }, response { $0.plan[0].what = " " },
      response { $0.plan[0].owner = "" }, response { $0.plan[0].due = day(-1) },
      response { $0.workarounds = .known([]) }, response { $0.workarounds = .known([" ", ""]) },
      response { $0.workarounds = .noneKnown(revisit: day(-1)) },
    ]
  }()
}
