import JSON

extension Report.Event: CodedEvent {
  enum WireName: String, CaseIterable {
    case received = "report.received"
    case acknowledged = "report.acknowledged"
    case responded = "report.responded"
    case reproduced = "report.reproduced"
    case validated = "report.validated"
    case invalidated = "report.invalidated"
    case accepted = "report.accepted"
    case deferred = "report.deferred"
    case rejectionProposed = "report.rejection_proposed"
    case rejectionDeclined = "report.rejection_declined"
    case closed = "report.closed"
    case creditChosen = "report.credit_chosen"
  }

  /// Since version 2 a report may hold a CVSS vector.
  static func version(of name: WireName) -> Int { name == .received ? 2 : 1 }

  var wireName: WireName {
    switch self {
    case .received: .received
    case .acknowledged: .acknowledged
    case .responded: .responded
    case .reproduced: .reproduced
    case .validated: .validated
    case .invalidated: .invalidated
    case .accepted: .accepted
    case .deferred: .deferred
    case .rejectionProposed: .rejectionProposed
    case .rejectionDeclined: .rejectionDeclined
    case .closed: .closed
    case .creditChosen: .creditChosen
    }
  }

  var payload: JSON.Object {
    switch self {
    case .received(let submission): submission.members
    case .acknowledged(let text): ["text": .string(text)]
    case .responded(let response): response.members
    case .reproduced(let reproduction):
      [
        "outcome": .string(reproduction.outcome.rawValue), "environment": .string(reproduction.environment),
        "notes": .string(reproduction.notes),
      ]
    case .validated(let duplicates): ["duplicates": .string(duplicates)]
    case .invalidated(let missing, let text): ["missing": .texts(missing), "text": .string(text)]
    case .accepted: [:]
    case .deferred(let deferral): ["reason": .string(deferral.reason), "review": .date(deferral.review)]
    case .rejectionProposed(let rejection): rejection.members
    case .rejectionDeclined(let reason): ["reason": .string(reason)]
    case .closed(let closure): closure.members
    case .creditChosen(let wish): wish.members
    }
  }

  init(_ name: WireName, _ reader: EventReader) throws(EventFault) {
    self =
      switch name {
      case .received: .received(try Submission(reader))
      case .acknowledged: .acknowledged(text: try reader.text("text"))
      case .responded: .responded(try FirstResponse(reader))
      case .reproduced:
        .reproduced(
          Reproduction(
            outcome: try reader.word("outcome"), environment: try reader.text("environment"),
            notes: try reader.text("notes")))
      case .validated: .validated(duplicates: try reader.text("duplicates"))
      case .invalidated: .invalidated(missing: try reader.texts("missing"), text: try reader.text("text"))
      case .accepted: .accepted
      case .deferred: .deferred(Deferral(reason: try reader.text("reason"), review: try reader.date("review")))
      case .rejectionProposed: .rejectionProposed(try Rejection(reader))
      case .rejectionDeclined: .rejectionDeclined(reason: try reader.text("reason"))
      case .closed: .closed(try Closure(reader))
      case .creditChosen: .creditChosen(try CreditWish(reader))
      }
  }
}

extension FirstResponse {
  var members: JSON.Object {
    [
      "text": .string(text),
      "plan": .array(plan.map { ["what": .string($0.what), "owner": .string($0.owner), "due": .date($0.due)] }),
      "workarounds": workarounds.json,
    ]
  }

  init(_ reader: EventReader) throws(EventFault) {
    self.init(
      text: try reader.text("text"),
      plan: try reader.list("plan") { step throws(EventFault) in
        Step(what: try step.text("what"), owner: try step.text("owner"), due: try step.date("due"))
      },
      workarounds: try Workarounds(reader.member("workarounds")))
  }
}

extension FirstResponse.Workarounds {
  var json: JSON {
    switch self {
    case .known(let workarounds): ["is": "known", "list": .texts(workarounds)]
    case .noneKnown(let revisit): ["is": "none_known", "revisit": .date(revisit)]
    }
  }

  init(_ reader: EventReader) throws(EventFault) {
    switch try reader.text("is") {
    case "known": self = .known(try reader.texts("list"))
    case "none_known": self = .noneKnown(revisit: try reader.date("revisit"))
    default: throw reader.fault("are of an unknown kind")
    }
  }
}
