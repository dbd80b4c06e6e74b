import AdvisoryTypes
import Foundation

/// Everything in a case that an advisory says, and nothing else. Two cases with equal content have the same advisory; an
/// approval is void as soon as this changes (G1).
struct AdvisoryContent: Hashable {
  var text: AdvisoryDraft.Text?
  var finding: Finding?
  var score: Score?
  var lines: [String: LineStatus]
  var releases: [Remediation.Release]
  var mitigations: [Plan.Mitigation]
  var noMitigation: String?
  var identifiers: Identifiers.Slot
  var credit: CreditWish?
  var exploited: Advisory.Exploitation?
  var acknowledged: Date?
}

extension Case {
  var advisoryContent: AdvisoryContent {
    var slot = identifiers.cve
    // The record's own publication changes nothing that the advisory says.
    if case .published(let id) = slot { slot = .reserved(id) }
    return AdvisoryContent(
      text: advisory.text, finding: assessment.finding, score: assessment.score, lines: remediation.lines,
      releases: remediation.releases, mitigations: plan.mitigations, noMitigation: plan.noMitigation,
      identifiers: slot, credit: report.credit, exploited: assessment.finding.map(exploitation),
      acknowledged: report.acknowledgedAt)
  }
}
