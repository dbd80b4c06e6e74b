/// A JSON value (RFC 8259) that keeps what a record format needs kept: the order of members and the exact text of numbers.
///
/// Two values are equal when their members are equal in the same order and their numbers have the same text: `1.0` is
/// not `1`. Compare documents by meaning only after you have read what you need out of them.
public enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The literal as it stands in the text, such as `7.50` or `1e3`. No binary float ever touches it.
  /// Must be a number of RFC 8259 section 6; it is written as it is.
  case number(String)
  case string(String)
  case array([JSON])
  case object(Object)

  /// An integer as a number literal.
  public static func integer(_ value: Int) -> JSON { .number(String(value)) }
}

extension JSON {
  /// The text, if this is a string.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The integer, if this is a number written without fraction and exponent that fits.
  public var integer: Int? {
    if case .number(let literal) = self { Int(literal) } else { nil }
  }

  /// The literal text, if this is a number.
  public var number: String? {
    if case .number(let literal) = self { literal } else { nil }
  }

  /// The truth value, if this is one.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements, if this is an array.
  public var array: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members, if this is an object.
  public var object: Object? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The member with that name, if this is an object that has one.
  public subscript(key: String) -> JSON? { object?[key] }

  /// The element at that place, if this is an array that is long enough.
  public subscript(index: Int) -> JSON? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }

  /// Keeps the order; of a name written twice the last value stands at the first place.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    var object = Object()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
}

extension JSON {
  /// The text as a string; `nil` if there is none or only blanks, so that a member can be left out.
  public static func nonEmpty(_ text: String?) -> JSON? {
    guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
    return .string(text)
  }

  /// The elements as an array; `nil` if there are none.
  public static func nonEmpty(_ elements: [JSON]) -> JSON? { elements.isEmpty ? nil : .array(elements) }

  /// The same value with the members of every object in the order of their names (by code points).
  public var sorted: JSON {
    switch self {
    case .array(let elements): .array(elements.map(\.sorted))
    case .object(let object):
      .object(
        Object(
          distinct: object.members.map { .init(key: $0.key, value: $0.value.sorted) }
            .sorted { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars) }))
    default: self
    }
  }
}
