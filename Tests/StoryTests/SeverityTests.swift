import Casework
import Desk
import EmbargoTesting
import JSON
import Testing

@Suite("Severity and priority")
struct SeverityTests {
  @Test("Machines read every score, what the reporter proposed, and why the case has its priority")
  func view() async throws {
    try await withHouse(.sqlite) { house in
      let rita = try await FirstLight().untilReady(at: house)
      let view = try await rita.now().view(at: house.clock.now, policy: house.desk.policy)
      let scores = try #require(view["scores"]?.array)
      #expect(scores.map { $0["version"]?.string } == ["4.0", "3.1"])
      #expect(scores.map { $0["vector"]?.string } == Words.vectors)
      #expect(scores.map { $0["score"]?.number } == ["7.1", "6.5"])
      #expect(scores.map { $0["severity"]?.string } == ["High", "Medium"])
      #expect(scores.allSatisfy { $0["final"]?.bool == true && $0["lines"]?.array?.isEmpty == true })
      #expect(scores.last?["explanation"]?.string == "An account is needed, and the operator gives it.")
      #expect(view["vector"]?.string == Words.vectors[0], "the headline")
      let proposals = try #require(view["score_proposals"]?.array)
      #expect(proposals.map { $0["severity"]?.string } == ["High"])
      #expect(proposals.map { $0["side"]?.string } == ["reporter"])
      #expect(view["ssvc"]?["ssvc:DSOI:1.0.0"]?["name"]?.string == "Scheduled")
      #expect(view["ssvc"]?["ssvc:E:1.1.0"]?["key"]?.string == "N")
      #expect(view["priority"]?.string == "P1")
      #expect(view["priority_reasons"]?.array?.map { $0["priority"]?.string } == ["P1", "P2"])
    }
  }

  @Test("A provisional score shows in the list at once", arguments: DatabaseKind.testable)
  func list(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let rita = try await house.mail("W1", from: "rita@reporter.example")
      #expect(try await house.desk.cases().map(\.score) == [nil])
      try await rita.by(house.ann, .assessment(.score(.init(vectors: Words.vectors))))
      #expect(try await house.desk.cases().map(\.score) == ["7.1 High, provisional"])
      try await rita.by(house.ann, .assessment(.score(.init(vectors: Words.vectors, isFinal: true))))
      #expect(try await house.desk.cases().map(\.score) == ["7.1 High"])
      #expect(try await house.desk.rebuild() == 1)
      #expect(try await house.desk.cases().map(\.score) == ["7.1 High"], "made again from the events")
    }
  }

  @Test("Two vectors that become final at once ring the reporter's bell once")
  func bell() async throws {
    try await withHouse(.sqlite) { house in
      let rita = try await house.mail("W1", from: "rita@reporter.example")
      try await house.outbox.drain()
      try await rita.by(house.ann, .assessment(.score(.init(vectors: Words.vectors))))
      #expect(try await house.outbox.drain() == 0, "a provisional score rings nothing")
      try await rita.by(
        house.ann, .assessment(.score(.init(vectors: Words.vectors, isFinal: true, reason: "confirmed by tests"))))
      #expect(try await house.outbox.drain() == 1)
      #expect(try house.letters().allSatisfy { !$0.contains("CVSS") && !$0.contains("7.1") })
    }
  }

  @Test("A score keeps the promise that the clock begins with validity")
  func promise() async throws {
    try await withHouse(.sqlite) { house in
      let first = FirstLight()
      let rita = try await first.aReportArrives(at: house)
      try await first.aPersonAnswers(rita)
      try await rita.by(house.ann, .report(.reproduce(Words.reproduction)))
      try await rita.by(house.ann, .report(.validate(duplicates: "none")))
      #expect(try await rita.due(.provisionalScore) == utc("2026-12-02T10:42:00Z"))
      try await house.itIs("2026-12-02T12:00:00Z")
      try await rita.by(house.ann, .assessment(.score(.init(vectors: Words.vectors))))
      let clock = try await rita.now().clocks(under: house.desk.policy).first { $0.id == .provisionalScore }
      #expect(clock?.isOverdue(at: house.clock.now) == true, "late stays late")
    }
  }
}
