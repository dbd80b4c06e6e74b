import AdvisoryTypes
import Foundation

extension Case {
  func permitsPublication(_ name: Command.Name, in context: Context) throws(Refusal) {
    try requireReport()
    guard name == .release else { return }
    if let number = publication.advisory?.revisions.last?.number, !hasUnreleasedChanges {
      throw Refusal("Nothing has changed since revision \(number).", rule: "S64")
    }
    guard report.state == .accepted else {
      throw Refusal("Only an accepted report is published; this one is \(report.state.word).", rule: "T14")
    }
    _ = try pass(
      departure(id: "\(context.policy.project.advisoryPrefix)-0000-0000", note: "", in: context), in: context)
  }

  func decide(_ command: Publication.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .release(let id, let note): return try release(id, note, in: context)
    case .recordReceipt(let delivery, let channel, let proof):
      guard publication.receipts.allSatisfy({ $0.delivery != delivery }) else { return [] }
      return [.publication(.delivered(delivery: delivery, channel: channel, proof: proof))]
    }
  }

  /// First the silence ends, then the public knows, then the advisory is out: in this order no moment has it otherwise.
  private func release(_ id: String, _ note: String, in context: Context) throws(Refusal) -> [Event] {
    try Refusal.require(id, "the advisory's id", most: 200, rule: "T14")
    try check(note, id)
    let advisory = try pass(departure(id: id, note: note, in: context), in: context)
    let own = Facts.Evidence("our own advisory \(id)", happened: context.now)
    let known: [Event] = facts.state.publicAware ? [] : [.facts(.publicAware(own, byOurselves: true))]
    return endOfEmbargo(.published) + known + [.publication(.released(advisory))]
  }

  /// A revision says what it changed, under the id that readers know (S64).
  private func check(_ note: String, _ id: String) throws(Refusal) {
    guard let published = publication.advisory else {
      return note.isEmpty ? () : try Refusal.require(note, "what this publication is", most: 1_024, rule: "S64")
    }
    guard id == published.id else {
      throw Refusal("A revision keeps the advisory's id, \(published.id).", rule: "S64")
    }
    try Refusal.require(note, "what changed, in a sentence for readers", most: 1_024, rule: "S64")
  }

  /// What leaves the house; nothing does while a gate objects.
  private func pass(_ departure: Departure, in context: Context) throws(Refusal) -> Advisory {
    let objections = Gates.objections(to: departure, also: context.gates + Gates.atRelease(context.policy))
    guard objections.isEmpty, let advisory = departure.advisory else {
      throw Refusal(
        "The advisory stays in the house. " + objections.map(\.sentence).joined(separator: " "),
        rule: objections.map(\.gate).joined(separator: " "))
    }
    return advisory
  }

  private func departure(id: String, note: String, in context: Context) -> Departure {
    Departure(
      subject: self, advisory: advisory(id: id, at: context.now, policy: context.policy, note: note),
      audience: .everyone, now: context.now)
  }
}
