/// An event in the books that cannot be read: written by a later version of the desk, or damaged.
public struct EventFault: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Hashable, Sendable {
    /// The wire name is not known.
    case unknownEvent
    /// The name is known, the version of its shape is not.
    case unknownVersion
    /// A member is missing or of another kind.
    case wrongShape
  }

  public let code: Code
  /// Names the event and the member, never the content: it may stand in a log.
  public let reason: String

  public var description: String { reason }
}
