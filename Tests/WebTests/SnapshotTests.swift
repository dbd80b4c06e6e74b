import AdvisoryTypes
import Casework
import Foundation
import Testing

@testable import Desk
@testable import Storage
@testable import Web

/// Pages as text. `EMBARGO_RECORD=1 swift test` writes them anew; the difference is then for a person to read.
struct SnapshotTests {
  private let ada = Party(PartyID("ada"), roles: [.coordinator, .triager, .releaseManager])
  private let bo = Party(PartyID("bo"), roles: [.coordinator, .developer])
  private var names: [PartyID: String] { [ada.id: "Ada", bo.id: "Bo"] }
  private var member: Member {
    Member(id: "ada", name: "Ada", roles: ada.roles)
  }

  private func expect(_ page: Page, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "snapshots")
    let file = folder.appending(path: name + ".html")
    let text = String(describing: page.html)
    if ProcessInfo.processInfo.environment["EMBARGO_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let known = try String(contentsOf: file, encoding: .utf8)
    #expect(text == known, "\(name) reads differently now", sourceLocation: sourceLocation)
    #expect(HostileTests.strangers(in: text).isEmpty, sourceLocation: sourceLocation)
  }

  @Test("The public pages read as they should")
  func publicPages() throws {
    let advisory = Advisory(
      id: "SMPL-2026-0001", cve: CVEID("CVE-1900-0001"), title: "Overflow in the planner",
      publisher: .init(name: "Sample Project", namespace: "https://sample.example", contact: "x"),
      published: Samples.start, updated: Samples.start, vendor: "Sample", product: "Sample")
    try expect(FrontPage(policy: Samples.policy, advisories: []).page, "front-empty")
    try expect(FrontPage(policy: Samples.policy, advisories: [advisory]).page, "front")
    try expect(ReportPage(policy: Samples.policy).page, "report")
    var form = ReportForm()
    form.title = "Overflow"
    form.steps = "Run it"
    form.contact = "nobody"
    form.impact = [.integrity]
    try expect(ReportPage(policy: Samples.policy, form: form, troubles: form.troubles).page, "report-refused")
    try expect(SorryPage.notFound, "not-found")
    try expect(SorryPage.failure(requestID: "3f2a"), "failure")
    try expect(EnterPage(project: "Sample", token: "abc").page, "enter")
    try expect(EnterPage(project: "Sample", token: "", wasRefused: true).page, "enter-refused")
  }

  @Test("The reporter's pages read as they should")
  func reporterPages() throws {
    let id = try #require(CaseID("K7Q2M-9XW4T"))
    let admission = Admission(id: id, secret: "7zzzzzzzzzzzzzzzzzzzzzzzzz")
    try expect(
      ReportedPage(admission: admission, policy: Samples.policy, submission: Samples.submission, sendsMail: true).page,
      "reported")
    try expect(DoorPage(project: "Sample").page, "door")
    try expect(DoorPage(project: "Sample", handle: "K7Q2M-9XW4T", wasRefused: true).page, "door-refused")
    let story = try story()
    try expect(room(story.subject), "room")
  }

  @Test("A case reads as it should: new, and in the middle of its life")
  func casePages() throws {
    let frame = DeskFrame(project: "Sample", member: member, token: "form-token-1")
    let fresh = try page(Story().with { try $0.add(.report(.receive(Samples.submission)), by: .desk) })
    try expect(frame.page("K7Q2M-9XW4T · desk", banner: fresh.banner, content: fresh.content), "case-new")
    let later = try page(story())
    try expect(frame.page("K7Q2M-9XW4T · desk", banner: later.banner, content: later.content), "case-later")
  }

  @Test("The severity page reads as it should: empty, well filled, and with texts that are no vectors")
  func severityPages() throws {
    let frame = DeskFrame(project: "Sample", member: member, token: "form-token-1")
    func expectPage(
      _ story: Story, _ name: String, notice: SeverityPage.Notice? = nil, changes: (inout SeverityForm) -> Void
    )
      throws
    {
      var form = SeverityPage.form(for: story.subject, group: 0)
      changes(&form)
      form.settle(for: .look, reporters: [])
      let page = SeverityPage(
        subject: story.subject, entries: story.entries, now: story.now, policy: Samples.policy, names: names,
        form: form,
        notice: notice, token: "form-token-1")
      try expect(
        frame.page("K7Q2M-9XW4T severity · desk", banner: page.banner, isLive: true, content: page.content), name)
    }
    try expectPage(Story().with { try $0.add(.report(.receive(Samples.submission)), by: .desk) }, "severity-new") { _ in
    }
    let scored = try story().with { story in
      let three = "CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N"
      let four = "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
      try story.add(
        .assessment(.proposeScore(vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", comment: "As I see it.")),
        by: .reporter)
      try story.add(
        .assessment(.score(.init(vectors: [four, three], reason: "The plan must be cached."))), by: bo.asTriager)
      try story.add(
        .assessment(.score(.init(vectors: [four + "/E:P"], lines: ["7.4"], isFinal: true, explanation: "An account."))),
        by: ada)
      try story.add(
        .assessment(
          .decideSSVC(
            .init(
              exploitation: .none, automatable: .no, valueDensity: .concentrated, technicalImpact: .partial,
              publicSafetyImpact: .minimal), reason: "")), by: ada)
    }
    try expectPage(scored, "severity") { _ in }
    try expectPage(scored, "severity-refused", notice: .overtaken(scored.entries.count - 1..<scored.entries.count)) {
      form in
      form.drafts[0].text = "CVSS:4.0/AV:N/AC:Q"
      form.drafts[1].text = "(cvss:3.1/av:n/ac:l/pr:l/ui:n/s:u/c:h/i:n/a:n)"
      form.explanation = "Kept."
    }
  }

  @Test("The desk's lists read as they should")
  func lists() throws {
    let frame = DeskFrame(project: "Sample", member: member, token: "form-token-1")
    let id = try #require(CaseID("K7Q2M-9XW4T"))
    let row = CaseRow(
      id: id, title: "Overflow in the planner", phase: "triage", report: .received, embargo: .active, facts: "Vfdpxa",
      receivedAt: Samples.start, touchedAt: Samples.start, nextClock: .firstResponse,
      nextDue: Samples.start.addingTimeInterval(86_400), waitingOn: "team", priority: "P1",
      score: "9.3 Critical, provisional")
    let list = CaseList(rows: [row], now: Samples.start.addingTimeInterval(100_000))
    try expect(frame.page("Inbox", content: list.html()), "inbox")
    let entry = OutboxEntry(
      id: "1", caseID: id.text, channel: "list", key: "k", payload: nil, state: .uncertain, attempts: 2,
      nextAt: Samples.start, leaseUntil: nil, leaseOwner: nil, committedAt: nil, error: "421 <try> later", receipt: nil,
      enqueuedAt: Samples.start, deliveredAt: nil)
    try expect(frame.page("Outbox", content: OutboxPage(entries: [entry]).html), "outbox")
    let item = IntakeTable.Item(
      id: "abc", receivedAt: Samples.start, route: "mail", size: 2_048, envelope: Array("x@example.org".utf8),
      state: .tray, caseID: nil, attempts: 1, note: "No text was found.", copies: 0)
    try expect(frame.page("Tray", content: TrayPage(items: [item]).html), "tray")
  }

  /// A case's history, made by the rules.
  private struct Story {
    var subject = Case(CaseID("K7Q2M-9XW4T")!)
    var entries: [Entry] = []
    var now = Samples.start

    mutating func add(_ command: Case.Command, by party: Party) throws {
      for event in try subject.decide(command, in: .init(now: now, party: party, policy: Samples.policy)) {
        let entry = Entry(event, at: now, by: party.id)
        entries.append(entry)
        subject.evolve(entry)
      }
      now = now.addingTimeInterval(3_600)
    }

    func with(_ change: (inout Story) throws -> Void) rethrows -> Story {
      var copy = self
      try change(&copy)
      return copy
    }
  }

  private func story() throws -> Story {
    var submission = Samples.submission
    submission.attachments = [.init(id: "f1", name: "poc\u{202E}lqs.sql", mediaType: "text/plain", size: 12)]
    submission.intake = "mail-1"
    let due = Samples.start.addingTimeInterval(10 * 86_400)
    return try Story().with { story in
      try story.add(.report(.receive(submission)), by: .desk)
      try story.add(.report(.acknowledge(text: "Thank you. We look into it.")), by: ada)
      try story.add(.conversation(.write(.init(audience: .team, text: "Looks real & bad."))), by: bo)
      try story.add(
        .report(
          .respond(
            .init(
              text: "It is real.", plan: [.init(what: "Fix", owner: "Bo", due: due)],
              workarounds: .noneKnown(revisit: due)))),
        by: ada)
      try story.add(
        .report(.reproduce(.init(outcome: .reproduced, environment: "7.3.1", notes: "Crashes at once."))), by: ada)
      try story.add(.report(.validate(duplicates: "None found.")), by: ada)
      try story.add(
        .assessment(
          .assess(
            .init(
              component: "planner", versions: "7.3.0 and later", impact: [.confidentiality], preconditions: "none",
              exploitation: .none, priority: .p1))), by: ada)
      try story.add(
        .assessment(.score(.init(vectors: ["CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N"], isFinal: true))), by: ada)
      try story.add(.report(.accept), by: ada)
      try story.add(
        .remediation(
          .setLine(
            "7.3",
            .fixed(from: "7.3.0", .init(version: "7.3.2", evidence: "Regression test", author: "Bo", tester: "Cy")))),
        by: bo)
      try story.add(.remediation(.setTimeline(.init(release: "7.3.2", kind: .patch, date: due))), by: ada)
      try story.add(.plan(.edit([.init(audience: "users", channel: "list", text: "Upgrade.")])), by: ada)
      try story.add(
        .advisory(
          .draft(
            .init(
              title: "Overflow", summary: "The planner overflows.", details: "Long lists *overflow*.",
              impact: "Reads memory.",
              conditions: "", references: ["https://sample.example/1"]))), by: ada)
      try story.add(.embargo(.propose(until: due, reason: "A release on that day", delay: nil)), by: ada)
      try story.add(.facts(.record(.public, .init("A blog post", happened: Samples.start))), by: .reporter)
    }
  }

  private func commands(_ subject: Case, by party: Party, now: Date) -> (
    [CommandView], [(title: String, sentence: String)]
  ) {
    let context = Case.Context(now: now, party: party, policy: Samples.policy)
    var views: [CommandView] = []
    var refused: [(title: String, sentence: String)] = []
    for name in Case.Command.Name.allCases {
      guard let form = CommandForm.form(for: name, of: subject, policy: Samples.policy) else { continue }
      do throws(Refusal) {
        try subject.permits(name, in: context)
        views.append(CommandView(form: form, path: "/desk/cases/\(subject.id.text)/do", token: "form-token-1"))
      } catch {
        refused.append((form.title, error.sentence))
      }
    }
    return (views, refused)
  }

  private func page(_ story: Story) throws -> CasePage {
    let (views, refused) = commands(story.subject, by: ada, now: story.now)
    return CasePage(
      subject: story.subject, entries: story.entries, now: story.now, policy: Samples.policy, names: names,
      deliveries: [], hasSource: story.subject.report.submission?.intake != nil, commands: views, notNow: refused)
  }

  private func room(_ subject: Case) -> Page {
    let now = Samples.start.addingTimeInterval(86_400)
    let views = commands(subject, by: .reporter, now: now).0.filter { $0.form.name != .write }
    return RoomPage(subject: subject, policy: Samples.policy, now: now, commands: views, token: "form-token-1").page
  }
}

extension Party {
  fileprivate var asTriager: Party { Party(id, roles: roles.union([.triager])) }
}
