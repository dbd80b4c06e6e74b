/// Who may ask for what: the role matrix as data. A role that does not stand here may not (domain: roles and permissions).
public enum Permissions {
  /// The roles that may use a command.
  public static func roles(for name: Case.Command.Name) -> Set<Role> {
    switch name {
    case .receive: Role.team.union([.desk, .reporter])
    case .passTime, .recordReceipt: [.desk]
    case .acknowledge, .respond, .reproduce, .validate, .invalidate, .assess, .accept, .confirmClaim, .refuteClaim,
      .declareUnsafeDefault, .reject, .confirmCVERecord:
      [.triager, .coordinator]
    case .lowerPriority: [.triager, .coordinator]
    case .score, .withdrawScore, .decideSSVC: [.triager, .coordinator]
    // The team makes the final call (S37); others propose.
    case .proposeScore: [.reporter, .triager, .developer, .coordinator]
    case .approveLowerPriority, .confirmRejection, .declineRejection, .defer, .decideDate, .approveDate,
      .terminateEmbargo, .reserveCVE, .waiveCVE, .returnCVE, .waiveFinalScore:
      [.coordinator]
    case .close: [.triager, .coordinator]
    case .write, .recordFact: Role.team.union([.reporter])
    case .proposeDate: [.reporter, .triager, .coordinator]
    // A triager may propose; for the project a coordinator answers.
    case .acceptDate, .declineDate: [.reporter, .coordinator]
    case .setLine: [.developer, .releaseManager, .coordinator]
    case .setTimeline: [.releaseManager, .coordinator]
    case .registerRelease: [.releaseManager, .coordinator]
    case .editPlan, .addMitigation, .declareNoMitigation, .draftAdvisory: Role.team
    case .approvePlan, .approveAdvisory: [.coordinator]
    case .release: [.releaseManager, .coordinator]
    case .chooseCredit: [.reporter]
    }
  }

  static func check(_ name: Case.Command.Name, _ party: Party) throws(Refusal) {
    let allowed = roles(for: name)
    guard party.roles.isDisjoint(with: allowed) else { return }
    let names = Role.allCases.filter { allowed.contains($0) }.map(\.rawValue).joined(separator: " or ")
    throw Refusal("Your role does not allow this: it takes the role \(names).", rule: "3.2")
  }
}
