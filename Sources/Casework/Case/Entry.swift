public import Foundation

/// One line of a case's history: what happened, when the desk learnt it, and who did it.
///
/// The why stands in the event. Entries are kept for ever; an event never repeats what the entry says.
public struct Entry: Hashable, Sendable {
  public var event: Case.Event
  /// The server's time, never the client's.
  public var at: Date
  public var by: PartyID

  public init(_ event: Case.Event, at: Date, by: PartyID) {
    self.event = event
    self.at = at
    self.by = by
  }
}
