import Casework
import Testing

/// Who may ask for what, command by command and role by role.
@Suite struct RoleTests {
  /// Part 3.2 of the requirements, with T1–T16 where they are stricter: a lead defers, and closes what is not invalid.
  static let table: [Case.Command.Name: Set<Role>] = [
    .receive: [.reporter, .triager, .developer, .releaseManager, .coordinator, .desk],
    .acknowledge: [.triager, .coordinator],
    .respond: [.triager, .coordinator],
    .reproduce: [.triager, .coordinator],
    .validate: [.triager, .coordinator],
    .invalidate: [.triager, .coordinator],
    .assess: [.triager, .coordinator],
    .lowerPriority: [.triager, .coordinator],
    .approveLowerPriority: [.coordinator],
    .score: [.triager, .coordinator],
    .withdrawScore: [.triager, .coordinator],
    .proposeScore: [.reporter, .triager, .developer, .coordinator],
    .waiveFinalScore: [.coordinator],
    .decideSSVC: [.triager, .coordinator],
    .accept: [.triager, .coordinator],
    .defer: [.coordinator],
    .reject: [.triager, .coordinator],
    .confirmRejection: [.coordinator],
    .declineRejection: [.coordinator],
    .declareUnsafeDefault: [.triager, .coordinator],
    .write: [.reporter, .triager, .developer, .releaseManager, .coordinator],
    .proposeDate: [.reporter, .triager, .coordinator],
    .acceptDate: [.reporter, .coordinator],
    .declineDate: [.reporter, .coordinator],
    .decideDate: [.coordinator],
    .approveDate: [.coordinator],
    .terminateEmbargo: [.coordinator],
    .passTime: [.desk],
    .recordFact: [.reporter, .triager, .developer, .releaseManager, .coordinator],
    .confirmClaim: [.triager, .coordinator],
    .refuteClaim: [.triager, .coordinator],
    .setLine: [.developer, .releaseManager, .coordinator],
    .setTimeline: [.releaseManager, .coordinator],
    .registerRelease: [.releaseManager, .coordinator],
    .reserveCVE: [.coordinator],
    .waiveCVE: [.coordinator],
    .returnCVE: [.coordinator],
    .confirmCVERecord: [.triager, .coordinator],
    .editPlan: [.triager, .developer, .releaseManager, .coordinator],
    .addMitigation: [.triager, .developer, .releaseManager, .coordinator],
    .declareNoMitigation: [.triager, .developer, .releaseManager, .coordinator],
    .approvePlan: [.coordinator],
    .draftAdvisory: [.triager, .developer, .releaseManager, .coordinator],
    .approveAdvisory: [.coordinator],
    .release: [.releaseManager, .coordinator],
    .recordReceipt: [.desk],
    .chooseCredit: [.reporter],
    .close: [.triager, .coordinator],
  ]

  @Test(arguments: Case.Command.Name.allCases)
  func `Each role does what the table gives it and nothing else`(_ name: Case.Command.Name) throws {
    let allowed = try #require(Self.table[name])
    for scene in [Scene(), given(.received), given(.accepted), given(.published)] {
      for role in Role.allCases {
        let refusal = scene.refusal(of: name, by: Party(PartyID("x"), roles: [role]))
        #expect((refusal?.rule == "3.2") == !allowed.contains(role), "\(name.rawValue) by \(role.rawValue)")
      }
    }
  }

  @Test(arguments: Case.Command.Name.allCases)
  func `Who has no role may do nothing`(_ name: Case.Command.Name) {
    #expect(given(.accepted).refusal(of: name, by: Party(PartyID("x"), roles: []))?.rule == "3.2")
  }

  @Test(arguments: Case.Command.Name.allCases, [Role.auditor, .admin])
  func `Auditors and admins do nothing in a case`(_ name: Case.Command.Name, _ role: Role) {
    #expect(given(.accepted).refusal(of: name, by: Party(PartyID("x"), roles: [role]))?.rule == "3.2")
  }

  @Test func `Several roles allow what any of them allows`() {
    let both = Party(PartyID("x"), roles: [.admin, .triager])
    #expect(given(.received).refusal(of: .acknowledge, by: both) == nil)
  }

  @Test func `A refusal names the roles that it takes`() {
    let sentence = given(.received).refusal(of: .release, by: .triager("tess"))?.sentence
    #expect(sentence == "Your role does not allow this: it takes the role release-manager or coordinator.")
  }
}
