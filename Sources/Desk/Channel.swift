public import Casework

/// A way out of the house. Repeating a delivery with the same key must be harmless; where the world makes that impossible
/// (a mail that was sent is sent), the channel says so just before the step that cannot be taken back.
public protocol Channel: Sendable {
  var channel: Publication.Channel { get }

  /// Carries a delivery out.
  ///
  /// - Parameter commit: to be called right before the step that cannot be taken back. It throws when the lease is lost, and
  ///   then the step must not be taken. A channel whose deliveries can be repeated never calls it.
  /// - Returns: a proof for the receipt, such as an address or a server's answer. It must not hold content of the case.
  /// - Throws: `CarryFault`; anything else counts as temporary before `commit` and as uncertain after it.
  func carry(_ delivery: Delivery, of id: CaseID, commit: @Sendable () async throws -> Void) async throws -> String
}

/// Why something could not be carried out.
public enum CarryFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// Nothing has left; try again later.
  case temporary(String)
  /// Nothing has left, and trying again would not help.
  case permanent(String)
  /// It may have left. Nobody tries again by themselves.
  case uncertain(String)

  public var description: String {
    switch self {
    case .temporary(let why), .permanent(let why), .uncertain(let why): why
    }
  }
}
