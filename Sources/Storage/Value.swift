public import Foundation

/// What a column holds, in either database.
public enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)
  case bytes([UInt8])
}

/// What can be bound to a statement.
public protocol SQLValue: Sendable {
  var sqlValue: Value { get }
}

extension String: SQLValue {
  public var sqlValue: Value { .text(self) }
}

extension Int: SQLValue {
  public var sqlValue: Value { .integer(Int64(self)) }
}

extension Int64: SQLValue {
  public var sqlValue: Value { .integer(self) }
}

extension Bool: SQLValue {
  public var sqlValue: Value { .integer(self ? 1 : 0) }
}

extension Date: SQLValue {
  public var sqlValue: Value { .integer(milliseconds) }
}

extension [UInt8]: SQLValue {
  public var sqlValue: Value { .bytes(self) }
}

extension Data: SQLValue {
  public var sqlValue: Value { .bytes([UInt8](self)) }
}

extension Date {
  /// Milliseconds since 1970-01-01T00:00:00Z, the form in which the books hold times.
  /// A date beyond what fits becomes the last one that does.
  public var milliseconds: Int64 {
    let exact = (timeIntervalSince1970 * 1000).rounded()
    if exact.isNaN { return 0 }
    return Int64(exactly: exact) ?? (exact < 0 ? .min : .max)
  }

  /// The date so many milliseconds after 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }
}
