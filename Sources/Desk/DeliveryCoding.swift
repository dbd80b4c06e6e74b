import Casework
import JSON

/// A delivery as it waits in the outbox, sealed.
extension Delivery {
  var json: JSON {
    var notice: JSON
    switch self.notice {
    case .advisory(let id): notice = ["kind": "advisory", "id": .string(id)]
    case .receipt(let secret): notice = ["kind": "receipt", "secret": .string(secret)]
    case .doorbell: notice = ["kind": "doorbell"]
    }
    return [
      "v": 1, "key": .string(key), "channel": .string(channel.rawValue), "audience": .string(audience.rawValue),
      "recipient": recipient.map(JSON.string) ?? .null, "notice": notice,
    ]
  }

  /// Nil for what this version does not know; such a delivery is held, never guessed at.
  init?(json: JSON) {
    guard let key = json["key"]?.string, let channel = json["channel"]?.string.flatMap(Publication.Channel.init),
      let audience = json["audience"]?.string.flatMap(Audience.init), let kind = json["notice"]?["kind"]?.string
    else { return nil }
    let notice: Notice
    switch kind {
    case "advisory":
      guard let id = json["notice"]?["id"]?.string else { return nil }
      notice = .advisory(id: id)
    case "receipt":
      guard let secret = json["notice"]?["secret"]?.string else { return nil }
      notice = .receipt(secret: secret)
    case "doorbell": notice = .doorbell
    default: return nil
    }
    self.init(key: key, channel: channel, audience: audience, recipient: json["recipient"]?.string, notice: notice)
  }
}
