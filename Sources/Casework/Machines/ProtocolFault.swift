/// A message that its sender may not send now.
public struct ProtocolFault: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: CaseMessage
  /// One sentence for the person who wanted to send it.
  public let reason: String

  public var description: String { reason }

  init(_ message: CaseMessage, _ because: String) {
    self.message = message
    reason = "\(message.rawValue) cannot be sent: \(because)."
  }
}
