import AdvisoryTypes
public import Foundation

/// The moments in a case's history that start and stop its clocks. Kept while folding, so that clocks are a function of
/// the events alone.
public struct ClockMarks: Hashable, Sendable {
  public var received: Date?
  public var acknowledged: Date?
  public var firstResponse: Date?
  public var validated: Date?
  public var scored: Date?
  public var embargoEnd: Date?
  public var embargoStarted: Date?
  public var embargoOver: Date?
  /// When we learnt that it is public, from others.
  public var publicKnown: Date?
  public var published: Date?
  public var mitigated: Date?
  public var cveDisclosed: Date?
  public var cveRecord: Date?
  public var closed: Date?

  mutating func note(_ entry: Entry) {
    switch entry.event {
    case .report(.received): received = entry.at
    case .report(.acknowledged): acknowledged = acknowledged ?? entry.at
    case .report(.responded): firstResponse = firstResponse ?? entry.at
    case .report(.validated): validated = validated ?? entry.at
    case .report(.closed): closed = entry.at
    case .assessment(.scored): scored = scored ?? entry.at
    case .embargo(.accepted(let until)):
      embargoStarted = embargoStarted ?? entry.at
      embargoEnd = until
    case .embargo(.terminated): embargoOver = entry.at
    case .facts(.publicAware(_, let byOurselves)) where !byOurselves: publicKnown = publicKnown ?? entry.at
    case .plan(.mitigationAdded), .plan(.noMitigationDeclared): mitigated = mitigated ?? entry.at
    case .publication(.released(let advisory)):
      published = published ?? entry.at
      if advisory.cve != nil { cveDisclosed = cveDisclosed ?? entry.at }
    case .identifiers(.recordPublished): cveRecord = cveRecord ?? entry.at
    default: break
    }
  }
}
