import Casework
import Testing

/// S65–S68, C2: a default that is not safe is answered with guidance, and is no vulnerability.
@Suite struct UnsafeDefaultTests {
  let tess = Party.triager("tess")

  @Test func `An unsafe default is closed with its explanation, the guide and what we take from it`() throws {
    let scene = given(.acknowledged).when(.report(.declareUnsafeDefault(Fiction.unsafeDefault)), by: tess).allowed()
    let closure = try #require(scene.subject.report.closure)
    #expect(closure.disposition == .unsafeDefault)
    #expect(closure.unsafeDefault == Fiction.unsafeDefault)
    for words in ["Our defaults are not safe", "lit by default", "https://lantern.example/guide", "Ship it unlit."] {
      #expect(closure.letter.contains(words))
    }
    #expect(scene.subject.embargo.state == .exited)
  }

  @Test func `A control that somebody configured and that is bypassed is an ordinary vulnerability`() {
    var answers = Fiction.unsafeDefault
    answers.bypassesControl = true
    refused(answers, "S68", "bypassed")
  }

  @Test func `What is no default is an ordinary report`() {
    var answers = Fiction.unsafeDefault
    answers.isDefault = false
    refused(answers, "S65", "not a default")
  }

  @Test func `The case's own explanation, the guide and the item for the backlog are needed`() {
    var answers = Fiction.unsafeDefault
    answers.explanation = "As documented."
    refused(answers, "S65", "explanation")
    answers = Fiction.unsafeDefault
    answers.guidance = ""
    refused(answers, "S65", "guidance")
    answers = Fiction.unsafeDefault
    answers.hardeningItem = " "
    refused(answers, "S67", "backlog")
  }

  @Test func `An undocumented default is admitted`() throws {
    var answers = Fiction.unsafeDefault
    answers.documented = false
    let scene = given(.acknowledged).when(.report(.declareUnsafeDefault(answers)), by: tess).allowed()
    #expect(try #require(scene.subject.report.closure).letter.contains("not documented"))
  }

  @Test func `A project that acts on unsafe defaults goes on with the assessment`() {
    var policy = Fiction.policy
    policy.switches.actOnUnsafeDefaults = true
    given(.acknowledged, policy: policy).when(.report(.declareUnsafeDefault(Fiction.unsafeDefault)), by: tess)
      .refused(rule: "C2")
  }

  @Test func `Nobody is told so before a person has answered`() {
    given(.received).when(.report(.declareUnsafeDefault(Fiction.unsafeDefault)), by: tess).refused(rule: "T2")
  }

  private func refused(
    _ answers: UnsafeDefault, _ rule: String, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    given(.acknowledged).when(.report(.declareUnsafeDefault(answers)), by: tess)
      .refused(rule: rule, saying: words, sourceLocation: sourceLocation)
  }
}
