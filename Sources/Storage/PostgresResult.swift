import CPostgres

/// Type numbers of PostgreSQL's `pg_type`, which never change.
enum PostgresType {
  static let bool: Oid = 16
  static let bytea: Oid = 17
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let text: Oid = 25
  static let texts: Set<Oid> = [18, 19, 25, 705, 1042, 1043]
}

/// The answer to one statement, in binary format.
final class PostgresResult {
  private let result: OpaquePointer

  init(_ result: OpaquePointer) {
    self.result = result
  }

  deinit {
    PQclear(result)
  }

  /// The command's tag, for example `COMMIT`.
  var tag: String { PostgresSession.text(PQcmdStatus(result)) }

  /// The number of rows that were inserted, changed or deleted.
  var changes: Int {
    PQresultStatus(result) == PGRES_COMMAND_OK ? Int(PostgresSession.text(PQcmdTuples(result))) ?? 0 : 0
  }

  func rows() throws(DatabaseError) -> [Row] {
    let width = PQnfields(result)
    var columns: [String: Int] = [:]
    for column in 0..<width {
      let name = PostgresSession.text(PQfname(result, column))
      if columns[name] == nil { columns[name] = Int(column) }
    }
    var rows: [Row] = []
    for row in 0..<PQntuples(result) {
      var values: [Value] = []
      for column in 0..<width { values.append(try value(row, column)) }
      rows.append(Row(columns: columns, values: values))
    }
    return rows
  }

  private func value(_ row: Int32, _ column: Int32) throws(DatabaseError) -> Value {
    guard PQgetisnull(result, row, column) == 0, let pointer = PQgetvalue(result, row, column) else { return .null }
    let bytes = UnsafeRawBufferPointer(start: pointer, count: Int(PQgetlength(result, row, column)))
    switch PQftype(result, column) {
    case PostgresType.bytea: return .bytes([UInt8](bytes))
    case PostgresType.bool, PostgresType.int2, PostgresType.int4, PostgresType.int8: return .integer(integer(bytes))
    case let type where PostgresType.texts.contains(type): return .text(String(decoding: bytes, as: UTF8.self))
    case let type: throw .other("a column has PostgreSQL's type \(type), which is not read here; cast it.")
    }
  }

  /// A big-endian integer of 1, 2, 4 or 8 bytes.
  private func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    bytes.enumerated().reduce(0) { sum, item in
      // The first byte carries the sign.
      item.offset == 0 ? Int64(Int8(bitPattern: item.element)) : sum << 8 | Int64(item.element)
    }
  }

  /// What went wrong, without any value: messages of most codes would repeat one.
  func failure(connectionAlive: Bool) -> DatabaseError? {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return nil
    default: break
    }
    let code = field("C")
    if !connectionAlive || code.isEmpty {
      return .unavailable("the connection to the server broke (\(code.isEmpty ? "no code" : code)).")
    }
    switch code {
    case "23505": return .conflict("unique \(field("n"))")
    case "40001", "40P01": return .conflict("concurrent transactions (\(code))")
    case "55P03": return .busy
    case "53100": return .full
    case _ where code.hasPrefix("08") || code.hasPrefix("57P0") || code.hasPrefix("53"):
      return .unavailable("the server refuses (\(code)).")
    case _ where code.hasPrefix("42") || code == "P0001" || code == "25006":
      // About the statement's text or a rule of the schema, which stand in the source code.
      return .other("\(PostgresSession.firstLine(PQresultErrorField(result, diagnostic("M")))) (\(code))")
    default:
      let place = [field("t"), field("c"), field("n")].filter { !$0.isEmpty }.joined(separator: ".")
      return .other("PostgreSQL code \(code)\(place.isEmpty ? "" : " at \(place)").")
    }
  }

  private func field(_ letter: Character) -> String {
    PostgresSession.text(PQresultErrorField(result, diagnostic(letter)))
  }

  /// libpq's `PG_DIAG_…` constants are characters: C code, M message, t table, c column, n constraint.
  private func diagnostic(_ letter: Character) -> Int32 {
    Int32(letter.asciiValue ?? 0)
  }
}
