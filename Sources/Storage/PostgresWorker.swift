import Dispatch

/// One connection on a queue of its own, so that libpq's blocking calls hold none of Swift's shared threads.
///
/// Unchecked because the compiler cannot see it: `session` is touched on `queue` only.
final class PostgresWorker: @unchecked Sendable {
  private let url: String
  private let queue = DispatchQueue(label: "embargo.postgres")
  private var session: PostgresSession?

  init(url: String) {
    self.url = url
  }

  func transaction<T: Sendable>(
    _ begin: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    try await onQueue { worker in
      let session = try worker.begin(begin)
      let connection = PostgresConnection(session)
      do {
        let result = try body(connection)
        if let failure = connection.failure { throw failure }
        try session.commit()
        return result
      } catch {
        // A session that cannot even roll back is broken: the server undoes its transaction by itself.
        if (try? session.command("ROLLBACK")) == nil { worker.session = nil }
        throw error
      }
    }
  }

  func command(_ text: String) async throws {
    try await onQueue { try $0.connected().command(text) }
  }

  func disconnect() async {
    try? await onQueue { $0.session = nil }
  }

  /// Begins on the session at hand; if it died while idle (a restarted server), once more on a new one.
  private func begin(_ text: String) throws(DatabaseError) -> PostgresSession {
    let hadSession = session != nil
    do {
      let session = try connected()
      try session.command(text)
      return session
    } catch {
      session = nil
      guard hadSession, case .unavailable = error else { throw error }
      let session = try connected()
      try session.command(text)
      return session
    }
  }

  private func connected() throws(DatabaseError) -> PostgresSession {
    if let session, session.isAlive { return session }
    let session = try PostgresSession(url: url)
    self.session = session
    return session
  }

  private func onQueue<T: Sendable>(_ work: @escaping @Sendable (PostgresWorker) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work(self) }) }
    }
  }
}
