import AdvisoryTypes
import Foundation

/// Everything in a case that an advisory says, and nothing else. Two cases with equal content have the same advisory; an
/// approval is void as soon as this changes (G1), and a revision is a change of this (S64).
struct AdvisoryContent: Hashable {
  var text: AdvisoryDraft.Text?
  var finding: Finding?
  /// Vectors, lines, and whether they are final; not who set them, when, or why.
  var scores: [Advisory.Score]
  var lines: [String: LineStatus]
  var releases: [Remediation.Release]
  var mitigations: [Plan.Mitigation]
  var noMitigation: String?
  var cve: CVEID?
  var credit: CreditWish?
  var exploited: Advisory.Exploitation?
  var acknowledged: Date?
}

extension Case {
  var advisoryContent: AdvisoryContent {
    AdvisoryContent(
      text: advisory.text, finding: assessment.finding, scores: advisoryScores, lines: remediation.lines,
      releases: remediation.releases, mitigations: plan.mitigations, noMitigation: plan.noMitigation,
      cve: identifiers.cveID, credit: report.credit, exploited: assessment.finding.map { _ in publishedExploitation },
      acknowledged: report.acknowledgedAt)
  }

  /// Whether the case now says something else than what is published: a revision is due (S64).
  public var hasUnreleasedChanges: Bool { publication.advisory != nil && publication.content != advisoryContent }
}
