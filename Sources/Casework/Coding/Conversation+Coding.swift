import JSON

extension Conversation.Event: CodedEvent {
  enum WireName: String, CaseIterable {
    case written = "conversation.written"
  }

  var wireName: WireName {
    switch self {
    case .written: .written
    }
  }

  var payload: JSON.Object {
    switch self {
    case .written(let message):
      [
        "audience": .string(message.audience.rawValue), "text": .string(message.text), "asks": .bool(message.asks),
        "attachments": .array(message.attachments.map(\.json)),
      ]
    }
  }

  init(_ name: WireName, _ reader: EventReader) throws(EventFault) {
    switch name {
    case .written:
      self = .written(
        Conversation.Message(
          audience: try reader.word("audience"), text: try reader.text("text"), asks: try reader.bool("asks"),
          attachments: try reader.attachments("attachments")))
    }
  }
}
