import JSON

extension Submission {
  var members: JSON.Object {
    var object: JSON.Object = [
      "channel": .string(channel.rawValue), "title": .string(title), "text": .string(text),
    ]
    object["name"] = name.map(JSON.string)
    object["affiliation"] = affiliation.map(JSON.string)
    object["contact"] = contact.map(JSON.string)
    object["steps"] = steps.map(JSON.string)
    object["effects"] = effects.map(JSON.string)
    object["configuration"] = configuration.map(JSON.string)
    object["attack_surface"] = attackSurface.map(JSON.string)
    object["other_projects"] = otherProjects.map(JSON.string)
    object["already_public"] = alreadyPublic.map(JSON.string)
    object["exploited"] = exploited.map(JSON.string)
    object["claimed_impact"] = claimedImpact.map(\.json)
    object["vector"] = vector.map(JSON.string)
    object["credit"] = credit.map { .object($0.members) }
    object["intake"] = intake.map(JSON.string)
    object["attachments"] = .array(attachments.map(\.json))
    object["policy_version"] = .string(policyVersion)
    return object
  }

  init(_ reader: EventReader) throws(EventFault) {
    self.init(
      channel: try reader.word("channel"), title: try reader.text("title"), text: try reader.text("text"),
      name: try reader.optionalText("name"), affiliation: try reader.optionalText("affiliation"),
      contact: try reader.optionalText("contact"), steps: try reader.optionalText("steps"),
      effects: try reader.optionalText("effects"), configuration: try reader.optionalText("configuration"),
      attackSurface: try reader.optionalText("attack_surface"),
      otherProjects: try reader.optionalText("other_projects"),
      alreadyPublic: try reader.optionalText("already_public"), exploited: try reader.optionalText("exploited"),
      claimedImpact: try reader.optional("claimed_impact") { reader, key throws(EventFault) in
        try Set(reader, key)
      },
      vector: try reader.optionalText("vector"),
      credit: try reader.optional("credit") { reader, key throws(EventFault) in
        try CreditWish(reader.member(key))
      },
      intake: try reader.optionalText("intake"), attachments: try reader.attachments("attachments"),
      policyVersion: try reader.text("policy_version"))
  }
}

extension Submission.Attachment {
  var json: JSON {
    ["id": .string(id), "name": .string(name), "media_type": .string(mediaType), "size": .integer(size)]
  }
}

extension EventReader {
  func attachments(_ key: String) throws(EventFault) -> [Submission.Attachment] {
    try list(key) { entry throws(EventFault) in
      Submission.Attachment(
        id: try entry.text("id"), name: try entry.text("name"), mediaType: try entry.text("media_type"),
        size: try entry.integer("size"))
    }
  }
}

extension CreditWish {
  var members: JSON.Object { ["wanted": .bool(wanted), "name": .string(name)] }

  init(_ reader: EventReader) throws(EventFault) {
    self.init(wanted: try reader.bool("wanted"), name: try reader.text("name"))
  }
}

extension Set<Impact> {
  /// Sorted, so that equal sets give equal bytes.
  var json: JSON { .texts(map(\.rawValue).sorted()) }

  init(_ reader: EventReader, _ key: String) throws(EventFault) {
    var impacts: Set<Impact> = []
    for text in try reader.texts(key) {
      guard let impact = Impact(rawValue: text) else { throw try reader.member(key).fault("names an unknown impact") }
      impacts.insert(impact)
    }
    self = impacts
  }
}
