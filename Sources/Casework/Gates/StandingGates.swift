import Foundation

/// G1: somebody other than the author approved exactly what goes out.
struct ApprovalGate: Gate {
  func objections(to departure: Departure) -> [Objection] {
    let draft = departure.subject.advisory
    guard draft.text != nil else { return [Objection("G1", "There is no advisory yet: draft it.")] }
    guard let approval = draft.approval, approval.contentVersion == draft.contentVersion else {
      return [Objection("G1", "The advisory as it now reads is not approved.")]
    }
    guard approval.by != draft.author else {
      return [Objection("G1", "The advisory was approved by its own author.")]
    }
    return []
  }
}

/// G2: no embargo is in force, or its agreed end has come.
struct EmbargoGate: Gate {
  func objections(to departure: Departure) -> [Objection] {
    let embargo = departure.subject.embargo
    guard departure.audience == .everyone else { return [] }
    guard embargo.state.inForce else { return objection(toBreaking: embargo.promisedUntil, departure) }
    guard let end = embargo.terms?.end else {
      return [Objection("G2", "An embargo is in force, and its end is not known.")]
    }
    guard departure.now < end else { return [] }
    return [Objection("G2", "The embargo runs until \(end.utcText).")]
  }

  /// Who ends an embargo alone frees the reporter, and not themselves (E14).
  private func objection(toBreaking promise: Date?, _ departure: Departure) -> [Objection] {
    let facts = departure.subject.facts.state
    guard let promise, departure.now < promise, !facts.publicAware, !facts.attacksObserved else { return [] }
    return [
      Objection(
        "G2",
        "The team ended the embargo by itself; without the reporter's consent we publish no earlier than \(promise.utcText)."
      )
    ]
  }
}

/// G3: not before the date that the team decided.
struct DateGate: Gate {
  func objections(to departure: Departure) -> [Objection] {
    guard !departure.isEarly, let date = departure.subject.embargo.ownDate?.date, departure.now < date else {
      return []
    }
    return [Objection("G3", "The date of publication is \(date.utcText).")]
  }
}

/// G4: a CVE id, or the recorded reason to go without.
struct IdentifierGate: Gate {
  func objections(to departure: Departure) -> [Objection] {
    guard !departure.isEarly else { return [] }
    switch departure.subject.identifiers.cve {
    case .reserved, .published, .waived: return []
    case .none, .rejected:
      return [Objection("G4", "There is no CVE id; reserve one, or record why it is published without.")]
    }
  }
}

/// G5: no release line is left open.
struct MatrixGate: Gate {
  func objections(to departure: Departure) -> [Objection] {
    guard !departure.isEarly else { return [] }
    let lines = departure.subject.remediation.lines
    guard !lines.isEmpty else { return [Objection("G5", "No release line has been looked at.")] }
    let open = lines.filter { !$0.value.isFinal }.keys.sorted()
    return open.isEmpty ? [] : [Objection("G5", "These release lines are not final: \(open.joined(separator: ", ")).")]
  }
}

/// G5: a line that came into support after the matrix was opened is looked at too.
struct SupportedLinesGate: Gate {
  var lines: [Policy.ReleaseLine]

  func objections(to departure: Departure) -> [Objection] {
    guard !departure.isEarly else { return [] }
    let known = departure.subject.remediation.lines
    let missing = lines.filter { $0.isSupported(at: departure.now) && known[$0.label] == nil }.map(\.label)
    return missing.isEmpty
      ? [] : [Objection("G5", "Supported, and not looked at: \(missing.joined(separator: ", ")).")]
  }
}

/// G6: what the advisory calls fixed can be fetched.
struct ReleaseGate: Gate {
  func objections(to departure: Departure) -> [Objection] {
    guard !departure.isEarly else { return [] }
    let remediation = departure.subject.remediation
    let available = Set(remediation.releases.map(\.version))
    let missing = remediation.lines.values.compactMap { status -> String? in
      if case .fixed(_, let fix) = status, !available.contains(fix.version) { fix.version } else { nil }
    }
    return missing.isEmpty
      ? [] : [Objection("G6", "Not registered as available yet: \(missing.sorted().joined(separator: ", ")).")]
  }
}

/// G9: the communication plan is approved.
struct PlanGate: Gate {
  func objections(to departure: Departure) -> [Objection] {
    guard !departure.isEarly, departure.subject.plan.state != .approved else { return [] }
    return [Objection("G9", "The communication plan is not approved.")]
  }
}

/// G10: users are told what to do until they upgrade, or that nothing is known.
struct MitigationGate: Gate {
  func objections(to departure: Departure) -> [Objection] {
    let plan = departure.subject.plan
    guard !departure.isEarly, plan.noMitigation == nil, !plan.mitigations.contains(where: \.isVerified) else {
      return []
    }
    return [Objection("G10", "There is no verified mitigation, and nobody has said that none is known.")]
  }
}

/// G13: the elements of an advisory are complete.
struct ElementsGate: Gate {
  func objections(to departure: Departure) -> [Objection] {
    guard departure.advisory != nil else {
      return [Objection("G13", "The advisory cannot be put together: text or assessment is missing.")]
    }
    let versions = departure.subject.assessment.finding?.versions.trimmingCharacters(in: .whitespacesAndNewlines)
    if versions?.lowercased() == "unknown", !departure.isEarly {
      return [Objection("G13", "The affected versions are still unknown.")]
    }
    return []
  }
}
