import Casework
import Testing

/// T4–T9, S22: from a report to a decision on it.
@Suite struct VerdictTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")

  @Test func `A verdict rests on a reproduction`() {
    given(.answered).when(.report(.validate(duplicates: "none")), by: tess).refused(rule: "S22", saying: "reproduction")
    given(.reproduced).when(.report(.validate(duplicates: "none")), by: tess)
      .then(.report(.validated(duplicates: "none")))
  }

  @Test func `Not to have tried is a reproduction too, with the reason`() {
    var reproduction = Reproduction(outcome: .notAttempted, environment: "none", notes: "")
    given(.answered).when(.report(.reproduce(reproduction)), by: tess).refused(rule: "S22")
    reproduction.notes = "It would take a lighthouse."
    _ = given(.answered).and(.report(.reproduce(reproduction)), by: tess)
      .when(.report(.validate(duplicates: "none")), by: tess).allowed()
  }

  @Test func `Duplicates are searched for before a report is valid`() {
    given(.reproduced).when(.report(.validate(duplicates: " ")), by: tess).refused(rule: "T6")
  }

  @Test func `A report is held as invalid with what is missing, and the reporter is asked for it`() throws {
    given(.acknowledged).when(.report(.invalidate(missing: [], text: "More.")), by: tess).refused(rule: "T4")
    given(.acknowledged).when(.report(.invalidate(missing: [" "], text: "More.")), by: tess).refused(rule: "T4")
    given(.acknowledged).when(.report(.invalidate(missing: ["a version"], text: "")), by: tess).refused(rule: "T4")
    let scene = given(.acknowledged).when(.report(.invalidate(missing: ["a version"], text: "More, please.")), by: tess)
      .then(.report(.invalidated(missing: ["a version"], text: "More, please.")))
    #expect(try #require(scene.subject.conversation.letters.last).text.contains("- a version"))
    #expect(scene.subject.waitingOn == .reporter)
  }

  @Test func `An invalid report can become valid with what the reporter adds`() {
    let scene = given(.reproduced).and(.report(.invalidate(missing: ["a version"], text: "Which?")), by: tess)
      .and(.conversation(.write(.init(audience: .reporter, text: "1.4.1"))), by: .reporter)
      .and(.report(.validate(duplicates: "none")), by: tess)
    #expect(scene.subject.report.state == .valid)
    #expect(scene.subject.report.missing.isEmpty)
  }

  @Test func `A valid report does not become invalid again`() {
    given(.valid).when(.report(.invalidate(missing: ["x"], text: "y")), by: tess).refused(rule: "V-RM", saying: "valid")
  }

  @Test func `A report is accepted with its assessment, and the matrix opens a row for each supported line`() {
    given(.valid).when(.report(.accept), by: tess).refused(rule: "S31", saying: "assessment")
    given(.valid).and(.assessment(.assess(Fiction.finding)), by: tess).when(.report(.accept), by: tess)
      .then(.report(.accepted), .remediation(.opened(lines: ["1.x", "2.x"])))
  }

  @Test func `A report is valid before it is accepted`() {
    given(.reproduced).and(.assessment(.assess(Fiction.finding)), by: tess).when(.report(.accept), by: tess)
      .refused(rule: "V-RM", saying: "Validate")
  }

  @Test(arguments: [Stage.valid, .accepted])
  func `A lead puts a report off with a reason and a day`(_ stage: Stage) {
    let deferral = Deferral(reason: "The lamp season is over.", review: day(60))
    given(stage).when(.report(.defer(deferral)), by: cleo).then(.report(.deferred(deferral)))
    given(stage).when(.report(.defer(.init(reason: "", review: day(60)))), by: cleo).refused(rule: "T8")
    given(stage).when(.report(.defer(.init(reason: "Later.", review: day(-1)))), by: cleo).refused(rule: "T8")
    given(stage).when(.report(.defer(deferral)), by: tess).refused(rule: "3.2")
  }

  @Test(arguments: [Facts.Fact.public, .exploit, .attacks])
  func `What is public or attacked is not put off`(_ fact: Facts.Fact) {
    given(.accepted).and(.facts(.record(fact, .init("seen", happened: day(0)))), by: tess)
      .when(.report(.defer(.init(reason: "Later.", review: day(60)))), by: cleo).refused(rule: "T8")
  }

  @Test func `A deferred report can be taken up again`() {
    let scene = given(.accepted).and(.report(.defer(.init(reason: "Later.", review: day(60)))), by: cleo)
      .when(.report(.accept), by: cleo).then(.report(.accepted))
    #expect(scene.subject.report.deferral == nil)
  }
}
