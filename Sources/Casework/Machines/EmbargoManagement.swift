/// Embargo management: one machine for the whole case (Vultron EM, table V-EM).
///
/// A case has at most one embargo in force, and `exited` is final: who wants another embargo opens another case.
public enum EmbargoManagement {
  /// The raw values are the letters of the standard.
  public enum State: String, CaseIterable, Sendable, Hashable {
    case none = "N"
    case proposed = "P"
    case active = "A"
    /// A change is under negotiation. Until it is accepted the old terms hold; rejection keeps them.
    case revising = "R"
    case exited = "X"
  }

  /// The raw values are the letters of the standard.
  public enum Event: String, CaseIterable, Sendable, Hashable {
    case propose = "p"
    case accept = "a"
    case reject = "r"
    case terminate = "t"
  }
}

extension EmbargoManagement.State {
  /// The state that follows, or nil where the standard knows no such step.
  public func after(_ event: EmbargoManagement.Event) -> Self? {
    switch (self, event) {
    case (.none, .propose), (.proposed, .propose): .proposed
    case (.proposed, .accept): .active
    case (.proposed, .reject): Self.none
    case (.active, .propose), (.revising, .propose): .revising
    case (.revising, .accept), (.revising, .reject): .active
    case (.active, .terminate), (.revising, .terminate): .exited
    default: nil
    }
  }

  /// Somebody is bound to silence now: an embargo is active, be it under revision or not.
  public var inForce: Bool { self == .active || self == .revising }

  /// What is left once the world knows: an open proposal is moot, an embargo in force is over.
  var afterDisclosure: Self {
    switch self {
    case .none, .proposed: .none
    case .active, .revising, .exited: .exited
    }
  }
}
