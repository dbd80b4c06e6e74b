/// A form together with the way to read it, so that no field is described without being read.
struct FormRecipe {
  let form: CommandForm
  let read: (FormReader) throws(Refusal) -> Case.Command

  init(
    _ name: Case.Command.Name, _ title: String, _ explanation: String, _ fields: [CommandForm.Field] = [],
    read: @escaping (FormReader) throws(Refusal) -> Case.Command
  ) {
    form = CommandForm(name: name, title: title, explanation: explanation, fields: fields)
    self.read = read
  }

  /// - Parameter policy: nil where only reading matters: it fills options and suggestions, and no field depends on it.
  static func recipe(for name: Case.Command.Name, of subject: Case, policy: Policy?) -> FormRecipe? {
    switch name {
    case .receive, .passTime, .recordReceipt: nil
    case .acknowledge: acknowledge()
    case .respond: respond()
    case .reproduce: reproduce()
    case .validate: validate()
    case .invalidate: invalidate()
    case .accept: accept()
    case .defer: `defer`()
    case .reject: reject()
    case .confirmRejection: confirmRejection()
    case .declineRejection: declineRejection()
    case .declareUnsafeDefault: declareUnsafeDefault(policy)
    case .close: close(subject)
    case .chooseCredit: chooseCredit(subject)
    case .write: write()
    case .recordFact: recordFact()
    case .confirmClaim: confirmClaim(subject)
    case .refuteClaim: refuteClaim(subject)
    case .proposeDate: proposeDate()
    case .acceptDate: acceptDate(subject)
    case .declineDate: declineDate()
    case .decideDate: decideDate(subject)
    case .approveDate: approveDate(subject)
    case .terminateEmbargo: terminateEmbargo()
    case .assess: assess(subject)
    case .lowerPriority: lowerPriority()
    case .approveLowerPriority: approveLowerPriority(subject)
    case .score: score(subject, policy)
    case .withdrawScore: withdrawScore(subject)
    case .proposeScore: proposeScore(subject)
    case .waiveFinalScore: waiveFinalScore()
    case .decideSSVC: decideSSVC(subject)
    case .setLine: setLine(subject, policy)
    case .setTimeline: setTimeline(subject)
    case .registerRelease: registerRelease(subject)
    case .reserveCVE: reserveCVE()
    case .waiveCVE: waiveCVE()
    case .returnCVE: returnCVE()
    case .confirmCVERecord: confirmCVERecord()
    case .editPlan: editPlan(subject)
    case .addMitigation: addMitigation()
    case .declareNoMitigation: declareNoMitigation()
    case .approvePlan: approvePlan(subject)
    case .draftAdvisory: draftAdvisory(subject)
    case .approveAdvisory: approveAdvisory(subject)
    case .release: release(subject)
    }
  }
}

extension CommandForm.Field {
  static func line(_ name: String, _ label: String, _ help: String = "", required: Bool = true, suggest: String? = nil)
    -> Self
  {
    Self(name: name, label: label, help: help, kind: .line, isRequired: required, suggestion: suggest)
  }

  static func text(
    _ name: String, _ label: String, _ help: String = "", rows: Int = 6, required: Bool = true, suggest: String? = nil
  ) -> Self {
    Self(name: name, label: label, help: help, kind: .text(rows: rows), isRequired: required, suggestion: suggest)
  }

  static func date(_ name: String, _ label: String, _ help: String = "", required: Bool = true, suggest: String? = nil)
    -> Self
  {
    let form = "A date and an hour in UTC, such as 2026-12-14 14:00."
    return Self(
      name: name, label: label, help: help.isEmpty ? form : "\(help) \(form)", kind: .date, isRequired: required,
      suggestion: suggest)
  }

  static func list(_ name: String, _ label: String, _ help: String, required: Bool = true, suggest: String? = nil)
    -> Self
  {
    Self(name: name, label: label, help: help, kind: .list, isRequired: required, suggestion: suggest)
  }

  static func choice(
    _ name: String, _ label: String, _ options: [CommandForm.Option], _ help: String = "", required: Bool = true,
    suggest: String? = nil
  ) -> Self {
    Self(name: name, label: label, help: help, kind: .choice(options), isRequired: required, suggestion: suggest)
  }

  static func choices(
    _ name: String, _ label: String, _ options: [CommandForm.Option], _ help: String = "", required: Bool = true,
    suggest: String? = nil
  ) -> Self {
    Self(name: name, label: label, help: help, kind: .choices(options), isRequired: required, suggestion: suggest)
  }

  static func flag(_ name: String, _ label: String, _ help: String = "") -> Self {
    Self(name: name, label: label, help: help, kind: .flag, isRequired: false, suggestion: nil)
  }

  static func hidden(_ name: String, _ label: String, _ help: String = "", required: Bool = false, suggest: String?)
    -> Self
  {
    Self(name: name, label: label, help: help, kind: .hidden, isRequired: required, suggestion: suggest)
  }
}
