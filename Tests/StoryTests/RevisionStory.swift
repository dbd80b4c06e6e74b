import AdvisoryTypes
import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

/// What was published in a hurry is completed later, under the same id.
@Suite("Revisions")
struct RevisionStory {
  @Test("A holding advisory becomes its second revision when the fix is there", arguments: DatabaseKind.testable)
  func completed(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let copy = try await house.form(.alreadyPublic)
      try await copy.isReadyToHold()
      try await copy.publish(by: house.ben)
      // Somebody goes on writing before the tree has been carried out; what was released leaves all the same.
      var text = AdvisoryDraft.Text.holding
      text.title = "COPY discloses memory, fixed"
      let drafted = try await copy.by(house.ann, .advisory(.draft(text)))
      #expect(drafted.hasUnreleasedChanges)
      #expect(try await house.outbox.drain() > 0)
      let first = try #require(try await house.desk.publishedAdvisories().first)
      #expect(first.title == AdvisoryDraft.Text.holding.title)

      try await house.itIs("2026-12-02T09:12:00Z")
      for line in house.desk.policy.lines where line.isSupported(at: house.clock.now) {
        try await copy.by(house.dan, .remediation(.setLine(line.label, .willNotFix(from: line.first, reason: "Gone."))))
      }
      let sentence = try await copy.refusal(of: house.ben, .report(.close(.wontFixPublished, letter: "Thank you.")))
      #expect(sentence.contains("release the revision first"))
      let read = try await copy.now().advisory.contentVersion
      try await copy.by(house.ben, .advisory(.approve(contentVersion: read)))
      let again = try await house.desk.publish(copy.id, by: house.ben, note: "It will not be fixed.")
      #expect(again == first.id)
      try await house.outbox.drain()

      let published = try await house.desk.publishedAdvisories()
      let second = try #require(published.first)
      #expect(published.count == 1)
      #expect(second.title == "COPY discloses memory, fixed")
      #expect(second.published == first.published)
      #expect(second.updated == house.clock.now)
      #expect(second.revisions.map(\.note) == ["Initial publication", "It will not be fixed."])
      #expect(house.published("advisories/\(first.id).html")?.contains("It will not be fixed.") == true)
      try await copy.by(house.ben, .report(.close(.wontFixPublished, letter: "Thank you.")))
      #expect(try await house.desk.rebuild() == 1)
      #expect(try await house.desk.publishedAdvisories() == published, "the newest revision is the one to read")
    }
  }
}
