/// A piece of SQL in which whatever is interpolated is bound, never pasted.
///
///     try db.query("SELECT * FROM cases WHERE phase = \(phase) AND touched_at < \(date)")
///
/// Only text that stands in the source code can become SQL: the literal's parts are `StaticString`s. Strings, integers,
/// Booleans (0, 1), dates (milliseconds since 1970, UTC), bytes, and optionals of these become bound values; another
/// `SQL` becomes part of this one.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
  enum Part: Sendable {
    case text(StaticString)
    case value(Value)
  }

  private(set) var parts: [Part]

  public init(stringLiteral value: StaticString) {
    parts = [.text(value)]
  }

  public init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
  }

  private init(parts: [Part]) {
    self.parts = parts
  }

  /// The name of a table or column. It comes from source code, so it needs no quotes.
  public static func identifier(_ name: StaticString) -> SQL {
    SQL(parts: [.text(name)])
  }

  /// The pieces one after the other, with `separator` between them.
  public static func joined(_ pieces: [SQL], separator: StaticString) -> SQL {
    var parts: [Part] = []
    for (index, piece) in pieces.enumerated() {
      if index > 0 { parts.append(.text(separator)) }
      parts.append(contentsOf: piece.parts)
    }
    return SQL(parts: parts)
  }

  /// A list of bound values in parentheses, for `IN`. An empty list matches nothing.
  public static func list(_ values: [some SQLValue]) -> SQL {
    if values.isEmpty { return "(NULL)" }
    return "(\(joined(values.map { "\($0)" }, separator: ", ")))"
  }

  /// The statement as a database wants it, and the values in the order of their placeholders.
  func rendered(for dialect: Dialect) -> (text: String, values: [Value]) {
    var text = ""
    var values: [Value] = []
    for part in parts {
      switch part {
      case .text(let literal):
        text += literal.description
      case .value(let value):
        values.append(value)
        text += dialect.placeholder(values.count)
      }
    }
    return (text, values)
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    public mutating func appendLiteral(_ literal: StaticString) {
      parts.append(.text(literal))
    }

    public mutating func appendInterpolation(_ value: some SQLValue) {
      parts.append(.value(value.sqlValue))
    }

    public mutating func appendInterpolation(_ value: (some SQLValue)?) {
      parts.append(.value(value?.sqlValue ?? .null))
    }

    public mutating func appendInterpolation(_ sql: SQL) {
      parts.append(contentsOf: sql.parts)
    }
  }
}
