import AdvisoryTypes

extension Case {
  func permitsIdentifiers(_ name: Command.Name) throws(Refusal) {
    try requireReport()
    switch name {
    case .reserveCVE:
      guard identifiers.cveID == nil else {
        throw Refusal("This vulnerability has its CVE id already.", rule: "S39")
      }
    case .waiveCVE:
      guard identifiers.cveID == nil else {
        throw Refusal("A reserved id is published or returned, never dropped.", rule: "C1")
      }
    case .returnCVE: try permitsReturn()
    case .confirmCVERecord: try permitsRecord()
    default: break
    }
  }

  private func permitsReturn() throws(Refusal) {
    guard case .reserved(let id) = identifiers.cve else {
      throw Refusal("No reserved CVE id could be returned.", rule: "C1")
    }
    guard publication.advisory?.cve != id else {
      throw Refusal("\(id) stands in the published advisory: confirm its record instead.", rule: "C1")
    }
  }

  private func permitsRecord() throws(Refusal) {
    guard case .reserved(let id) = identifiers.cve else {
      throw Refusal("No CVE id waits for its record.", rule: "K13")
    }
    guard publication.advisory?.cve == id else {
      throw Refusal(
        "A CVE record is never the first disclosure: publish the advisory with \(id) first.", rule: "C7")
    }
  }

  func decide(_ command: Identifiers.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .reserve(let id):
      if case .rejected(id, _) = identifiers.cve {
        throw Refusal("\(id) was returned, and a rejected id is never used again. Ask for another one.", rule: "C1")
      }
      return [.identifiers(.reserved(id))]
    case .waive(let reason):
      try Refusal.require(reason, "why it is published without a CVE id", rule: "S38")
      return [.identifiers(.waived(reason: reason))]
    case .giveBack(let reason):
      // One coordinator is enough for now: an id that nobody outside has seen harms nobody when it goes.
      try Refusal.require(reason, "why the id is not needed", rule: "C1")
      return [.identifiers(.rejected(reason: reason))]
    case .confirmRecord(let evidence):
      try Refusal.require(evidence, "where the record can be read", rule: "K13")
      return [.identifiers(.recordPublished(evidence: evidence))]
    }
  }
}
