import AdvisoryTypes
import JSON

extension Identifiers.Event: CodedEvent {
  enum WireName: String, CaseIterable {
    case reserved = "identifiers.reserved"
    case waived = "identifiers.waived"
    case recordPublished = "identifiers.record_published"
    case rejected = "identifiers.rejected"
  }

  var wireName: WireName {
    switch self {
    case .reserved: .reserved
    case .waived: .waived
    case .recordPublished: .recordPublished
    case .rejected: .rejected
    }
  }

  var payload: JSON.Object {
    switch self {
    case .reserved(let id): ["cve": .string(id.description)]
    case .waived(let reason), .rejected(let reason): ["reason": .string(reason)]
    case .recordPublished(let evidence): ["evidence": .string(evidence)]
    }
  }

  init(_ name: WireName, _ reader: EventReader) throws(EventFault) {
    self =
      switch name {
      case .reserved: .reserved(try reader.value("cve", CVEID.init))
      case .waived: .waived(reason: try reader.text("reason"))
      case .recordPublished: .recordPublished(evidence: try reader.text("evidence"))
      case .rejected: .rejected(reason: try reader.text("reason"))
      }
  }
}
