import Casework
import Foundation
import Testing

/// G1: somebody other than the author approves, and approves what was read.
@Suite struct ApprovalTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")

  @Test func `The author does not approve`() {
    let drafted = given(.planned).and(.advisory(.draft(Fiction.text)), by: cleo)
    drafted.when(.advisory(.approve(contentVersion: drafted.subject.advisory.contentVersion)), by: cleo)
      .refused(rule: "G1", saying: "another")
    given(.planned).when(.advisory(.approve(contentVersion: 0)), by: cleo).refused(rule: "G1", saying: "no draft")
  }

  @Test func `Whoever takes over the words takes over the authorship`() {
    given(.approved).and(.advisory(.draft(Fiction.text)), by: cleo).when(release, at: day(21)).refused(rule: "G1")
  }

  @Test func `An approval is of what was read`() {
    let drafted = given(.drafted)
    let read = drafted.subject.advisory.contentVersion
    drafted.and(.plan(.addMitigation(Fiction.mitigation)), by: tess)
      .when(.advisory(.approve(contentVersion: read)), by: cleo).refused(
        rule: "G1", saying: "changed since you read it")
  }

  @Test(arguments: changes.indices)
  func `Any change of what the advisory says voids the approval`(_ index: Int) {
    let (command, party) = Self.changes[index]
    let changed = given(.approved).and(command, by: party)
    #expect(changed.subject.advisory.approval == nil)
    #expect(changed.refusal(of: .release, by: cleo, at: day(21))?.rule.contains("G1") == true)
  }

  @Test func `What the advisory does not say leaves the approval alone`() {
    let scene = given(.approved)
      .and(.conversation(.write(.init(audience: .reporter, text: "Soon."))))
      .and(.facts(.record(.deployed, .init("our own site", happened: day(0)))), by: tess)
      .and(.remediation(.setTimeline(Fiction.timeline)), by: cleo)
    #expect(scene.subject.advisory.approval?.by == cleo.id)
  }

  /// Everything that the advisory says comes from one of these.
  static let changes: [(Case.Command, Party)] = {
    var text = Fiction.text
    text.summary = "Other words."
    var finding = Fiction.finding
    finding.versions = "1.2.0 up to 1.4.1"
    var release = Fiction.release
    release.version = "1.4.3"
    let tess = Party.triager("tess")
    return [
      (.advisory(.draft(text)), tess), (.assessment(.assess(finding)), tess),
      (
        .assessment(
          .score(.init(vectors: ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"], isFinal: true, reason: "Worse."))),
        tess
      ),
      (.remediation(.setLine("2.x", .willNotFix(from: "2.0", reason: "Rewritten."))), .developer("dora")),
      (.remediation(.registerRelease(release)), .releaseManager("rhea")),
      (.plan(.addMitigation(Fiction.mitigation)), tess),
      (.report(.chooseCredit(.init(wanted: true, name: "Rita R."))), .reporter),
      (.facts(.record(.attacks, .init("a honeypot", happened: day(0)))), tess),
      (.facts(.record(.exploit, .init("a blog", happened: day(0)))), tess),
    ]
  }()

  private let release = Case.Command.publication(.release(id: "LNTN-2026-0001"))
}
