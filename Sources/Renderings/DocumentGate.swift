import AdvisoryTypes
import CVE
public import Casework

/// G13 to G15: the advisory says what records need, and the documents made from it keep their formats' rules.
public struct DocumentGate: Gate {
  let site: Site

  public init(site: Site) { self.site = site }

  public func objections(to departure: Departure) -> [Objection] {
    guard departure.audience == .everyone, let advisory = departure.advisory else { return [] }
    let contents = advisory.findings.map { Objection("G13", $0.reason) }
    guard advisory.cve != nil else { return contents }
    return contents
      + CVE.findings(in: advisory, pageURL: site.pageURL(of: advisory)).map { Objection("G15", $0.reason) }
  }
}
