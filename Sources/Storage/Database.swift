/// The one seam to a database: SQLite or PostgreSQL, at the level of SQL.
///
/// A body runs synchronously on a thread of the database, outside of Swift's shared threads. It sees one consistent
/// state, and it may run at most once per call: whoever gets a `.conflict` decides again and calls again.
public protocol Database: Sendable {
  var dialect: Dialect { get }

  /// Reads one snapshot. Statements that write fail.
  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

  /// All or nothing: what `body` wrote is durable when this returns, and never happened when it throws.
  ///
  /// A statement that failed fails the transaction, even if `body` catches its error.
  /// One exception to "never happened": `.unavailable` while committing means that nobody knows.
  @discardableResult
  func transaction<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

  /// Removes remains of deleted rows from the database's own files, as far as it can: call it after shredding.
  /// Backups and PostgreSQL's write-ahead log are out of its reach.
  func scrub() async throws

  /// Waits for what is running and closes all connections.
  func close() async
}

/// A connection inside of a transaction. It must not leave the body it was given to.
public protocol Connection {
  var dialect: Dialect { get }

  /// Runs one statement.
  /// - Returns: how many rows it inserted, changed or deleted.
  @discardableResult
  func execute(_ sql: SQL) throws(DatabaseError) -> Int

  /// Runs one statement and returns its rows: `SELECT`, or a change with `RETURNING`.
  func query(_ sql: SQL) throws(DatabaseError) -> [Row]
}

/// A failure of the database. Messages never contain values, only names and codes.
public enum DatabaseError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Somebody else was faster: a unique key that exists, a serialization failure, a deadlock. Decide again.
  case conflict(String)
  /// A lock was not to be had in time.
  case busy
  /// The disk is full.
  case full
  /// No connection to the database, or it broke.
  case unavailable(String)
  case other(String)

  public var description: String {
    switch self {
    case .conflict(let what): "Somebody else was faster: \(what)."
    case .busy: "The database was busy for too long."
    case .full: "The disk of the database is full."
    case .unavailable(let why): "The database cannot be reached: \(why)"
    case .other(let what): "The database failed: \(what)"
    }
  }

  public var isConflict: Bool {
    if case .conflict = self { true } else { false }
  }
}
