import AdvisoryTypes
import Casework
import Desk
import EmbargoTesting
import Foundation
import Storage
import Testing

/// Read this first: what a vulnerability desk is for, minute by minute.
///
/// Rita has found that WarehousePG shows one tenant's rows to another. Ann triages her report, Dan mends it, Ben and Cleo
/// coordinate, Rae releases. Nothing is pretended but the time.
@Suite("First light")
struct FirstLight {
  @Test("A mailed report becomes a published advisory", arguments: DatabaseKind.testable)
  func story(kind: DatabaseKind) async throws {
    try await withHouse(kind) { house in
      let rita = try await aReportArrives(at: house)
      try await aPersonAnswers(rita)
      try await theVerdict(rita)
      try await theDateIsAgreed(rita)
      try await theFix(rita)
      try await theWords(rita)
      try await untilTheHourNothingLeaves(rita)
      try await theHour(rita)
      try await nothingIsToldTwice(rita)
      try await theEnd(rita)
      try await theHistoryIsTheProof(rita)
    }
  }

  /// Tuesday, 1 December 2026, 09:12 UTC.
  func aReportArrives(at house: House) async throws -> Matter {
    let rita = try await house.mail("W1", from: "rita@reporter.example")
    let report = try #require(try await rita.now().report.submission)
    #expect(report.title == "Row-level security leaks rows of other tenants through a merge join")
    #expect(report.name == "Rita Grünwald")
    #expect(report.attachments.map(\.name) == ["poc.sql"])
    #expect(try await rita.phase() == .new)
    #expect(try await house.desk.source(of: rita.id) == Repository.bytes("examples/mails/W1.eml"), "byte for byte")

    // The policy promises an answer within two business days, a plan within five, and silence for three weeks.
    #expect(try await rita.due(.acknowledge) == utc("2026-12-03T09:12:00Z"))
    #expect(try await rita.due(.firstResponse) == utc("2026-12-08T09:12:00Z"))
    #expect(try await rita.now().embargo.terms?.end == utc("2026-12-22T09:12:00Z"))

    // A receipt goes back at once: a handle, a secret, and not a word of what she wrote.
    #expect(try await house.outbox.drain() == 1)
    let receipt = try #require(try house.letters().first)
    #expect(receipt.contains("rita@reporter.example") && receipt.contains(rita.id.text))
    #expect(!receipt.contains("tenant") && !receipt.contains("merge join"))
    let room = try await house.desk.enterRoom(rita.id, secret: try secret(in: receipt))
    #expect(try await house.desk.room(session: try #require(room)) == rita.id, "the secret opens her room")
    return rita
  }

  /// An hour and a half later.
  func aPersonAnswers(_ rita: Matter) async throws {
    let (house, ann) = (rita.house, rita.house.ann)
    try await house.itIs("2026-12-01T10:42:00Z")
    try await rita.by(ann, .report(.acknowledge(text: "Thank you, Rita. I am Ann; I look at it today.")))
    #expect(try await rita.phase() == .triage)

    // An answer without a plan is no answer.
    let empty = try await rita.refusal(
      of: ann, .report(.respond(.init(text: "We are on it.", plan: [], workarounds: .known(["Revoke PREPARE."])))))
    #expect(empty == "The first response holds a plan: at least one step with an owner and a date.")
    try await rita.by(ann, .report(.respond(Words.firstResponse())))

    // Her room shows the whole conversation; her mail box learns only that there is something.
    let thread = try await rita.now().conversation.letters.filter { $0.audience == .reporter }
    #expect(thread.map(\.by) == [.reporter, ann.id, ann.id])
    #expect(thread.last?.text.contains("force_custom_plan") == true)
    #expect(try await house.outbox.drain() == 2)
    #expect(try house.letters().allSatisfy { !$0.contains("force_custom_plan") })
  }

  /// The next morning: is it true, and how bad is it?
  func theVerdict(_ rita: Matter) async throws {
    let (ann, ben) = (rita.house.ann, rita.house.ben)
    try await rita.house.itIs("2026-12-02T06:42:00Z")
    let early = try await rita.refusal(of: ann, .report(.validate(duplicates: "none")))
    #expect(early.contains("Record a reproduction first"))
    try await rita.by(ann, .report(.reproduce(Words.reproduction)))
    try await rita.by(ann, .report(.validate(duplicates: "searched for row security, found none")))
    #expect(try await rita.phase() == .awaitingDecision)

    // Whoever reads what they must not is never a detail for later.
    let low = try await rita.refusal(of: ann, .assessment(.assess(Words.finding(.p3))))
    #expect(low.contains("at least P1"))
    try await rita.by(ann, .assessment(.assess(Words.finding(.p1))))
    let scored = try await rita.by(ann, .assessment(.score(.init(vectors: Words.vectors))))
    #expect(scored.assessment.scores.map(\.title) == ["CVSS 4.0", "CVSS 3.1"])
    // Rita sees it as worse, and says so in her room. How soon it is mended does not hang on that.
    try await rita.by(.reporter, .assessment(.proposeScore(vector: Words.ritasVector, comment: "Anybody can sign up.")))
    let decided = try await rita.by(ann, .assessment(.decideSSVC(Words.points, reason: "")))
    #expect(decided.ssvc?.outcome == .scheduled)
    #expect(decided.priority == .p1, "a loss of confidentiality asks for more")
    let accepted = try await rita.by(ann, .report(.accept))
    #expect(accepted.remediation.lines.keys.sorted() == ["6X", "7.2", "7.3", "7.4", "7.5"], "each line is looked at")
    try await rita.by(ben, .identifiers(.reserve(Words.cve())))
    #expect(try await rita.phase() == .investigating)
  }

  /// Thursday: until when does everybody keep quiet?
  func theDateIsAgreed(_ rita: Matter) async throws {
    let (house, hour) = (rita.house, try utc("2026-12-13T14:00:00Z"))
    try await house.itIs("2026-12-03T06:42:00Z")
    let tooLate = try await rita.refusal(
      of: house.ben, .embargo(.propose(until: utc("2027-02-01T14:00:00Z"), reason: "winter", delay: .notTested)))
    #expect(tooLate.contains("cap is 42 days"))
    let proposed = try await rita.by(
      house.ben, .embargo(.propose(until: hour, reason: "the fix will be tested by then", delay: nil)))
    #expect(proposed.waitingOn == .reporter)
    let agreed = try await rita.by(.reporter, .embargo(.accept))
    #expect(agreed.embargo.terms?.end == hour)
    #expect(agreed.waitingOn == .team)
    let planned = try await rita.by(
      house.rae, .remediation(.setTimeline(.init(release: "7.4.1", kind: .patch, date: hour))))
    #expect(planned.plan.state == .draft, "with the date begins the plan to tell people")
  }

  /// The week after: a fix for each line that needs one.
  func theFix(_ rita: Matter) async throws {
    let dan = rita.house.dan
    try await rita.house.itIs("2026-12-09T06:42:00Z")
    try await rita.by(dan, .remediation(.setLine("7.4", .affected(from: "7.4.0"))))
    #expect(try await rita.phase() == .fixing)
    let alone = try await rita.refusal(of: dan, .remediation(.setLine("7.4", Words.fixed("7.4.1", tester: "Dan"))))
    #expect(alone == "Whoever wrote the fix does not test it: name another tester.")
    for (line, status) in Words.lines { try await rita.by(dan, .remediation(.setLine(line, status))) }
    #expect(try await rita.now().facts.state.fixReady)
    #expect(try await rita.phase() == .testing)
    let open = try await rita.refusalToPublish(by: rita.house.rae)
    #expect(open.hasPrefix("The advisory stays in the house.") && open.contains("There is no advisory yet: draft it."))
  }

  /// Saturday: everything is put into words, and read by somebody who did not write it.
  func theWords(_ rita: Matter) async throws {
    let (ann, ben, cleo, rae) = (rita.house.ann, rita.house.ben, rita.house.cleo, rita.house.rae)
    try await rita.house.itIs("2026-12-12T06:42:00Z")
    try await rita.by(ann, .plan(.addMitigation(Words.mitigation)))
    let planned = try await rita.by(ben, .plan(.edit(Words.plan)))
    try await rita.by(cleo, .plan(.approve(planVersion: planned.plan.contentVersion)))
    #expect(try await rita.phase() == .releaseReady)
    // The team makes the final call, and whoever saw it otherwise hears why.
    var final = Assessment.Scoring(vectors: Words.vectors, isFinal: true, reason: "confirmed by tests")
    let silent = try await rita.refusal(of: ann, .assessment(.score(final)))
    #expect(silent.contains("CVSS 3.1, 6.5 Medium is not what the reporter proposed: CVSS 3.1, 7.5 High."))
    final.explanation = "An account is needed, and the operator gives it."
    try await rita.by(ann, .assessment(.score(final)))
    for release in Words.releases { try await rita.by(rae, .remediation(.registerRelease(release))) }
    let drafted = try await rita.by(ben, .advisory(.draft(Words.advisory)))
    let own = try await rita.refusal(of: ben, .advisory(.approve(contentVersion: drafted.advisory.contentVersion)))
    #expect(own == "You wrote the draft; another coordinator has to approve it.")
    try await rita.by(cleo, .advisory(.approve(contentVersion: drafted.advisory.contentVersion)))

    // Rita wants to be named. That changes what was approved, so it is read once more.
    let credited = try await rita.by(.reporter, .report(.chooseCredit(.init(wanted: true, name: "Rita Grünwald"))))
    #expect(credited.advisory.approval == nil)
    try await rita.by(cleo, .advisory(.approve(contentVersion: credited.advisory.contentVersion)))
  }

  /// Everything is ready, and still the silence holds, to the second.
  func untilTheHourNothingLeaves(_ rita: Matter) async throws {
    let house = rita.house
    #expect(try await house.itIs("2026-12-13T13:59:59Z").isEmpty)
    let early = try await rita.refusalToPublish(by: house.rae)
    #expect(early == "The advisory stays in the house. The embargo runs until 2026-12-13 14:00 UTC.")
    _ = try await house.outbox.drain()
    #expect(house.published("index.html") == nil, "not even an empty tree")
    #expect(try await house.desk.publishedAdvisories().isEmpty)
  }

  /// Sunday, 13 December 2026, 14:00 UTC.
  func theHour(_ rita: Matter) async throws {
    let house = rita.house
    #expect(try await house.itIs("2026-12-13T14:00:00Z") == [rita.id], "the clock ends the embargo")
    #expect(try await rita.now().embargo.ending == .reached)
    #expect(try await rita.publish(by: house.rae) == "WHPG-2026-0001")
    #expect(try await house.outbox.drain() == 4)
    let receipts = try await rita.now().publication.receipts.filter { $0.at == house.clock.now }
    #expect(receipts.map(\.channel) == [.tree, .list, .letter, .letter], "one bell for each of both")
    #expect(try await rita.phase() == .monitoring)

    // People read a page, machines their records, the list a mail; all of them say the same.
    let page = try #require(house.published("advisories/WHPG-2026-0001.html"))
    for words in ["CVE-1900-0101", "7.4.1", "force_custom_plan", "Rita Grünwald"] { #expect(page.contains(words)) }
    #expect(house.published("osv/WHPG-2026-0001.json")?.contains("7.4.1") == true)
    #expect(house.published("cve/CVE-1900-0101.json")?.contains("CVE-1900-0101") == true)
    let csaf = ".well-known/csaf/white"
    #expect(house.published("\(csaf)/index.txt")?.contains("2026/whpg-2026-0001.json") == true)
    #expect(house.published("\(csaf)/2026/whpg-2026-0001.json")?.contains("CVE-1900-0101") == true)
    #expect(house.published("feed.atom")?.contains("WHPG-2026-0001") == true)
    #expect(house.published(".well-known/security.txt")?.contains("Contact: mailto:security@warehousepg.org") == true)
    #expect(try house.letters().count { $0.contains("announce@warehousepg.org") && $0.contains("CVE-1900-0101") } == 1)
  }

  /// A repeat is harmless, however often somebody asks.
  func nothingIsToldTwice(_ rita: Matter) async throws {
    let house = rita.house
    let (letters, receipts) = (try house.letters().count, try await rita.now().publication.receipts)
    for _ in 1...3 { #expect(try await house.outbox.drain() == 0) }
    #expect(try house.letters().count == letters)
    #expect(try await rita.now().publication.receipts == receipts)
    let again = try await rita.refusalToPublish(by: house.rae)
    #expect(again == "Nothing has changed since revision 1.")
  }

  /// Some hours later.
  func theEnd(_ rita: Matter) async throws {
    let (house, ben) = (rita.house, rita.house.ben)
    try await house.itIs("2026-12-13T17:00:00Z")
    let thanks = Case.Command.report(.close(.fixedPublished, letter: "It is out, with your name. Thank you, Rita."))
    #expect(try await rita.refusal(of: ben, thanks).contains("not confirmed as published in the CVE list yet"))
    try await rita.by(ben, .identifiers(.confirmRecord(evidence: "https://www.cve.org/CVERecord?id=CVE-1900-0101")))
    try await rita.by(ben, thanks)
    #expect(try await rita.phase() == .closed)
    #expect(try await rita.lastLetter() == "It is out, with your name. Thank you, Rita.")
    let late = try await rita.now().clocks(under: house.desk.policy).filter { $0.isOverdue(at: house.clock.now) }
    #expect(late.isEmpty, "every promise was kept")
  }

  /// Who knew what, when, and why: it can be shown for every moment, and nobody can have changed it.
  func theHistoryIsTheProof(_ rita: Matter) async throws {
    let desk = rita.house.desk
    let morning = try await rita.at("2026-12-01T10:00:00Z")
    #expect(morning.phase(at: try utc("2026-12-01T10:00:00Z")) == .new)
    #expect(morning.conversation.letters.count == 1)
    #expect(try await rita.at("2026-12-13T13:59:59Z").publication.advisory == nil)
    #expect(try await desk.load(rita.id, at: utc("2026-12-01T09:00:00Z")) == nil, "before the mail there was no case")

    let audit = try await desk.audit()
    #expect(audit.faults.isEmpty)
    let (list, published) = (try await desk.cases(), try await desk.publishedAdvisories())
    #expect(try await desk.rebuild() == 1)
    #expect(try await desk.cases() == list, "the tables follow from the events alone")
    #expect(try await desk.publishedAdvisories() == published)
  }

  /// The receipt names the room and then the secret, each on a line of its own, indented.
  private func secret(in receipt: String) throws -> String {
    let lines = receipt.replacing("\r\n", with: "\n").split(separator: "\n")
    let last = lines.last { $0.first == " " && $0.contains { $0 != " " } }
    return try #require(last).trimmingCharacters(in: .whitespaces)
  }
}
