import Casework
import Desk
import Foundation
import Testing

/// One case of a house, and what people do with it.
struct Matter: Sendable {
  let house: House
  let id: CaseID

  /// Somebody does something. Returns the case as it is afterwards.
  @discardableResult
  func by(_ party: Party, _ command: Case.Command) async throws -> Case {
    try await house.desk.perform(command, on: id, by: party)
    return try await now()
  }

  /// Somebody tries something that the rules do not allow. Returns the sentence with which they say so.
  func refusal(of party: Party, _ command: Case.Command) async throws -> String {
    try await sentence { try await by(party, command) }
  }

  /// Somebody publishes the advisory. Returns its id.
  @discardableResult
  func publish(by party: Party) async throws -> String { try await house.desk.publish(id, by: party) }

  /// Somebody tries to publish and may not.
  func refusalToPublish(by party: Party) async throws -> String {
    try await sentence { try await publish(by: party) }
  }

  private func sentence(_ attempt: () async throws -> some Any) async throws -> String {
    do {
      _ = try await attempt()
    } catch let refusal as Refusal {
      return refusal.sentence
    }
    throw Unexpected("The rules should have said no.")
  }

  /// The case as it is now.
  func now() async throws -> Case { try #require(try await house.desk.load(id)) }

  /// The case as it was.
  func at(_ moment: String) async throws -> Case { try #require(try await house.desk.load(id, at: utc(moment))) }

  func phase() async throws -> Case.Phase { try await now().phase(at: house.clock.now) }

  /// The newest letter of the thread that the reporter reads in the room.
  func lastLetter() async throws -> String {
    try await now().conversation.letters.last { $0.audience == .reporter }?.text ?? ""
  }

  /// When this promise is due.
  func due(_ clock: Clock.ID) async throws -> Date? {
    try await now().clocks(under: house.desk.policy).first { $0.id == clock }?.due
  }
}
