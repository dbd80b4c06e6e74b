import AdvisoryTypes
import JSON

extension Assessment.Event: CodedEvent {
  enum WireName: String, CaseIterable {
    case assessed = "assessment.assessed"
    case loweringProposed = "assessment.lowering_proposed"
    case lowered = "assessment.lowered"
    case scored = "assessment.scored"
  }

  var wireName: WireName {
    switch self {
    case .assessed: .assessed
    case .loweringProposed: .loweringProposed
    case .lowered: .lowered
    case .scored: .scored
    }
  }

  var payload: JSON.Object {
    switch self {
    case .assessed(let finding): finding.members
    case .loweringProposed(let priority, let reason), .lowered(let priority, let reason):
      ["priority": .string(priority.rawValue), "reason": .string(reason)]
    case .scored(let vector, let final, let reason):
      ["vector": .string(vector), "final": .bool(final), "reason": .string(reason)]
    }
  }

  init(_ name: WireName, _ reader: EventReader) throws(EventFault) {
    self =
      switch name {
      case .assessed: .assessed(try Finding(reader))
      case .loweringProposed: .loweringProposed(try reader.word("priority"), reason: try reader.text("reason"))
      case .lowered: .lowered(try reader.word("priority"), reason: try reader.text("reason"))
      case .scored:
        .scored(vector: try reader.text("vector"), final: try reader.bool("final"), reason: try reader.text("reason"))
      }
  }
}

extension Finding {
  var members: JSON.Object {
    var object: JSON.Object = [
      "component": .string(component), "versions": .string(versions), "impact": impact.json,
      "preconditions": .string(preconditions), "exploitation": .string(exploitation.rawValue),
      "priority": .string(priority.rawValue),
    ]
    object["weakness"] = weakness.map { .string($0.description) }
    return object
  }

  init(_ reader: EventReader) throws(EventFault) {
    self.init(
      component: try reader.text("component"), versions: try reader.text("versions"),
      impact: try Set(reader, "impact"), preconditions: try reader.text("preconditions"),
      exploitation: try reader.word("exploitation"), priority: try reader.word("priority"),
      weakness: try reader.optional("weakness") { reader, key throws(EventFault) in
        try reader.value(key, CWEID.init)
      })
  }
}
