extension Case {
  func permitsIdentifiers(_ name: Command.Name) throws(Refusal) {
    try requireReport()
    switch name {
    case .reserveCVE, .waiveCVE:
      guard publication.advisory == nil else {
        throw Refusal("The advisory is published; an id that comes later is a revision of it.", rule: "S64")
      }
      if name == .reserveCVE, identifiers.cveID != nil {
        throw Refusal("This vulnerability has its CVE id already.", rule: "S39")
      }
      if name == .waiveCVE, identifiers.cveID != nil {
        throw Refusal("A reserved id is published or rejected, never dropped.", rule: "C1")
      }
    case .confirmCVERecord:
      guard case .reserved = identifiers.cve else {
        throw Refusal("No CVE id waits for its record.", rule: "K13")
      }
      guard publication.advisory != nil else {
        throw Refusal("A CVE record is never the first disclosure: publish the advisory first.", rule: "C7")
      }
    default: break
    }
  }

  func decide(_ command: Identifiers.Command, in context: Context) throws(Refusal) -> [Event] {
    switch command {
    case .reserve(let id): return [.identifiers(.reserved(id))]
    case .waive(let reason):
      try Refusal.require(reason, "why it is published without a CVE id", rule: "S38")
      return [.identifiers(.waived(reason: reason))]
    case .confirmRecord(let evidence):
      try Refusal.require(evidence, "where the record can be read", rule: "K13")
      return [.identifiers(.recordPublished(evidence: evidence))]
    }
  }
}
