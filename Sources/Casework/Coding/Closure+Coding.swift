import JSON

extension Closure {
  var members: JSON.Object {
    var object: JSON.Object = ["disposition": .string(disposition.rawValue), "letter": .string(letter)]
    object["rejection"] = rejection.map { .object($0.members) }
    object["unsafe_default"] = unsafeDefault.map(\.json)
    return object
  }

  init(_ reader: EventReader) throws(EventFault) {
    self.init(
      disposition: try reader.word("disposition"), letter: try reader.text("letter"),
      rejection: try reader.optional("rejection") { reader, key throws(EventFault) in
        try Rejection(reader.member(key))
      },
      unsafeDefault: try reader.optional("unsafe_default") { reader, key throws(EventFault) in
        try UnsafeDefault(reader.member(key))
      })
  }
}

extension Rejection {
  var members: JSON.Object {
    [
      "disposition": .string(disposition.rawValue), "claim": .string(claim), "tested": .string(tested),
      "why": .string(why), "evidence": .string(evidence), "elsewhere": .string(elsewhere), "appeal": .string(appeal),
    ]
  }

  init(_ reader: EventReader) throws(EventFault) {
    self.init(
      disposition: try reader.word("disposition"), claim: try reader.text("claim"), tested: try reader.text("tested"),
      why: try reader.text("why"), evidence: try reader.text("evidence"), elsewhere: try reader.text("elsewhere"),
      appeal: try reader.text("appeal"))
  }
}

extension UnsafeDefault {
  var json: JSON {
    [
      "is_default": .bool(isDefault), "bypasses_control": .bool(bypassesControl), "documented": .bool(documented),
      "explanation": .string(explanation), "guidance": .string(guidance), "hardening_item": .string(hardeningItem),
    ]
  }

  init(_ reader: EventReader) throws(EventFault) {
    self.init(
      isDefault: try reader.bool("is_default"), bypassesControl: try reader.bool("bypasses_control"),
      documented: try reader.bool("documented"), explanation: try reader.text("explanation"),
      guidance: try reader.text("guidance"), hardeningItem: try reader.text("hardening_item"))
  }
}
