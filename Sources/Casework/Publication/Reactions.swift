import AdvisoryTypes

extension Case {
  /// The work that an event asks for. `self` is the case after the event. Pure: what happens on release is readable here.
  public func reactions(to entry: Entry, policy: Policy) -> [Delivery] {
    // Keys stand in plain in the books: they name no recipient.
    func key(_ channel: Publication.Channel, _ number: Int = 0) -> String {
      "\(id)/\(version)/\(channel.rawValue)/\(number)"
    }
    if case .publication(.released(let advisory)) = entry.event {
      let tree = Delivery(
        key: key(.tree), channel: .tree, audience: .everyone, notice: .advisory(id: advisory.id))
      let lists = policy.channels.lists.enumerated().map { number, address in
        Delivery(
          key: key(.list, number), channel: .list, audience: .everyone, recipient: address,
          notice: .advisory(id: advisory.id))
      }
      return [tree] + lists + doorbell(key(.letter))
    }
    return tellsReporter(entry) ? doorbell(key(.letter)) : []
  }

  private func doorbell(_ key: String) -> [Delivery] {
    guard let contact = report.submission?.contact else { return [] }
    return [Delivery(key: key, channel: .letter, audience: .reporter, recipient: contact, notice: .doorbell)]
  }

  /// Whether the reporter finds something new in the room after this entry.
  private func tellsReporter(_ entry: Entry) -> Bool {
    guard entry.by != .reporter else { return false }
    return switch entry.event {
    case .report(.acknowledged), .report(.responded), .report(.closed): true
    case .report(.invalidated(let missing, _)): !missing.isEmpty
    case .conversation(.written(let message)): message.audience == .reporter
    case .embargo(.terminated): true
    // The default embargo of a new report is the desk's, and stands in the receipt's room from the start.
    case .embargo(.proposed), .embargo(.accepted), .embargo(.declined), .embargo(.dateDecided): entry.by != .desk
    case .facts(.refuted): true
    // What was final and is so no more is news too; and what goes out without being final.
    case .assessment(.scored(_, _, let final, _, _)):
      final || assessment.hasJustEndedFinal || assessment.finalScoreWaiver != nil
    case .assessment(.scoreWithdrawn): assessment.hasJustEndedFinal
    case .assessment(.finalScoreWaived): true
    default: false
    }
  }
}
