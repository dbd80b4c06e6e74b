import Foundation
import Testing

@testable import Casework

@Suite struct `A form` {
  static let forms = Case.Command.Name.allCases.compactMap { form($0) }

  static func form(_ name: Case.Command.Name) -> CommandForm? {
    CommandForm.form(for: name, of: SampleForm.subject, policy: SampleForm.policy)
  }

  static func read(
    _ name: Case.Command.Name, _ values: [String: [String]], of subject: Case = SampleForm.subject
  ) throws(Refusal) -> Case.Command {
    try CommandForm.command(name, from: FormValues(values), of: subject)
  }

  /// The sentence of the refusal, or nil if the values were read.
  static func refusal(_ name: Case.Command.Name, _ values: [String: [String]]) -> Refusal? {
    do {
      _ = try read(name, values)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: Case.Command.Name.allCases)
  func `stands for every command but those that the desk gives by itself`(name: Case.Command.Name) {
    let bare = CommandForm.form(for: name, of: Case(SampleForm.subject.id), policy: SampleForm.policy)
    switch name {
    case .receive, .passTime, .recordReceipt:
      #expect(Self.form(name) == nil)
      #expect(bare == nil)
      #expect(throws: Refusal.self) { try Self.read(name, [:]) }
    default:
      #expect(Self.form(name)?.name == name)
      #expect(bare?.name == name, "even where the case knows nothing yet")
      #expect(SampleForm.all.contains { $0.name == name }, "there is no sample of \(name.rawValue)")
    }
  }

  @Test(arguments: SampleForm.all)
  func `that is filled in is read as the command that it means`(sample: SampleForm) throws {
    #expect(try Self.read(sample.name, sample.values) == sample.command)
  }

  @Test(arguments: SampleForm.all)
  func `without one of its required fields is refused by the field's label`(sample: SampleForm) throws {
    let form = try #require(Self.form(sample.name))
    for field in form.fields where field.isRequired {
      for nothing in [[], [""], [" \r\n\t"]] as [[String]] {
        var values = sample.values
        values[field.name] = nothing
        let refusal = try #require(Self.refusal(sample.name, values), "\(sample.name.rawValue) without \(field.name)")
        #expect(refusal.sentence.contains("“\(field.label)”"))
        #expect(field.help.isEmpty || refusal.sentence.contains(field.help))
      }
    }
  }

  @Test(arguments: SampleForm.lines)
  func `of a release line asks for what its status needs`(sample: SampleForm) throws {
    let form = try #require(Self.form(.setLine))
    for field in form.fields where sample.values[field.name] != nil && field.name != "follow-up" {
      var values = sample.values
      values[field.name] = nil
      let refusal = try #require(Self.refusal(.setLine, values), "\(sample) without \(field.name)")
      #expect(refusal.sentence.hasPrefix("“\(field.label)” is missing."))
    }
  }

  @Test(arguments: forms)
  func `says in whole sentences what it does and who will read it`(form: CommandForm) {
    #expect(form.explanation.hasSuffix("."))
    #expect(!form.title.isEmpty && !form.title.hasSuffix("."))
    #expect(Set(form.fields.map(\.name)).count == form.fields.count)
    for field in form.fields {
      #expect(field.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(field.name)")
      #expect(!field.label.isEmpty)
      switch field.kind {
      case .date, .list: #expect(!field.help.isEmpty, "\(field.name) needs its example")
      default: break
      }
    }
  }

  @Test func `has a title of its own`() {
    #expect(Set(Self.forms.map(\.title)).count == Self.forms.count)
  }

  @Test(arguments: SampleForm.all)
  func `takes each of its options and nothing else`(sample: SampleForm) throws {
    for field in try #require(Self.form(sample.name)).fields {
      let options: [CommandForm.Option]
      switch field.kind {
      case .choice(let list), .choices(let list): options = list
      default: continue
      }
      #expect(!options.isEmpty)
      var values = sample.values
      for option in options {
        values[field.name] = [option.value]
        // Another option may ask for another field; it is never unknown.
        let sentence = Self.refusal(sample.name, values)?.sentence ?? ""
        #expect(!sentence.contains("“\(field.label)”"), "\(option.value): \(sentence)")
      }
      // Which lines there are is for the rules to say, and what a line's status does not ask for is not read.
      if field.name == "line" || field.name == "lines" || sample.values[field.name] == nil { continue }
      values[field.name] = ["nonsense"]
      let sentence = Self.refusal(sample.name, values)?.sentence ?? ""
      #expect(sentence.hasPrefix("“\(field.label)” "))
      #expect(options.allSatisfy { sentence.contains($0.value) })
    }
  }

  /// For the forms that replace something, the suggestions are what stands now.
  @Test(
    arguments: [
      (.assess, .assessment(.assess(SampleForm.finding))), (.draftAdvisory, .advisory(.draft(SampleForm.text))),
      (.editPlan, .plan(.edit(SampleForm.steps))),
      (.setTimeline, .remediation(.setTimeline(.init(release: "7.3.2", kind: .patch, date: SampleForm.date)))),
      (.decideDate, .embargo(.decideDate(SampleForm.date, reason: "the release"))),
      (.chooseCredit, .report(.chooseCredit(CreditWish(wanted: true, name: "A. Finder")))),
      (.approveAdvisory, .advisory(.approve(contentVersion: 41))), (.approvePlan, .plan(.approve(planVersion: 7))),
      (.acceptDate, .embargo(.accept)),
      (.decideSSVC, .assessment(.decideSSVC(SampleForm.points, reason: ""))),
      (.approveDate, .embargo(.approveDate)), (.approveLowerPriority, .assessment(.approveLowerPriority)),
      (.confirmClaim, .facts(.confirm(.attacks))),
    ] as [(Case.Command.Name, Case.Command)])
  func `sent back as it was opened says what the case says`(name: Case.Command.Name, command: Case.Command) throws {
    var values: [String: [String]] = [:]
    for field in try #require(Self.form(name)).fields { values[field.name] = field.suggestion.map { [$0] } }
    #expect(try Self.read(name, values) == command)
  }

  @Test(
    arguments: [(.acceptDate, "proposal"), (.approveDate, "decision"), (.approveLowerPriority, "proposal")]
      as [(Case.Command.Name, String)])
  func `that agrees to something is refused when that has changed`(name: Case.Command.Name, field: String) throws {
    let refusal = try #require(Self.refusal(name, [field: ["2026-12-01 14:00 UTC"]]))
    #expect(refusal.sentence.contains("has changed since you read it"))
  }

  @Test func `of a release wants the handle typed and the id from the desk`() throws {
    let typed = try #require(Self.refusal(.release, ["confirm": ["K7Q2M-9XW4S"], "advisory-id": ["P-1"]]))
    #expect(typed.rule == "G24")
    #expect(typed.sentence.contains("K7Q2M-9XW4T"))
    #expect(Self.refusal(.release, ["confirm": ["K7Q2M-9XW4T"]]) != nil)
    #expect(Self.form(.release)?.fields.map(\.name) == ["confirm", "note"])
  }

  @Test func `of a revision wants a word on what changed`() throws {
    #expect(Self.form(.release)?.fields.last?.isRequired == false)
    var published = SampleForm.subject
    if case .publication(.released(let advisory)) = SampleEvents.publication[0] {
      published.publication.advisory = advisory
    }
    let form = try #require(CommandForm.form(for: .release, of: published, policy: SampleForm.policy))
    #expect(form.title == "Publish the revision")
    #expect(form.fields.last?.isRequired == true)
  }

  @Test func `of a first response takes workarounds or the day on which they are looked for again, not both`() {
    var values = SampleForm.all.first { $0.name == .respond }?.values ?? [:]
    values["none-known-revisit"] = ["2026-12-14 14:00"]
    #expect(Self.refusal(.respond, values)?.sentence.contains("contradicts") == true)
    values["none-known-revisit"] = nil
    values["workarounds"] = nil
    #expect(Self.refusal(.respond, values)?.sentence.contains("“Workarounds” is missing.") == true)
  }

  @Test func `offers to close a case as published only after a publication`() throws {
    func offered(_ subject: Case) throws -> [String] {
      let form = try #require(CommandForm.form(for: .close, of: subject, policy: SampleForm.policy))
      guard case .choice(let options) = form.fields[0].kind else { return [] }
      return options.map(\.value)
    }
    #expect(
      try offered(SampleForm.subject) == [
        "upstream-handed-over", "duplicate-of", "insufficient-information", "spam-abuse", "withdrawn",
      ])
    var published = SampleForm.subject
    if case .publication(.released(let advisory)) = SampleEvents.publication[0] {
      published.publication.advisory = advisory
    }
    #expect(try offered(published) == ["fixed-published", "mitigated-published", "wont-fix-published"])
  }

  @Test func `of a score suggests what stands for all lines, and offers every line`() throws {
    var subject = SampleForm.subject
    let form = try #require(CommandForm.form(for: .score, of: subject, policy: SampleForm.policy))
    #expect(form.fields[0].suggestion == nil, "the only score is for line 7")
    guard case .choices(let lines) = form.fields[1].kind else {
      Issue.record("\(form.fields[1])")
      return
    }
    #expect(lines.map(\.value) == ["7", "6"])
    subject.assessment.scores += ["CVSS:4.0/…", "CVSS:3.1/…"].map {
      Score(vector: $0, isFinal: true, explanation: "e", by: PartyID("m1"), at: SampleForm.date)
    }
    let suggestions = CommandForm.form(for: .score, of: subject, policy: SampleForm.policy)?.fields.map(\.suggestion)
    #expect(suggestions == ["CVSS:4.0/…\nCVSS:3.1/…", nil, nil, nil, "e"])
  }

  @Test func `of a withdrawal offers the scores that there are, each with its lines`() throws {
    let form = try #require(CommandForm.form(for: .withdrawScore, of: SampleForm.subject, policy: SampleForm.policy))
    guard case .choice(let scores) = form.fields[0].kind else {
      Issue.record("\(form.fields[0])")
      return
    }
    #expect(scores.map(\.label) == ["CVSS 3.1 for 7, 9.8 Critical"])
    #expect(form.fields[0].suggestion == scores[0].value, "there is no other")
  }

  @Test(arguments: [0, 0.001, 59.999])
  func `suggests a date of ours that is never before the agreed end`(seconds: Double) throws {
    var subject = SampleForm.subject
    subject.embargo.ownDate = nil
    let end = SampleForm.date.addingTimeInterval(seconds)
    subject.embargo.terms = .init(version: 1, end: end)
    let form = try #require(CommandForm.form(for: .decideDate, of: subject, policy: SampleForm.policy))
    let suggestion = try #require(form.fields[0].suggestion)
    let command = try Self.read(.decideDate, ["date": [suggestion], "reason": ["r"]], of: subject)
    guard case .embargo(.decideDate(let date, _)) = command else {
      Issue.record("\(command)")
      return
    }
    #expect(date >= end && date < end.addingTimeInterval(60))
  }
}
