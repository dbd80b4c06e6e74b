import Desk
import Logging
public import ServiceLifecycle

/// Reads what was kept and not read yet, for as long as the desk runs.
public struct MailReader: Service, Sendable {
  let intake: MailIntake

  public init(intake: MailIntake) { self.intake = intake }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await intake.readPending()
        } catch {
          intake.desk.logger.error("Mail cannot be read now", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }
}
