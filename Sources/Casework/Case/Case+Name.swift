extension Case.Command {
  /// The words by which people, forms and the command line call a command.
  public enum Name: String, CaseIterable, Sendable, Hashable {
    case receive
    case acknowledge
    case respond
    case reproduce
    case validate
    case invalidate
    case assess
    case lowerPriority = "lower-priority"
    case approveLowerPriority = "approve-lower-priority"
    case score
    case withdrawScore = "withdraw-score"
    case proposeScore = "propose-score"
    case waiveFinalScore = "waive-final-score"
    case decideSSVC = "decide-ssvc"
    case accept
    case `defer`
    case reject
    case confirmRejection = "confirm-rejection"
    case declineRejection = "decline-rejection"
    case declareUnsafeDefault = "declare-unsafe-default"
    case write
    case proposeDate = "propose-date"
    case acceptDate = "accept-date"
    case declineDate = "decline-date"
    case decideDate = "decide-date"
    case approveDate = "approve-date"
    case terminateEmbargo = "terminate-embargo"
    case passTime = "pass-time"
    case recordFact = "record-fact"
    case confirmClaim = "confirm-claim"
    case refuteClaim = "refute-claim"
    case setLine = "set-line"
    case setTimeline = "set-timeline"
    case registerRelease = "register-release"
    case reserveCVE = "reserve-cve"
    case waiveCVE = "waive-cve"
    case returnCVE = "return-cve"
    case confirmCVERecord = "confirm-cve-record"
    case editPlan = "edit-plan"
    case addMitigation = "add-mitigation"
    case declareNoMitigation = "declare-no-mitigation"
    case approvePlan = "approve-plan"
    case draftAdvisory = "draft-advisory"
    case approveAdvisory = "approve-advisory"
    case release
    case recordReceipt = "record-receipt"
    case chooseCredit = "choose-credit"
    case close
  }

  public var name: Name {
    switch self {
    case .report(let command):
      switch command {
      case .receive: .receive
      case .acknowledge: .acknowledge
      case .respond: .respond
      case .reproduce: .reproduce
      case .validate: .validate
      case .invalidate: .invalidate
      case .accept: .accept
      case .defer: .defer
      case .reject: .reject
      case .confirmRejection: .confirmRejection
      case .declineRejection: .declineRejection
      case .declareUnsafeDefault: .declareUnsafeDefault
      case .close: .close
      case .chooseCredit: .chooseCredit
      }
    case .conversation: .write
    case .facts(let command):
      switch command {
      case .record: .recordFact
      case .confirm: .confirmClaim
      case .refute: .refuteClaim
      }
    case .embargo(let command):
      switch command {
      case .propose: .proposeDate
      case .accept: .acceptDate
      case .decline: .declineDate
      case .terminate: .terminateEmbargo
      case .decideDate: .decideDate
      case .approveDate: .approveDate
      case .passTime: .passTime
      }
    case .assessment(let command):
      switch command {
      case .assess: .assess
      case .lowerPriority: .lowerPriority
      case .approveLowerPriority: .approveLowerPriority
      case .score: .score
      case .withdrawScore: .withdrawScore
      case .proposeScore: .proposeScore
      case .waiveFinalScore: .waiveFinalScore
      case .decideSSVC: .decideSSVC
      }
    case .remediation(let command):
      switch command {
      case .setLine: .setLine
      case .setTimeline: .setTimeline
      case .registerRelease: .registerRelease
      }
    case .identifiers(let command):
      switch command {
      case .reserve: .reserveCVE
      case .waive: .waiveCVE
      case .giveBack: .returnCVE
      case .confirmRecord: .confirmCVERecord
      }
    case .plan(let command):
      switch command {
      case .edit: .editPlan
      case .addMitigation: .addMitigation
      case .declareNoMitigation: .declareNoMitigation
      case .approve: .approvePlan
      }
    case .advisory(let command):
      switch command {
      case .draft: .draftAdvisory
      case .approve: .approveAdvisory
      }
    case .publication(let command):
      switch command {
      case .release: .release
      case .recordReceipt: .recordReceipt
      }
    }
  }
}
