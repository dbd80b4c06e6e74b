/// A PostgreSQL database behind a small pool of connections.
public struct PostgresDatabase: Database {
  public var dialect: Dialect { .postgres }
  private let pool: PostgresPool

  /// - Parameters:
  ///   - url: a libpq connection string, for example `postgresql:///embargo?host=/run/postgresql`.
  ///     Connections are made when they are needed, so this does not fail.
  ///   - connections: at most so many transactions run at the same time.
  public init(url: String, connections: Int = 4) {
    pool = PostgresPool((0..<max(1, connections)).map { _ in PostgresWorker(url: url) })
  }

  public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
  }

  @discardableResult
  public func transaction<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", body)
  }

  /// Rewrites the tables in which rows are destroyed for secrecy.
  public func scrub() async throws {
    try await pool.withWorker { try await $0.command("VACUUM (FULL) case_keys, intake, attachments") }
  }

  public func close() async {
    await pool.close()
  }

  private func run<T: Sendable>(
    _ begin: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    try await pool.withWorker { try await $0.transaction(begin, body) }
  }
}

/// Hands out idle workers, first come, first served.
private actor PostgresPool {
  private let workers: [PostgresWorker]
  private var idle: [PostgresWorker]
  private var waiting: [CheckedContinuation<PostgresWorker?, Never>] = []
  private var closing: [CheckedContinuation<Void, Never>] = []
  private var closed = false

  init(_ workers: [PostgresWorker]) {
    self.workers = workers
    idle = workers
  }

  func withWorker<T: Sendable>(_ work: @Sendable (PostgresWorker) async throws -> T) async throws -> T {
    try Task.checkCancellation()
    guard let worker = await take() else { throw DatabaseError.unavailable("it was closed.") }
    defer { giveBack(worker) }
    return try await work(worker)
  }

  func close() async {
    closed = true
    for continuation in waiting { continuation.resume(returning: nil) }
    waiting = []
    if idle.count < workers.count { await withCheckedContinuation { closing.append($0) } }
    for worker in workers { await worker.disconnect() }
  }

  private func take() async -> PostgresWorker? {
    if closed { return nil }
    if let worker = idle.popLast() { return worker }
    return await withCheckedContinuation { waiting.append($0) }
  }

  private func giveBack(_ worker: PostgresWorker) {
    if !waiting.isEmpty {
      waiting.removeFirst().resume(returning: worker)
      return
    }
    idle.append(worker)
    if idle.count == workers.count {
      for continuation in closing { continuation.resume() }
      closing = []
    }
  }
}
