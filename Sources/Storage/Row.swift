public import Foundation

/// One row of a result; columns are read by name and type.
public struct Row: Sendable {
  let columns: [String: Int]
  let values: [Value]

  /// The column's value as it is. Throws if the result has no such column.
  public func value(_ column: String) throws(DatabaseError) -> Value {
    guard let index = columns[column] else { throw .other("The result has no column \(column).") }
    return values[index]
  }

  public func text(_ column: String) throws(DatabaseError) -> String {
    try required(optionalText(column), column)
  }

  public func optionalText(_ column: String) throws(DatabaseError) -> String? {
    switch try value(column) {
    case .null: nil
    case .text(let text): text
    default: throw mismatch(column, "text")
    }
  }

  public func int64(_ column: String) throws(DatabaseError) -> Int64 {
    try required(optionalInt64(column), column)
  }

  public func optionalInt64(_ column: String) throws(DatabaseError) -> Int64? {
    switch try value(column) {
    case .null: nil
    case .integer(let integer): integer
    default: throw mismatch(column, "an integer")
    }
  }

  public func int(_ column: String) throws(DatabaseError) -> Int {
    Int(try int64(column))
  }

  public func optionalInt(_ column: String) throws(DatabaseError) -> Int? {
    try optionalInt64(column).map { Int($0) }
  }

  /// True if the integer is not 0.
  public func bool(_ column: String) throws(DatabaseError) -> Bool {
    try int64(column) != 0
  }

  public func bytes(_ column: String) throws(DatabaseError) -> [UInt8] {
    try required(optionalBytes(column), column)
  }

  public func optionalBytes(_ column: String) throws(DatabaseError) -> [UInt8]? {
    switch try value(column) {
    case .null: nil
    case .bytes(let bytes): bytes
    default: throw mismatch(column, "bytes")
    }
  }

  /// A date from milliseconds since 1970, UTC.
  public func date(_ column: String) throws(DatabaseError) -> Date {
    Date(milliseconds: try int64(column))
  }

  public func optionalDate(_ column: String) throws(DatabaseError) -> Date? {
    try optionalInt64(column).map { Date(milliseconds: $0) }
  }

  private func required<T>(_ value: T?, _ column: String) throws(DatabaseError) -> T {
    guard let value else { throw .other("The column \(column) is empty.") }
    return value
  }

  private func mismatch(_ column: String, _ wanted: String) -> DatabaseError {
    .other("The column \(column) does not hold \(wanted).")
  }
}
