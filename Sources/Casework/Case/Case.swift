/// All that is known of one reported vulnerability, folded from its history.
///
/// Each topic is a small state of its own with its commands and events; see the folder of its name. What people call the
/// phase of a case is computed from them (`phase`) and never stored.
public struct Case: Hashable, Sendable {
  public var id: CaseID
  /// How many entries were folded; the next entry has this number.
  public var version = 0

  public var report = Report()
  public var conversation = Conversation()
  public var facts = Facts()
  public var embargo = Embargo()
  public var assessment = Assessment()
  public var remediation = Remediation()
  public var identifiers = Identifiers()
  public var plan = Plan()
  public var advisory = AdvisoryDraft()
  public var publication = Publication()
  public var clocks = ClockMarks()

  public init(_ id: CaseID) {
    self.id = id
  }

  /// Folds a history. It never fails: what once happened always loads.
  public init(_ id: CaseID, history: some Sequence<Entry>) {
    self.id = id
    for entry in history { evolve(entry) }
  }

  /// What somebody asks of a case.
  public enum Command: Hashable, Sendable {
    case report(Report.Command)
    case conversation(Conversation.Command)
    case facts(Facts.Command)
    case embargo(Embargo.Command)
    case assessment(Assessment.Command)
    case remediation(Remediation.Command)
    case identifiers(Identifiers.Command)
    case plan(Plan.Command)
    case advisory(AdvisoryDraft.Command)
    case publication(Publication.Command)
  }

  /// What happened to a case. For ever: wire names and JSON stand in `Coding/`.
  public enum Event: Hashable, Sendable {
    case report(Report.Event)
    case conversation(Conversation.Event)
    case facts(Facts.Event)
    case embargo(Embargo.Event)
    case assessment(Assessment.Event)
    case remediation(Remediation.Event)
    case identifiers(Identifiers.Event)
    case plan(Plan.Event)
    case advisory(AdvisoryDraft.Event)
    case publication(Publication.Event)
  }
}
