import Casework
import Desk
import EmbargoTesting
import Foundation
import PolicyFile
import Testing

@Suite("A policy in force")
struct PolicyAdoptionTests {
  @Test("A changed text needs a new version", arguments: DatabaseKind.testable)
  func changed(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let (desk, policy) = (house.desk, house.desk.policy)
      let text = try Repository.text("policies/warehousepg/policy.yaml")
      try await desk.adopt(policy, document: text)
      await #expect {
        try await desk.adopt(policy, document: text + "\n# a small change\n")
      } throws: { error in
        (error as? Refusal)?.sentence
          == "The policy's version \(policy.version) is recorded with another text already. Give the changed policy a new version."
      }
      #expect(try await Desk.lastPolicy(in: desk.database) == text, "the promise that was made still stands")
    }
  }

  @Test("Many who put the same policy into force at once agree", arguments: DatabaseKind.testable)
  func atOnce(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      var policy = house.desk.policy
      policy.version = "2027-01"
      let next = policy
      try await withThrowingTaskGroup { group in
        for _ in 1...4 { group.addTask { try await house.desk.adopt(next, document: "the next text") } }
        try await group.waitForAll()
      }
      #expect(try await Desk.policyDocuments(in: house.desk.database)["2027-01"] == "the next text")
    }
  }

  @Test("A case keeps the promises under which it came in", arguments: DatabaseKind.testable)
  func promises(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let before = try await house.mail("W1", from: "rita@reporter.example")
      var slower = house.desk.policy
      slower.version = "2027-01"
      slower.clocks.acknowledgeBusinessDays = 4
      let old = house.desk.policy
      let desk = house.desk(policy: slower, earlier: [old.version: old])
      try await desk.adopt(slower, document: "the slower text")
      let after = try await desk.receive(.alreadyPublic).id

      #expect(try await before.now().report.submission?.policyVersion == old.version)
      #expect(try await desk.load(after)?.report.submission?.policyVersion == "2027-01")
      try await desk.perform(.conversation(.write(.note("Touched under the new one."))), on: before.id, by: house.ben)
      let due = { (id: CaseID) in try await desk.cases().first { $0.id == id }?.nextDue }
      #expect(try await due(before.id) == utc("2026-12-03T09:12:00Z"), "two business days were promised")
      let clocks = try #require(try await desk.load(after)).clocks(under: slower)
      #expect(try clocks.first { $0.id == .acknowledge }?.due == utc("2026-12-07T09:12:00Z"))
      #expect(try await Desk.lastPolicy(in: desk.database) != nil)
    }
  }
}
