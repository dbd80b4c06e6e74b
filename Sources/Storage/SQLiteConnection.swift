import Foundation
import GRDB

/// One transaction on SQLite. The first statement that fails fails the whole, as on PostgreSQL.
final class SQLiteConnection: Connection {
  let dialect = Dialect.sqlite
  private let db: GRDB.Database
  private var failure: DatabaseError?

  private init(_ db: GRDB.Database) {
    self.db = db
  }

  static func run<T>(_ body: (any Connection) throws -> T, on db: GRDB.Database) throws -> T {
    let connection = SQLiteConnection(db)
    let result = try body(connection)
    if let failure = connection.failure { throw failure }
    return result
  }

  func execute(_ sql: SQL) throws(DatabaseError) -> Int {
    try run(sql) { statement in
      let before = db.totalChangesCount
      try statement.execute()
      return db.totalChangesCount - before
    }
  }

  func query(_ sql: SQL) throws(DatabaseError) -> [Row] {
    try run(sql) { statement in
      var columns: [String: Int] = [:]
      for (index, name) in statement.columnNames.enumerated() where columns[name] == nil { columns[name] = index }
      var rows: [Row] = []
      let cursor = try GRDB.Row.fetchCursor(statement)
      while let row = try cursor.next() {
        rows.append(Row(columns: columns, values: try row.databaseValues.map(Value.init(sqlite:))))
      }
      return rows
    }
  }

  private func run<T>(_ sql: SQL, _ work: (Statement) throws -> T) throws(DatabaseError) -> T {
    if let failure { throw failure }
    do {
      let (text, values) = sql.rendered(for: dialect)
      try Value.check(values)
      let statement = try db.cachedStatement(sql: text)
      try statement.setArguments(StatementArguments(values.map(\.sqlite)))
      return try work(statement)
    } catch {
      let failure = DatabaseError(sqlite: error)
      self.failure = failure
      throw failure
    }
  }
}

extension Value {
  fileprivate var sqlite: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let integer): integer.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }

  fileprivate init(sqlite value: DatabaseValue) throws(DatabaseError) {
    switch value.storage {
    case .null: self = .null
    case .int64(let integer): self = .integer(integer)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .bytes([UInt8](data))
    case .double: throw .other("A column holds a fraction; cast it to an integer.")
    }
  }

  /// PostgreSQL's texts cannot hold a zero character. So nobody stores one, and both databases accept the same.
  static func check(_ values: [Value]) throws(DatabaseError) {
    for case .text(let text) in values where text.utf8.contains(0) {
      throw .other("A text with a zero character cannot be stored.")
    }
  }
}

extension DatabaseError {
  init(sqlite error: any Error, opening path: String? = nil) {
    switch error {
    case let error as DatabaseError:
      self = error
    case let error as GRDB.DatabaseError:
      self = Self.mapped(error, opening: path)
    default:
      self = .other("unexpected \(type(of: error))")
    }
  }

  private static func mapped(_ error: GRDB.DatabaseError, opening path: String?) -> DatabaseError {
    let message = error.message ?? "no message"
    let named = path.map { "\($0): \(message)" } ?? message
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: return .conflict(message)
    case .SQLITE_IOERR_SHMSIZE: return .full
    default: break
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
    case .SQLITE_FULL: return .full
    case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_NOTADB, .SQLITE_CORRUPT:
      return .unavailable("\(named) (SQLite code \(error.extendedResultCode.rawValue))")
    default: return .other("\(named) (SQLite code \(error.extendedResultCode.rawValue))")
    }
  }
}
