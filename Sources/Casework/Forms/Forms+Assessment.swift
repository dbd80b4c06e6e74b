import AdvisoryTypes

/// The forms of the assessment and of the CVE id.
extension FormRecipe {
  static func assess(_ subject: Case) -> FormRecipe {
    let finding = subject.assessment.finding
    let component = CommandForm.Field.line(
      "component", "Affected component", "Such as: the planner.", suggest: finding?.component)
    let versions = CommandForm.Field.line(
      "versions", "Affected versions", "Such as: 7.0.0 and later. Or unknown, which must change before publication.",
      suggest: finding?.versions)
    let impact = CommandForm.Field.choices(
      "impact", "What is lost", .impacts, "One or more.",
      suggest: finding.map { finding in
        Impact.allCases.filter { finding.impact.contains($0) }.map(\.rawValue).joined(separator: "\n")
      })
    let preconditions = CommandForm.Field.text(
      "preconditions", "Preconditions", "What an attacker needs, such as: a login. Or none.", rows: 3,
      suggest: finding?.preconditions)
    let exploitation = CommandForm.Field.choice(
      "exploitation", "Exploitation", .exploitations, suggest: finding?.exploitation.rawValue)
    let priority = CommandForm.Field.choice(
      "priority", "Priority", .priorities,
      "What is lost and the SSVC decision set the least; more may be asked for, and two people may lower it afterwards.",
      suggest: finding?.priority.rawValue)
    let weakness = CommandForm.Field.line(
      "weakness", "Weakness", "Its CWE id, such as CWE-89. May be left out.", required: false,
      suggest: finding?.weakness?.description)
    return FormRecipe(
      .assess, "Record the assessment",
      "Records effects and criticality for the advisory. The team reads it; on publication everybody does.",
      [component, versions, impact, preconditions, exploitation, priority, weakness]
    ) { values throws(Refusal) in
      .assessment(
        .assess(
          Finding(
            component: try values.text(component), versions: try values.text(versions),
            impact: try values.words(impact), preconditions: try values.text(preconditions),
            exploitation: try values.word(exploitation), priority: try values.word(priority),
            weakness: try values.optionalValue(weakness, like: "CWE-89", CWEID.init))))
    }
  }

  static func lowerPriority() -> FormRecipe {
    let priority = CommandForm.Field.choice("priority", "Priority", .priorities)
    let reason = CommandForm.Field.text("reason", "Reason", rows: 3)
    return FormRecipe(
      .lowerPriority, "Propose a lower priority",
      "Proposes a priority below what follows from impact and SSVC; a second member has to approve it. Only the team "
        + "reads it.",
      [priority, reason]
    ) { values throws(Refusal) in
      .assessment(.lowerPriority(try values.word(priority), reason: try values.text(reason)))
    }
  }

  static func approveLowerPriority(_ subject: Case) -> FormRecipe {
    let seen = CommandForm.Field.hidden(
      "proposal", "The proposed priority", suggest: subject.assessment.proposedPriority?.priority.rawValue)
    return FormRecipe(
      .approveLowerPriority, "Approve the lower priority",
      "Agrees as the second member to the proposed priority. Only the team reads it.", [seen]
    ) { values throws(Refusal) in
      try values.requireUnchanged(seen)
      return .assessment(.approveLowerPriority)
    }
  }

  static func reserveCVE() -> FormRecipe {
    let id = CommandForm.Field.line("cve", "CVE id", "As the numbering authority gave it, such as CVE-2026-12345.")
    return FormRecipe(
      .reserveCVE, "Record the CVE id",
      "Gives this vulnerability its CVE id, which stays private until publication. Only the team reads it.", [id]
    ) { values throws(Refusal) in
      .identifiers(.reserve(try values.value(id, like: "CVE-2026-12345") { CVEID($0.uppercased()) }))
    }
  }

  static func waiveCVE() -> FormRecipe {
    let reason = CommandForm.Field.text("reason", "Reason", rows: 3)
    return FormRecipe(
      .waiveCVE, "Go without a CVE id",
      "Records why this is published without a CVE id. Only the team reads it.", [reason]
    ) { values throws(Refusal) in .identifiers(.waive(reason: try values.text(reason))) }
  }

  static func returnCVE() -> FormRecipe {
    let reason = CommandForm.Field.text(
      "reason", "Reason", "Such as: it is the same vulnerability as CVE-2026-12345.", rows: 3)
    return FormRecipe(
      .returnCVE, "Return the CVE id",
      "Says that the reserved id has been rejected at the numbering authority and names nothing any more. "
        + "Only the team reads it.", [reason]
    ) { values throws(Refusal) in .identifiers(.giveBack(reason: try values.text(reason))) }
  }

  static func confirmCVERecord() -> FormRecipe {
    let evidence = CommandForm.Field.line(
      "evidence", "Where the record can be read", "Such as https://www.cve.org/CVERecord?id=CVE-2026-12345.")
    return FormRecipe(
      .confirmCVERecord, "Confirm the CVE record",
      "Says that the record is public in the CVE list, which ends its clock. Only the team reads it.", [evidence]
    ) { values throws(Refusal) in .identifiers(.confirmRecord(evidence: try values.text(evidence))) }
  }
}
