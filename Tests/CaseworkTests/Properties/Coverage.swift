import AdvisoryTypes
import Foundation

@testable import Casework

/// How often the interesting things happened, so that a silent property is not an idle one.
struct Coverage {
  var allowed: [Case.Command.Name: Int] = [:]
  var refused: [Case.Command.Name: Int] = [:]
  var counts: [String: Int] = [:]

  /// Whatever has to happen at least once.
  static let wanted: [String] =
    Case.Phase.allCases.map { "phase: \($0.rawValue)" } + Case.Event.wireNames
    + ["C from I", "C from A", "C from D"].map { "closed: \($0)" }
    + Disposition.allCases.filter { $0 != .internalOnly }.map { "disposition: \($0.rawValue)" }
    + ["reached", "publicKnowledge", "exploitPublic", "published", "notAVulnerability", "decided"].map {
      "ending: \($0)"
    }
    + [
      "release under an embargo that ends", "early release", "release after the date", "revision accepted",
      "revision declined", "counter-proposal", "proposal fell with a fact", "claim confirmed", "approval voided",
      "rejection by two", "waiting on reporter", "revision released", "early revision", "rejection withdrawn",
      "turned down with a returned id", "delivery while a revision is due",
      "score for some lines", "difference explained", "provisional score released", "raised by SSVC", "lowering ended",
    ]

  var missing: [String] {
    Self.wanted.filter { counts[$0] == nil }
      + Case.Command.Name.allCases.filter { allowed[$0] == nil }.map { "allowed: \($0.rawValue)" }
      + Case.Command.Name.allCases.filter { refused[$0] == nil }.map { "refused: \($0.rawValue)" }
  }

  mutating func note(_ subject: Case, at now: Date) {
    count("phase: \(subject.phase(at: now).rawValue)")
    if subject.waitingOn == .reporter { count("waiting on reporter") }
  }

  mutating func note(_ entry: Entry, before: Case, after: Case) {
    count(entry.event.wireName)
    switch entry.event {
    case .report(.closed(let closure)):
      count("closed: C from \(before.report.state.rawValue)")
      count("disposition: \(closure.disposition.rawValue)")
      if before.report.proposedRejection != nil { count("rejection by two") }
      if case .rejected = before.identifiers.cve { count("turned down with a returned id") }
    case .report(.rejectionDeclined): count("rejection withdrawn")
    case .publication(.delivered): if before.hasUnreleasedChanges { count("delivery while a revision is due") }
    case .embargo(.terminated(let ending)):
      if before.embargo.state == .proposed { count("proposal fell with a fact") }
      count("ending: \(Self.name(of: ending))")
      if ending == .published { count("release under an embargo that ends") }
    case .embargo(.accepted): if before.embargo.state == .revising { count("revision accepted") }
    case .embargo(.declined): if before.embargo.state == .revising { count("revision declined") }
    case .embargo(.proposed): if before.embargo.proposal != nil { count("counter-proposal") }
    case .publication(.released):
      if !after.facts.byOurselves { count("early release") }
      if before.publication.advisory != nil {
        count("revision released")
        if !after.facts.byOurselves { count("early revision") }
      }
      if after.publication.advisory?.scores.contains(where: \.isProvisional) == true {
        count("provisional score released")
      }
      if before.embargo.ownDate != nil { count("release after the date") }
    case .assessment(.scored(_, let lines, _, _, let explanation)):
      if !lines.isEmpty { count("score for some lines") }
      if explanation != nil, !before.assessment.unexplained.isEmpty { count("difference explained") }
    case .assessment(.ssvcDecided):
      if let old = before.priority, let new = after.priority, new < old { count("raised by SSVC") }
      if before.assessment.loweredPriority != nil { count("lowering ended") }
    case .facts: if before.facts.claims.count > after.facts.claims.count { count("claim confirmed") }
    default: break
    }
    if before.advisory.approval != nil, after.advisory.approval == nil { count("approval voided") }
  }

  mutating func add(_ other: Coverage) {
    allowed.merge(other.allowed, uniquingKeysWith: +)
    refused.merge(other.refused, uniquingKeysWith: +)
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  private mutating func count(_ what: String) { counts[what, default: 0] += 1 }

  private static func name(of ending: Embargo.Ending) -> String {
    if case .decided = ending { "decided" } else { "\(ending)" }
  }
}
