import AdvisoryTypes
import JSON

extension Assessment.Event: CodedEvent {
  enum WireName: String, CaseIterable {
    case assessed = "assessment.assessed"
    case loweringProposed = "assessment.lowering_proposed"
    case lowered = "assessment.lowered"
    case scored = "assessment.scored"
    case scoreWithdrawn = "assessment.score_withdrawn"
    case scoreProposed = "assessment.score_proposed"
    case finalScoreWaived = "assessment.final_score_waived"
    case ssvcDecided = "assessment.ssvc_decided"
  }

  /// Until version 2 there was one score, for all lines, and nothing was explained.
  static func version(of name: WireName) -> Int { name == .scored ? 2 : 1 }

  var wireName: WireName {
    switch self {
    case .assessed: .assessed
    case .loweringProposed: .loweringProposed
    case .lowered: .lowered
    case .scored: .scored
    case .scoreWithdrawn: .scoreWithdrawn
    case .scoreProposed: .scoreProposed
    case .finalScoreWaived: .finalScoreWaived
    case .ssvcDecided: .ssvcDecided
    }
  }

  var payload: JSON.Object {
    switch self {
    case .assessed(let finding): return finding.members
    case .loweringProposed(let priority, let reason), .lowered(let priority, let reason):
      return ["priority": .string(priority.rawValue), "reason": .string(reason)]
    case .scored(let vector, let lines, let final, let reason, let explanation):
      var object: JSON.Object = [
        "vector": .string(vector), "lines": .texts(lines), "final": .bool(final), "reason": .string(reason),
      ]
      object["explanation"] = explanation.map(JSON.string)
      return object
    case .scoreWithdrawn(let vector, let lines, let reason):
      return ["vector": .string(vector), "lines": .texts(lines), "reason": .string(reason)]
    case .scoreProposed(let vector, let comment, let side):
      return ["vector": .string(vector), "comment": .string(comment), "side": .string(side.rawValue)]
    case .finalScoreWaived(let reason): return ["reason": .string(reason)]
    case .ssvcDecided(let points, let reason):
      var object = points.members
      object["reason"] = .string(reason)
      return object
    }
  }

  init(_ name: WireName, _ reader: EventReader) throws(EventFault) {
    self =
      switch name {
      case .assessed: .assessed(try Finding(reader))
      case .loweringProposed: .loweringProposed(try reader.word("priority"), reason: try reader.text("reason"))
      case .lowered: .lowered(try reader.word("priority"), reason: try reader.text("reason"))
      case .scored:
        .scored(
          vector: try reader.text("vector"), lines: try reader.integer("v") == 1 ? [] : try reader.texts("lines"),
          final: try reader.bool("final"), reason: try reader.text("reason"),
          explanation: try reader.optionalText("explanation"))
      case .scoreWithdrawn:
        .scoreWithdrawn(
          vector: try reader.text("vector"), lines: try reader.texts("lines"), reason: try reader.text("reason"))
      case .scoreProposed:
        .scoreProposed(
          vector: try reader.text("vector"), comment: try reader.text("comment"), side: try reader.word("side"))
      case .finalScoreWaived: .finalScoreWaived(reason: try reader.text("reason"))
      case .ssvcDecided: .ssvcDecided(try SSVC.Supplier(reader), reason: try reader.text("reason"))
      }
  }
}

extension SSVC.Supplier {
  var members: JSON.Object {
    [
      "exploitation": .string(exploitation.rawValue), "automatable": .string(automatable.rawValue),
      "value_density": .string(valueDensity.rawValue), "technical_impact": .string(technicalImpact.rawValue),
      "public_safety_impact": .string(publicSafetyImpact.rawValue),
    ]
  }

  init(_ reader: EventReader) throws(EventFault) {
    self.init(
      exploitation: try reader.word("exploitation"), automatable: try reader.word("automatable"),
      valueDensity: try reader.word("value_density"), technicalImpact: try reader.word("technical_impact"),
      publicSafetyImpact: try reader.word("public_safety_impact"))
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
