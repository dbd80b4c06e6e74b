public import AdvisoryTypes
public import Foundation

extension Case {
  /// Puts the advisory together from where each of its facts is known. Nil while text or assessment is missing.
  ///
  /// Of a case that is published it is the next revision: it keeps the id and the date of publication.
  ///
  /// - Parameters:
  ///   - advisoryID: the advisory's public id; a draft may show any, and a revision has its own.
  ///   - note: what the revision changed, for readers.
  public func advisory(id advisoryID: String, at now: Date, policy: Policy, note: String = "") -> Advisory? {
    guard let text = advisory.text, let finding = assessment.finding else { return nil }
    let project = policy.project
    let known = publication.advisory
    let published = known?.published ?? now
    let revisions = revisions(at: now, note: note)
    return Advisory(
      id: known?.id ?? advisoryID, cve: identifiers.cveID, title: text.title, summary: text.summary,
      details: text.details,
      impact: text.impact, conditions: text.conditions,
      publisher: .init(name: project.vendor, namespace: project.namespace, contact: project.address),
      published: published, updated: revisions.last?.date ?? now, revisions: revisions,
      scores: advisoryScores, cwe: finding.weakness, vendor: project.vendor,
      product: project.product, purl: project.purl, repository: project.repository,
      lines: advisoryLines(at: now, policy: policy), mitigations: plan.mitigations.map(\.published),
      noMitigationKnown: plan.mitigations.isEmpty && plan.noMitigation != nil, credits: credits,
      references: text.references.map { .init(url: $0, summary: "Further reading") },
      timeline: timeline(until: published),
      exploited: publishedExploitation)
  }

  private func revisions(at now: Date, note: String) -> [Advisory.Revision] {
    let earlier = publication.advisory?.revisions ?? []
    // A clock that was set back must not turn the history round.
    let date = earlier.last.map { max($0.date, now) } ?? now
    let words = note.isEmpty ? (earlier.isEmpty ? "Initial publication" : "Revision") : note
    return earlier + [.init(number: (earlier.last?.number ?? 0) + 1, date: date, note: words)]
  }

  private func advisoryLines(at now: Date, policy: Policy) -> [Advisory.Line] {
    // In the policy's order; a line that the policy has dropped meanwhile still says what was found.
    let known = policy.lines.map(\.label)
    let labels =
      known.filter { remediation.lines[$0] != nil } + remediation.lines.keys.filter { !known.contains($0) }.sorted()
    return labels.compactMap { label in
      guard let status = remediation.lines[label] else { return nil }
      let supported = policy.lines.first { $0.label == label }?.isSupported(at: now) ?? false
      return .init(label: label, status: published(status), supported: supported)
    }
  }

  private func published(_ status: LineStatus) -> Advisory.Line.Status {
    switch status {
    case .underInvestigation(let followUp):
      .underInvestigation(note: followUp.map { "We look at it again on \($0.utcText)." } ?? "It is being examined.")
    case .affected(let from), .candidate(let from, _, _):
      .affected(from: from, solution: .pending(note: "A fix is being worked on."))
    case .fixed(let from, let fix):
      .affected(
        from: from,
        solution: .fixed(
          version: fix.version, url: remediation.releases.first { $0.version == fix.version }?.url))
    case .willNotFix(let from, let reason): .affected(from: from, solution: .willNotFix(reason: reason))
    case .mitigationOnly(let from, let reason): .affected(from: from, solution: .mitigationOnly(reason: reason))
    case .notAffected(let justification, let detail):
      .notAffected(justification: .init(rawValue: justification.rawValue) ?? .vulnerableCodeNotPresent, detail: detail)
    }
  }

  private var credits: [Advisory.Credit] {
    guard let wish = report.credit, wish.wanted else { return [] }
    return [.init(name: wish.name, role: .reporter)]
  }

  private func timeline(until published: Date) -> [Advisory.Moment] {
    var moments: [Advisory.Moment] = []
    if let received = report.receivedAt { moments.append(.init(date: received, text: "Reported to the project")) }
    if let acknowledged = report.acknowledgedAt { moments.append(.init(date: acknowledged, text: "Acknowledged")) }
    moments.append(.init(date: published, text: "Published"))
    return moments
  }

  /// The one to show first stands first.
  var advisoryScores: [Advisory.Score] {
    assessment.scores.sorted { $0.weight > $1.weight }.map(\.published)
  }

  var publishedExploitation: Advisory.Exploitation {
    switch exploitation {
    case .none: .none
    case .publicPoC: .publicPoC
    case .active: .active
    }
  }
}

extension Plan.Mitigation {
  var published: Advisory.Mitigation {
    .init(
      action: action, appliesTo: appliesTo, effect: isFull ? .full : .partial, sideEffects: sideEffects, verify: verify,
      undo: undo)
  }
}
