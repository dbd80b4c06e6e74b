internal import FoundationEssentials
internal import JSON

/// A JSON value that is asked for members of a known shape and names the place where the shape is another.
struct Shape {
  private let json: JSON
  private let path: String

  init(_ json: JSON, at path: String) {
    self.json = json
    self.path = path
  }

  func fault(_ reason: String) -> JSON.Fault { JSON.Fault(code: .wrongShape, reason: "\(path) \(reason)") }

  func has(_ key: String) -> Bool { json[key] != nil }

  func member(_ key: String) throws(JSON.Fault) -> Shape {
    guard let value = json[key] else { throw fault("has no \(key)") }
    return Shape(value, at: "\(path).\(key)")
  }

  func text() throws(JSON.Fault) -> String {
    guard let text = json.string else { throw fault("is no string") }
    return text
  }

  func text(_ key: String) throws(JSON.Fault) -> String { try member(key).text() }

  func integer(_ key: String) throws(JSON.Fault) -> Int {
    let member = try member(key)
    guard let number = member.json.integer else { throw member.fault("is no integer") }
    return number
  }

  func bool(_ key: String) throws(JSON.Fault) -> Bool {
    let member = try member(key)
    guard let value = member.json.bool else { throw member.fault("is neither true nor false") }
    return value
  }

  /// A string that stands for something else.
  func value<Value>(_ key: String, _ read: (String) -> Value?) throws(JSON.Fault) -> Value {
    let member = try member(key)
    guard let value = read(try member.text()) else { throw member.fault("has a value that is not known") }
    return value
  }

  /// The same, where absence and null mean none.
  func optional<Value>(_ key: String, _ read: (String) -> Value?) throws(JSON.Fault) -> Value? {
    switch json[key] {
    case nil, .null: nil
    default: try value(key, read)
    }
  }

  func date(_ key: String) throws(JSON.Fault) -> Date { try value(key, Timestamp.date) }

  func list<Element>(
    _ key: String, _ read: (Shape) throws(JSON.Fault) -> Element
  ) throws(JSON.Fault) -> [Element] {
    let member = try member(key)
    guard let elements = member.json.array else { throw member.fault("is no array") }
    var result: [Element] = []
    for (index, element) in elements.enumerated() {
      result.append(try read(Shape(element, at: "\(member.path)[\(index)]")))
    }
    return result
  }
}
