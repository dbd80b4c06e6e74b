import Casework
import Desk
import Synchronization

/// A channel that remembers what it was given, and answers as it was told to.
final class Recorder: Channel {
  enum Answer: Sendable {
    case arrives
    case fails(CarryFault)
    /// The world breaks after the step that cannot be taken back.
    case breaksAfterCommit
  }

  struct Broken: Error {}

  let channel: Publication.Channel
  private let state: Mutex<(answers: [Answer], carried: [Delivery])>

  /// - Parameter answers: one for each attempt; whatever comes after them arrives.
  init(_ channel: Publication.Channel, _ answers: [Answer] = []) {
    self.channel = channel
    state = Mutex((answers, []))
  }

  /// Every delivery that was attempted, in order.
  var carried: [Delivery] { state.withLock { $0.carried } }

  func carry(
    _ delivery: Delivery, of id: CaseID, commit: @Sendable () async throws -> Void
  ) async throws -> String {
    let answer = state.withLock { state in
      state.carried.append(delivery)
      return state.answers.isEmpty ? Answer.arrives : state.answers.removeFirst()
    }
    switch answer {
    case .arrives: return "taken"
    case .fails(let fault): throw fault
    case .breaksAfterCommit:
      try await commit()
      throw Broken()
    }
  }
}
