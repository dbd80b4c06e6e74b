import Casework
import Foundation
import Testing

/// A date that has passed is refused with both times, wherever one is asked for.
@Suite struct PastDateTests {
  static let commands: [(Case.Command, Party, String)] = {
    let past = day(4)
    var response = Fiction.response
    response.plan[0].due = past
    var revisit = Fiction.response
    revisit.workarounds = .noneKnown(revisit: past)
    revisit.plan[0].due = day(90)
    var timeline = Fiction.timeline
    timeline.date = past
    return [
      (.report(.respond(response)), .triager("tess"), "S24"), (.report(.respond(revisit)), .triager("tess"), "S24"),
      (.report(.defer(.init(reason: "Later.", review: past))), .coordinator("cleo"), "T8"),
      (.embargo(.propose(until: past, reason: "x", delay: nil)), .reporter, "S54"),
      (.embargo(.propose(until: past, reason: "x", delay: nil)), .triager("tess"), "S54"),
      (.embargo(.decideDate(past, reason: "x")), .coordinator("cleo"), "S55"),
      (.remediation(.setTimeline(timeline)), .releaseManager("rhea"), "S41"),
      (.remediation(.setLine("1.x", .underInvestigation(followUp: past))), .developer("dora"), "S46"),
    ]
  }()

  @Test(arguments: commands.indices)
  func `A date in the past is refused with both times`(_ index: Int) {
    let (command, party, rule) = Self.commands[index]
    let scene = if case .report(.respond) = command { given(.acknowledged) } else { given(.accepted) }
    scene.when(command, by: party, at: day(9, 1.5))
      .refused(rule: rule, saying: "lies in the past (2026-03-06 09:00 UTC)", "it is 2026-03-11 10:30 UTC now")
  }

  @Test func `The present moment is no later date`() {
    given(.valid).when(.embargo(.propose(until: day(5), reason: "x", delay: nil)), by: .reporter, at: day(5))
      .refused(rule: "S54")
  }

  @Test(arguments: [
    (0.0, "1970-01-01 00:00 UTC"), (-1, "1969-12-31 23:59 UTC"), (951_827_696, "2000-02-29 12:34 UTC"),
    (1_798_761_599, "2026-12-31 23:59 UTC"), (-62_135_596_800, "0001-01-01 00:00 UTC"),
  ])
  func `A time is shown with its hour and its zone`(_ seconds: Double, _ text: String) {
    #expect(Date(timeIntervalSince1970: seconds).utcText == text)
  }
}
