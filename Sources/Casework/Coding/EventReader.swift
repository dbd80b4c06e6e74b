import AdvisoryTypes
import Foundation
import JSON

/// An object in the books that is asked for members of a known shape and names the place where the shape is another.
struct EventReader {
  let json: JSON
  private let path: String

  init(_ json: JSON, at path: String) {
    self.json = json
    self.path = path
  }

  func text(_ key: String) throws(EventFault) -> String {
    guard let text = try member(key).json.string else { throw fault(key, "is no string") }
    return text
  }

  func bool(_ key: String) throws(EventFault) -> Bool {
    guard let bool = try member(key).json.bool else { throw fault(key, "is neither true nor false") }
    return bool
  }

  func integer(_ key: String) throws(EventFault) -> Int {
    guard let integer = try member(key).json.integer else { throw fault(key, "is no integer") }
    return integer
  }

  func date(_ key: String) throws(EventFault) -> Date {
    guard let date = Timestamp.precise(try text(key)) else { throw fault(key, "is no date") }
    return date
  }

  /// A text that stands for something else.
  func value<Value>(_ key: String, _ read: (String) -> Value?) throws(EventFault) -> Value {
    guard let value = read(try text(key)) else { throw fault(key, "has a value that is not known") }
    return value
  }

  /// A word of a closed vocabulary.
  func word<Word: RawRepresentable<String>>(_ key: String) throws(EventFault) -> Word {
    try value(key, Word.init(rawValue:))
  }

  /// The object under the key.
  func member(_ key: String) throws(EventFault) -> EventReader {
    guard let member = json[key] else { throw fault(key, "is missing") }
    return EventReader(member, at: "\(path).\(key)")
  }

  /// Reads the member, or gives nil where it is missing or null.
  func optional<Value>(
    _ key: String, _ read: (EventReader, String) throws(EventFault) -> Value
  ) throws(EventFault) -> Value? {
    switch json[key] {
    case nil, .null: nil
    default: try read(self, key)
    }
  }

  func optionalText(_ key: String) throws(EventFault) -> String? {
    try optional(key) { reader, key throws(EventFault) in try reader.text(key) }
  }

  func list<Value>(
    _ key: String, _ read: (EventReader) throws(EventFault) -> Value
  ) throws(EventFault) -> [Value] {
    let member = try member(key)
    guard let elements = member.json.array else { throw fault(key, "is no array") }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for element in elements { values.append(try read(EventReader(element, at: "\(member.path)[\(values.count)]"))) }
    return values
  }

  func texts(_ key: String) throws(EventFault) -> [String] {
    try list(key) { element throws(EventFault) in
      guard let text = element.json.string else { throw element.fault("is no string") }
      return text
    }
  }

  func fault(_ reason: String) -> EventFault { EventFault(code: .wrongShape, reason: "\(path) \(reason)") }

  private func fault(_ key: String, _ reason: String) -> EventFault {
    EventFault(code: .wrongShape, reason: "\(path).\(key) \(reason)")
  }
}

extension JSON {
  static func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
  static func date(_ date: Date) -> JSON { .string(Timestamp.precise(date)) }
}

extension Timestamp {
  /// `2026-12-14T14:00:00.000Z`: to the nearest millisecond.
  static func precise(_ date: Date) -> String {
    let seconds = date.timeIntervalSince1970
    // Beyond these bounds (years 0 to 9999) a date is drawn to them by `text` anyway, and an integer could overflow.
    guard seconds.magnitude < 1e12 else { return String(text(date).dropLast()) + ".000Z" }
    let milliseconds = Int((seconds * 1_000).rounded())
    let fraction = ((milliseconds % 1_000) + 1_000) % 1_000
    let whole = text(Date(timeIntervalSince1970: Double((milliseconds - fraction) / 1_000)))
    return whole.dropLast() + "." + String(String(fraction + 1_000).dropFirst()) + "Z"
  }

  /// What ``precise(_:)-(Date)`` wrote; nil for any other form.
  static func precise(_ text: String) -> Date? {
    let bytes = text.utf8
    guard bytes.count == 24, bytes.dropFirst(19).first == UInt8(ascii: "."), bytes.last == UInt8(ascii: "Z"),
      bytes.dropFirst(20).prefix(3).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let milliseconds = Int(text.dropFirst(20).prefix(3)), let whole = date(text.prefix(19) + "Z")
    else { return nil }
    return Date(timeIntervalSince1970: (whole.timeIntervalSince1970 * 1_000 + Double(milliseconds)) / 1_000)
  }
}
