public import AdvisoryTypes

/// The CVE slot. A reserved id is private to the case until publication (S39).
public struct Identifiers: Hashable, Sendable {
  public var cve: Slot = .none

  public init() {}

  public enum Slot: Hashable, Sendable {
    case none
    case reserved(CVEID)
    /// Published without one, with the recorded reason (S38).
    case waived(reason: String)
    case published(CVEID)
    /// Given back to the numbering authority, which rejects it; it names nothing any more.
    case rejected(CVEID, reason: String)
  }

  /// The id by which the vulnerability goes, if it has one.
  public var cveID: CVEID? {
    switch cve {
    case .reserved(let id), .published(let id): id
    case .none, .waived, .rejected: nil
    }
  }

  public enum Command: Hashable, Sendable {
    case reserve(CVEID)
    case waive(reason: String)
    /// A reserved id is not needed: the numbering authority rejects it.
    case giveBack(reason: String)
    /// The CVE record is public in the CVE list.
    case confirmRecord(evidence: String)
  }

  public enum Event: Hashable, Sendable {
    case reserved(CVEID)
    case waived(reason: String)
    case recordPublished(evidence: String)
    case rejected(reason: String)
  }

  mutating func evolve(_ event: Event, _ entry: Entry) {
    switch event {
    case .reserved(let id): cve = .reserved(id)
    case .waived(let reason): cve = .waived(reason: reason)
    case .rejected(let reason): if case .reserved(let id) = cve { cve = .rejected(id, reason: reason) }
    case .recordPublished: if let cveID { cve = .published(cveID) }
    }
  }
}
