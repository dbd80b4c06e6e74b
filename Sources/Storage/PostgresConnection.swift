/// One transaction on PostgreSQL. The first statement that fails fails the whole.
final class PostgresConnection: Connection {
  let dialect = Dialect.postgres
  private let session: PostgresSession
  private(set) var failure: DatabaseError?

  init(_ session: PostgresSession) {
    self.session = session
  }

  func execute(_ sql: SQL) throws(DatabaseError) -> Int {
    try run(sql).changes
  }

  func query(_ sql: SQL) throws(DatabaseError) -> [Row] {
    let result = try run(sql)
    do {
      return try result.rows()
    } catch {
      failure = error
      throw error
    }
  }

  private func run(_ sql: SQL) throws(DatabaseError) -> PostgresResult {
    if let failure { throw failure }
    do {
      return try session.run(sql)
    } catch {
      failure = error
      throw error
    }
  }
}
