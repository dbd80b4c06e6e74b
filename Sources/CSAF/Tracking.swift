public import AdvisoryTypes
public import FoundationEssentials
internal import JSON

extension CSAF {
  /// The tracking id: the advisory's, on one line without blanks at its ends (section 3.2.1.12.4).
  public static func trackingID(of advisory: Advisory) -> String {
    let id = advisory.id.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return id.isEmpty ? "unnamed" : id
  }

  /// When the newest revision was released: never before the publication nor before an entry of the history.
  public static func currentReleaseDate(of advisory: Advisory) -> Date {
    max(advisory.published, advisory.updated, history(of: advisory).last?.date ?? advisory.published)
  }

  /// Versions are whole numbers; the history is sorted and numbered anew, so that date and number always agree
  /// (sections 6.1.14, 6.1.16 and 6.1.21).
  static func tracking(of advisory: Advisory, engine: String?) -> JSON {
    let history = history(of: advisory)
    var tracking: JSON.Object = [
      "current_release_date": .string(Timestamp.text(currentReleaseDate(of: advisory))),
      "id": .string(trackingID(of: advisory)),
      "initial_release_date": .string(Timestamp.text(advisory.published)),
      "revision_history": .array(
        history.enumerated().map { index, revision in
          [
            "date": .string(Timestamp.text(revision.date)),
            "number": .string(String(index + 1)),
            "summary": JSON.nonEmpty(revision.note) ?? "Revision \(index + 1)",
          ]
        }),
      "status": "final",
      "version": .string(String(history.count)),
    ]
    tracking["generator"] = engine.map { ["engine": ["name": .string($0)]] }
    return .object(tracking)
  }

  private static func history(of advisory: Advisory) -> [Advisory.Revision] {
    let revisions = advisory.revisions.sorted { ($0.date, $0.number) < ($1.date, $1.number) }
    let first = Advisory.Revision(number: 1, date: advisory.published, note: "First publication")
    return revisions.isEmpty ? [first] : revisions
  }
}
