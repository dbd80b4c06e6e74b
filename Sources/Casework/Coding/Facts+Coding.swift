import JSON

extension Facts.Event: CodedEvent {
  enum WireName: String, CaseIterable {
    case vendorAware = "facts.vendor_aware"
    case fixReady = "facts.fix_ready"
    case fixDeployed = "facts.fix_deployed"
    case publicAware = "facts.public_aware"
    case exploitPublic = "facts.exploit_public"
    case attacksObserved = "facts.attacks_observed"
    case claimed = "facts.claimed"
    case refuted = "facts.refuted"
  }

  var wireName: WireName {
    switch self {
    case .vendorAware: .vendorAware
    case .fixReady: .fixReady
    case .fixDeployed: .fixDeployed
    case .publicAware: .publicAware
    case .exploitPublic: .exploitPublic
    case .attacksObserved: .attacksObserved
    case .claimed: .claimed
    case .refuted: .refuted
    }
  }

  var payload: JSON.Object {
    switch self {
    case .vendorAware, .fixReady: [:]
    case .fixDeployed(let evidence), .exploitPublic(let evidence), .attacksObserved(let evidence):
      ["evidence": evidence.json]
    case .publicAware(let evidence, let byOurselves):
      ["evidence": evidence.json, "by_ourselves": .bool(byOurselves)]
    case .claimed(let fact, let evidence): ["fact": .string(fact.rawValue), "evidence": evidence.json]
    case .refuted(let fact, let reason): ["fact": .string(fact.rawValue), "reason": .string(reason)]
    }
  }

  init(_ name: WireName, _ reader: EventReader) throws(EventFault) {
    self =
      switch name {
      case .vendorAware: .vendorAware
      case .fixReady: .fixReady
      case .fixDeployed: .fixDeployed(try reader.evidence())
      case .publicAware: .publicAware(try reader.evidence(), byOurselves: try reader.bool("by_ourselves"))
      case .exploitPublic: .exploitPublic(try reader.evidence())
      case .attacksObserved: .attacksObserved(try reader.evidence())
      case .claimed: .claimed(try reader.word("fact"), try reader.evidence())
      case .refuted: .refuted(try reader.word("fact"), reason: try reader.text("reason"))
      }
  }
}

extension Facts.Evidence {
  var json: JSON { ["text": .string(text), "happened": .date(happened)] }
}

extension EventReader {
  fileprivate func evidence() throws(EventFault) -> Facts.Evidence {
    let evidence = try member("evidence")
    return Facts.Evidence(try evidence.text("text"), happened: try evidence.date("happened"))
  }
}
