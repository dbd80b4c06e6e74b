import JSON

extension Plan.Event: CodedEvent {
  enum WireName: String, CaseIterable {
    case created = "plan.created"
    case edited = "plan.edited"
    case mitigationAdded = "plan.mitigation_added"
    case noMitigationDeclared = "plan.no_mitigation_declared"
    case approved = "plan.approved"
  }

  var wireName: WireName {
    switch self {
    case .created: .created
    case .edited: .edited
    case .mitigationAdded: .mitigationAdded
    case .noMitigationDeclared: .noMitigationDeclared
    case .approved: .approved
    }
  }

  var payload: JSON.Object {
    switch self {
    case .created(let owner): ["owner": .string(owner.rawValue)]
    case .edited(let steps):
      [
        "steps": .array(
          steps.map {
            ["audience": .string($0.audience), "channel": .string($0.channel), "text": .string($0.text)]
          })
      ]
    case .mitigationAdded(let mitigation): mitigation.members
    case .noMitigationDeclared(let reason): ["reason": .string(reason)]
    case .approved: [:]
    }
  }

  init(_ name: WireName, _ reader: EventReader) throws(EventFault) {
    self =
      switch name {
      case .created: .created(owner: PartyID(try reader.text("owner")))
      case .edited:
        .edited(
          try reader.list("steps") { step throws(EventFault) in
            Plan.Step(
              audience: try step.text("audience"), channel: try step.text("channel"), text: try step.text("text"))
          })
      case .mitigationAdded: .mitigationAdded(try Plan.Mitigation(reader))
      case .noMitigationDeclared: .noMitigationDeclared(reason: try reader.text("reason"))
      case .approved: .approved
      }
  }
}

extension Plan.Mitigation {
  var members: JSON.Object {
    [
      "action": .string(action), "applies_to": .string(appliesTo), "full": .bool(isFull),
      "side_effects": .string(sideEffects), "verify": .string(verify), "undo": .string(undo),
      "verified": .bool(isVerified),
    ]
  }

  init(_ reader: EventReader) throws(EventFault) {
    self.init(
      action: try reader.text("action"), appliesTo: try reader.text("applies_to"), isFull: try reader.bool("full"),
      sideEffects: try reader.text("side_effects"), verify: try reader.text("verify"), undo: try reader.text("undo"),
      isVerified: try reader.bool("verified"))
  }
}
