import Foundation
import Testing

@testable import Casework

/// K1, K2, K8, K12, K13: promises in time.
@Suite struct ClockTests {
  let tess = Party.triager("tess")

  @Test func `A report starts the acknowledgement and the first response, in business days`() throws {
    let scene = given(.received)
    #expect(try clock(.acknowledge, scene) == Clock(id: .acknowledge, started: day(0), due: day(2), stopped: nil))
    // Five business days from a Monday end on the next Monday.
    #expect(try clock(.firstResponse, scene).due == day(7))
  }

  @Test func `Only a person's answer stops the first clock`() throws {
    let waiting = given(.received).and(.facts(.record(.attacks, .init("seen", happened: day(0)))), by: tess)
      .and(.conversation(.write(.init(audience: .reporter, text: "Soon."))), by: tess)
    #expect(try clock(.acknowledge, waiting).isRunning())
    let answered = waiting.and(.report(.acknowledge(text: "Thank you.")), by: tess, at: day(1))
    #expect(try clock(.acknowledge, answered).stopped == day(1))
    #expect(try clock(.firstResponse, answered).isRunning())
  }

  @Test func `Only the response with plan and workarounds stops the second clock`() throws {
    let scene = given(.acknowledged).and(.report(.respond(Fiction.response)), by: tess, at: day(1))
    #expect(try clock(.firstResponse, scene).stopped == day(1))
  }

  @Test func `A promise that was kept late stays late`() throws {
    let scene = given(.received).and(.report(.acknowledge(text: "Sorry.")), by: tess, at: day(3))
    #expect(try clock(.acknowledge, scene).isOverdue(at: day(3)))
    #expect(try clock(.acknowledge, scene).isOverdue(at: day(300)))
    let good = given(.received).and(.report(.acknowledge(text: "Hello.")), by: tess, at: day(2))
    #expect(try clock(.acknowledge, good).isOverdue(at: day(300)) == false)
  }

  @Test func `A running promise is late from the moment after it was due`() throws {
    let running = try clock(.acknowledge, given(.received))
    #expect(!running.isOverdue(at: day(2)))
    #expect(running.isOverdue(at: day(2, 0.001)))
  }

  @Test func `The embargo's clock follows the agreed end, and stops when silence is over`() throws {
    let scene = given(.valid)
    #expect(try clock(.embargoEnd, scene).due == day(21))
    let revised = scene.and(.embargo(.propose(until: day(10), reason: "x", delay: nil)), by: .reporter)
    #expect(try clock(.embargoEnd, revised).due == day(21))
    let agreed = revised.and(.embargo(.accept))
    #expect(try clock(.embargoEnd, agreed).due == day(10))
    let over = agreed.and(.embargo(.passTime), by: .desk, at: day(10))
    #expect(try clock(.embargoEnd, over).stopped == day(10))
  }

  @Test func `What is public already asks for a statement in a day and for mitigations in three`() throws {
    var submission = Fiction.submission
    submission.alreadyPublic = "a blog"
    let known = given(.accepted, submission)
    #expect(try clock(.holdingStatement, known).due == day(1))
    #expect(try clock(.mitigationStatement, known).due == day(3))
    let mitigated = known.and(.plan(.addMitigation(Fiction.mitigation)), by: tess)
    #expect(try clock(.mitigationStatement, mitigated).isRunning())
    let drafted = mitigated.and(.advisory(.draft(Fiction.text)), by: tess)
    let out = drafted.and(.advisory(.approve(contentVersion: drafted.subject.advisory.contentVersion)))
      .and(.publication(.release(id: "A")), at: day(2))
    #expect(try clock(.holdingStatement, out).stopped == day(2))
    #expect(try clock(.mitigationStatement, out).stopped == day(2))
    #expect(try clock(.holdingStatement, out).isOverdue(at: day(2)))
  }

  @Test func `Our own publication starts no clock for what others made public`() {
    let ids = given(.published).subject.clocks(under: Fiction.policy).map(\.id)
    #expect(!ids.contains(.holdingStatement))
  }

  @Test func `The CVE record follows the advisory within three days`() throws {
    let scene = given(.published)
    #expect(try clock(.cveRecord, scene).started == day(21))
    #expect(try clock(.cveRecord, scene).due == day(24))
    let out = scene.and(.identifiers(.confirmRecord(evidence: "https://www.cve.org")), at: day(22))
    #expect(try clock(.cveRecord, out).stopped == day(22))
    #expect(given(.approved).subject.clocks(under: Fiction.policy).allSatisfy { $0.id != .cveRecord })
  }

  @Test func `The targets are the policy's`() {
    var policy = Fiction.policy
    policy.clocks.acknowledgeBusinessDays = 1
    #expect(given(.received).subject.clocks(under: policy).first?.due == day(1))
  }

  @Test func `The next deadline is the running clock that is due first`() {
    #expect(given(.received).subject.nextDeadline(under: Fiction.policy)?.id == .acknowledge)
    #expect(given(.acknowledged).subject.nextDeadline(under: Fiction.policy)?.id == .firstResponse)
    #expect(given(.answered).subject.nextDeadline(under: Fiction.policy)?.id == .embargoEnd)
    #expect(given(.published).subject.nextDeadline(under: Fiction.policy)?.id == .cveRecord)
  }

  private func clock(_ id: Clock.ID, _ scene: Scene) throws -> Clock {
    try #require(scene.subject.clocks(under: scene.policy).first { $0.id == id })
  }
}
