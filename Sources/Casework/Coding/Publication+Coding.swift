import AdvisoryTypes
import JSON

extension Publication.Event: CodedEvent {
  enum WireName: String, CaseIterable {
    case released = "publication.released"
    case delivered = "publication.delivered"
  }

  /// Since version 2 an advisory has scores with their lines; before it had a list of vectors.
  static func version(of name: WireName) -> Int { name == .released ? 2 : 1 }

  var wireName: WireName {
    switch self {
    case .released: .released
    case .delivered: .delivered
    }
  }

  var payload: JSON.Object {
    switch self {
    // The advisory keeps the form that its own module defines.
    case .released(let advisory): ["advisory": advisory.json]
    case .delivered(let delivery, let channel, let proof):
      ["delivery": .string(delivery), "channel": .string(channel.rawValue), "proof": .string(proof)]
    }
  }

  init(_ name: WireName, _ reader: EventReader) throws(EventFault) {
    switch name {
    case .released:
      let member = try reader.member("advisory")
      do {
        self = .released(try Advisory(json: member.json))
      } catch {
        throw member.fault("is no advisory: \(error.reason)")
      }
    case .delivered:
      self = .delivered(
        delivery: try reader.text("delivery"), channel: try reader.word("channel"), proof: try reader.text("proof"))
    }
  }
}
