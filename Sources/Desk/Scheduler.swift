public import Casework
import Foundation
import Logging
public import ServiceLifecycle
import Storage

/// The clock that makes dates come true: at its agreed end an embargo is over, whether we are ready or not (E7).
public struct Scheduler: Service, Sendable {
  let desk: Desk

  public init(desk: Desk) { self.desk = desk }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await tick()
        } catch {
          desk.logger.error("The scheduler cannot work", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }

  /// Ends every embargo whose time has come. Returns the cases that changed.
  @discardableResult
  public func tick() async throws -> [CaseID] {
    let now = desk.clock.now
    let due = try await desk.database.read { db in
      try db.query(
        """
        SELECT case_id FROM deadlines
        WHERE clock = \(Clock.ID.embargoEnd.rawValue) AND stopped_at IS NULL AND due_at <= \(now) ORDER BY due_at
        """
      ).compactMap { try CaseID($0.text("case_id")) }
    }
    var changed: [CaseID] = []
    for id in due {
      do {
        if try await !desk.perform(.embargo(.passTime), on: id, by: .desk).isEmpty { changed.append(id) }
      } catch let error as DatabaseError {
        throw error
      } catch {
        // A case that cannot be read must not keep the others from their end.
        desk.logger.error("An embargo cannot be ended", metadata: ["case": "\(id)", "error": "\(error)"])
      }
    }
    return changed
  }
}
