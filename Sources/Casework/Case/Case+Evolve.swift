extension Case {
  /// Moves the case on by one entry of its history. Total: it decides nothing and refuses nothing.
  public mutating func evolve(_ entry: Entry) {
    let content = advisoryContentMayChange(by: entry.event) ? advisoryContent : nil
    switch entry.event {
    case .report(let event): report.evolve(event, entry)
    case .conversation(let event): conversation.evolve(event, entry)
    case .facts(let event): facts.evolve(event, entry)
    case .embargo(let event): embargo.evolve(event, entry)
    case .assessment(let event): assessment.evolve(event, entry)
    case .remediation(let event): remediation.evolve(event, entry)
    case .identifiers(let event): identifiers.evolve(event, entry)
    case .plan(let event): plan.evolve(event, entry)
    case .advisory(let event): advisory.evolve(event, entry)
    case .publication(let event): publication.evolve(event, entry)
    }
    if case .publication(.released) = entry.event { publication.content = advisoryContent }
    conversation.note(entry)
    clocks.note(entry)
    version += 1
    // An approval is bound to what was approved (G1): whatever changes the advisory's content voids it.
    if let content, content != advisoryContent { advisory.contentChanged(at: version) }
  }

  private func advisoryContentMayChange(by event: Event) -> Bool {
    switch event {
    case .assessment, .remediation, .identifiers, .plan, .advisory, .facts, .report(.creditChosen),
      .report(.acknowledged):
      true
    default: false
    }
  }
}
