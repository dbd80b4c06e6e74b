public import Foundation

extension Case {
  /// What a decision may look at besides the case: the time, the asker, the policy, and the gates at the door out.
  public struct Context: Sendable {
    public var now: Date
    public var party: Party
    public var policy: Policy
    /// Gates that know more than the rules, such as whether the documents are valid. The rules' own always stand.
    public var gates: [any Gate]

    public init(now: Date, party: Party, policy: Policy, gates: [any Gate] = []) {
      self.now = now
      self.party = party
      self.policy = policy
      self.gates = gates
    }
  }

  /// Answers a command with what happens, or with a refusal. Pure: the same case, command and context give the same answer.
  public func decide(_ command: Command, in context: Context) throws(Refusal) -> [Event] {
    try permits(command.name, in: context)
    return switch command {
    case .report(let command): try decide(command, in: context)
    case .conversation(let command): try decide(command, in: context)
    case .facts(let command): try decide(command, in: context)
    case .embargo(let command): try decide(command, in: context)
    case .assessment(let command): try decide(command, in: context)
    case .remediation(let command): try decide(command, in: context)
    case .identifiers(let command): try decide(command, in: context)
    case .plan(let command): try decide(command, in: context)
    case .advisory(let command): try decide(command, in: context)
    case .publication(let command): try decide(command, in: context)
    }
  }

  /// Whether a command may be asked for now, whatever its details: the guards that need nothing but its name.
  ///
  /// The case page shows a form for each name that this allows, and this refusal's sentence for the others.
  public func permits(_ name: Command.Name, in context: Context) throws(Refusal) {
    try Permissions.check(name, context.party)
    if report.state == .closed, !isOpenAfterClosing(name) {
      throw Refusal(
        "This case is closed. New information comes in as a new report, which can name this case.", rule: "T17")
    }
    switch name {
    case .receive, .acknowledge, .respond, .reproduce, .validate, .invalidate, .accept, .defer, .reject,
      .confirmRejection, .declineRejection, .declareUnsafeDefault, .close, .chooseCredit:
      try permitsReport(name, in: context)
    case .write: try requireReport()
    case .proposeDate, .acceptDate, .declineDate, .decideDate, .approveDate, .terminateEmbargo, .passTime:
      try permitsEmbargo(name, in: context)
    case .recordFact, .confirmClaim, .refuteClaim: try permitsFacts(name)
    case .assess, .lowerPriority, .approveLowerPriority, .score, .withdrawScore, .proposeScore, .waiveFinalScore,
      .decideSSVC:
      try permitsAssessment(name, in: context)
    case .setLine, .setTimeline, .registerRelease: try permitsRemediation(name)
    case .reserveCVE, .waiveCVE, .returnCVE, .confirmCVERecord: try permitsIdentifiers(name)
    case .editPlan, .addMitigation, .declareNoMitigation, .approvePlan: try permitsPlan(name, in: context)
    case .draftAdvisory, .approveAdvisory: try permitsAdvisory(name, in: context)
    case .release, .recordReceipt: try permitsPublication(name, in: context)
    }
  }

  /// What a closed case still takes: receipts, and the words of somebody who contests a no (T23).
  private func isOpenAfterClosing(_ name: Command.Name) -> Bool {
    switch name {
    case .recordReceipt, .confirmCVERecord, .passTime: true
    case .write: takesWordsAfterClosing
    default: false
    }
  }

  /// The report was turned down: its reporter may contest that, and the team answers.
  public var takesWordsAfterClosing: Bool {
    report.closure?.rejection != nil || report.closure?.unsafeDefault != nil
  }

  /// Everything but `receive` needs a report to be about.
  func requireReport() throws(Refusal) {
    guard report.state != .start else {
      throw Refusal("There is no report in this case yet.", rule: "T1")
    }
  }

  /// A sentence for a step of report management that does not follow the state.
  func step(_ event: ReportManagement.Event, _ sentence: String) throws(Refusal) {
    guard report.state.after(event) != nil else { throw Refusal(sentence, rule: "V-RM") }
  }
}

extension Refusal {
  /// Refuses an empty or endless text. Too much is refused, never cut (A14).
  static func require(
    _ text: String, _ what: String, least: Int = 1, most: Int = 65_536, rule: String
  ) throws(Refusal) {
    let count = text.utf8.count
    guard !text.allSatisfy(\.isWhitespace), count >= least else {
      throw Refusal("Please write \(what).", rule: rule)
    }
    guard count <= most else {
      throw Refusal("\(what) has \(count) bytes; at most \(most) fit here. Attach the rest as a file.", rule: rule)
    }
  }
}
