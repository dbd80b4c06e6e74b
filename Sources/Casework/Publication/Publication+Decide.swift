import Foundation

extension Case {
  func permitsPublication(_ name: Command.Name, in context: Context) throws(Refusal) {
    try requireReport()
    guard name == .release else { return }
    guard publication.advisory == nil else { throw Refusal("The advisory is published already.", rule: "T14") }
    guard report.state == .accepted else {
      throw Refusal("Only an accepted report is published; this one is \(report.state.word).", rule: "T14")
    }
    let objections = objections(to: departure(id: "\(context.policy.project.advisoryPrefix)-0000-0000", in: context), in: context)
    guard objections.isEmpty else {
      throw Refusal(
        "The advisory stays in the house. " + objections.map(\.sentence).joined(separator: " "),
        rule: objections.map(\.gate).joined(separator: " "))
    }
  }

  func decide(_ command: Publication.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .release(let id): return try release(id, in: context)
    case .recordReceipt(let delivery, let channel, let proof):
      guard publication.receipts.allSatisfy({ $0.delivery != delivery }) else { return [] }
      return [.publication(.delivered(delivery: delivery, channel: channel, proof: proof))]
    }
  }

  /// First the silence ends, then the public knows, then the advisory is out: in this order no moment has it otherwise.
  private func release(_ id: String, in context: Context) throws(Refusal) -> [Event] {
    let departure = departure(id: id, in: context)
    let objections = objections(to: departure, in: context)
    guard objections.isEmpty, let advisory = departure.advisory else {
      throw Refusal(
        "The advisory stays in the house. " + objections.map(\.sentence).joined(separator: " "),
        rule: objections.map(\.gate).joined(separator: " "))
    }
    let own = Facts.Evidence("our own advisory \(id)", happened: context.now)
    let known: [Event] = facts.state.publicAware ? [] : [.facts(.publicAware(own, byOurselves: true))]
    return endOfEmbargo(.published) + known + [.publication(.released(advisory))]
  }

  private func objections(to departure: Departure, in context: Context) -> [Objection] {
    Gates.objections(to: departure, also: context.gates + [SupportedLinesGate(lines: context.policy.lines)])
  }

  private func departure(id: String, in context: Context) -> Departure {
    Departure(
      subject: self, advisory: advisory(id: id, at: context.now, policy: context.policy), audience: .everyone,
      now: context.now)
  }
}
