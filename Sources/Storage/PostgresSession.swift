import CPostgres

/// A connection to the server, from its making to its end.
final class PostgresSession {
  private let connection: OpaquePointer

  init(url: String) throws(DatabaseError) {
    // Later settings win, so the URL may overrule the first ones.
    let keys = ["connect_timeout", "fallback_application_name", "dbname", "client_encoding"]
    let values = ["10", "embargo", url, "UTF8"]
    let made = Self.withCStrings(keys) { keys in
      Self.withCStrings(values) { values in PQconnectdbParams(keys, values, 1) }
    }
    guard let made else { throw .unavailable("no memory for a connection") }
    connection = made
    guard isAlive else { throw .unavailable(Self.firstLine(PQerrorMessage(made))) }
    guard Self.text(PQparameterStatus(made, "server_encoding")) == "UTF8" else {
      throw .other("the PostgreSQL database must be made with ENCODING 'UTF8'.")
    }
    PQsetNoticeProcessor(made, { _, _ in }, nil)
    try command("SET lock_timeout = '10s'")
  }

  deinit {
    PQfinish(connection)
  }

  var isAlive: Bool { PQstatus(connection) == CONNECTION_OK }

  /// A command without values and rows.
  func command(_ text: String) throws(DatabaseError) {
    _ = try checked(PQexec(connection, text))
  }

  func commit() throws(DatabaseError) {
    let result = try checked(PQexec(connection, "COMMIT"))
    // PostgreSQL answers the COMMIT of a failed transaction with a rollback, and calls that a success.
    guard result.tag == "COMMIT" else { throw .other("the transaction was rolled back by the server.") }
  }

  func run(_ sql: SQL) throws(DatabaseError) -> PostgresResult {
    let (text, values) = sql.rendered(for: .postgres)
    try Value.check(values)
    let parameters = PostgresParameters(values)
    return try checked(
      parameters.withPointers { count, types, values, lengths, formats in
        PQexecParams(connection, text, count, types, values, lengths, formats, 1)
      })
  }

  private func checked(_ pointer: OpaquePointer?) throws(DatabaseError) -> PostgresResult {
    guard let pointer else { throw .unavailable(Self.firstLine(PQerrorMessage(connection))) }
    let result = PostgresResult(pointer)
    if let failure = result.failure(connectionAlive: isAlive) { throw failure }
    return result
  }

  /// The first line of libpq's message: what follows it may repeat a statement.
  static func firstLine(_ message: UnsafePointer<CChar>?) -> String {
    let text = text(message)
    return text.prefix { !$0.isNewline }.description
  }

  static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  private static func withCStrings<T>(
    _ strings: [String], _ work: (UnsafePointer<UnsafePointer<CChar>?>?) -> T
  ) -> T {
    var bytes: [CChar] = []
    var offsets: [Int] = []
    for string in strings {
      offsets.append(bytes.count)
      bytes.append(contentsOf: string.utf8CString)
    }
    return bytes.withUnsafeBufferPointer { buffer in
      let pointers = offsets.map { offset in buffer.baseAddress.map { $0 + offset } } + [nil]
      return pointers.withUnsafeBufferPointer { work($0.baseAddress) }
    }
  }
}
