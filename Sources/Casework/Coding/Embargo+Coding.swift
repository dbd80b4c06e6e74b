import JSON

extension Embargo.Event: CodedEvent {
  enum WireName: String, CaseIterable {
    case proposed = "embargo.proposed"
    case accepted = "embargo.accepted"
    case declined = "embargo.declined"
    case terminated = "embargo.terminated"
    case consented = "embargo.consented"
    case dateProposed = "embargo.date_proposed"
    case dateDecided = "embargo.date_decided"
  }

  var wireName: WireName {
    switch self {
    case .proposed: .proposed
    case .accepted: .accepted
    case .declined: .declined
    case .terminated: .terminated
    case .consented: .consented
    case .dateProposed: .dateProposed
    case .dateDecided: .dateDecided
    }
  }

  var payload: JSON.Object {
    switch self {
    case .proposed(let until, let reason, let delay):
      var object: JSON.Object = ["until": .date(until), "reason": .string(reason)]
      object["delay"] = delay.map { .string($0.rawValue) }
      return object
    case .accepted(let until): return ["until": .date(until)]
    case .declined(let reason): return ["reason": .string(reason)]
    case .terminated(let ending): return ["ending": ending.json]
    case .consented(let party): return ["party": .string(party.rawValue)]
    case .dateProposed(let date, let reason), .dateDecided(let date, let reason):
      return ["date": .date(date), "reason": .string(reason)]
    }
  }

  init(_ name: WireName, _ reader: EventReader) throws(EventFault) {
    self =
      switch name {
      case .proposed:
        .proposed(
          until: try reader.date("until"), reason: try reader.text("reason"),
          delay: try reader.optional("delay") { reader, key throws(EventFault) in try reader.word(key) })
      case .accepted: .accepted(until: try reader.date("until"))
      case .declined: .declined(reason: try reader.text("reason"))
      case .terminated: .terminated(try Embargo.Ending(reader.member("ending")))
      case .consented: .consented(PartyID(try reader.text("party")))
      case .dateProposed: .dateProposed(try reader.date("date"), reason: try reader.text("reason"))
      case .dateDecided: .dateDecided(try reader.date("date"), reason: try reader.text("reason"))
      }
  }
}

extension Embargo.Ending {
  var json: JSON {
    switch self {
    case .reached: ["is": "reached"]
    case .publicKnowledge: ["is": "public_knowledge"]
    case .exploitPublic: ["is": "exploit_public"]
    case .published: ["is": "published"]
    case .notAVulnerability: ["is": "not_a_vulnerability"]
    case .decided(let reason): ["is": "decided", "reason": .string(reason)]
    }
  }

  init(_ reader: EventReader) throws(EventFault) {
    switch try reader.text("is") {
    case "reached": self = .reached
    case "public_knowledge": self = .publicKnowledge
    case "exploit_public": self = .exploitPublic
    case "published": self = .published
    case "not_a_vulnerability": self = .notAVulnerability
    case "decided": self = .decided(reason: try reader.text("reason"))
    default: throw reader.fault("is of an unknown kind")
    }
  }
}
