import JSON

extension AdvisoryDraft.Event: CodedEvent {
  enum WireName: String, CaseIterable {
    case drafted = "advisory.drafted"
    case approved = "advisory.approved"
  }

  var wireName: WireName {
    switch self {
    case .drafted: .drafted
    case .approved: .approved
    }
  }

  var payload: JSON.Object {
    switch self {
    case .drafted(let text):
      [
        "title": .string(text.title), "summary": .string(text.summary), "details": .string(text.details),
        "impact": .string(text.impact), "conditions": .string(text.conditions), "references": .texts(text.references),
      ]
    case .approved(let contentVersion): ["content_version": .integer(contentVersion)]
    }
  }

  init(_ name: WireName, _ reader: EventReader) throws(EventFault) {
    self =
      switch name {
      case .drafted:
        .drafted(
          AdvisoryDraft.Text(
            title: try reader.text("title"), summary: try reader.text("summary"), details: try reader.text("details"),
            impact: try reader.text("impact"), conditions: try reader.text("conditions"),
            references: try reader.texts("references")))
      case .approved: .approved(contentVersion: try reader.integer("content_version"))
      }
  }
}
