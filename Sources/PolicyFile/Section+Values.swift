import Yams

extension Section {
  /// A scalar with where it stands; `plain` when it was written without quotes.
  struct Scalar {
    let text: String
    let plain: Bool
  }

  private func scalar(_ name: String) -> Scalar? {
    guard let member = member(name) else { return nil }
    guard let scalar = read(member.node) else {
      error(name, "must be a single value")
      return nil
    }
    return scalar
  }

  func read(_ node: Node) -> Scalar? {
    guard let scalar = node.scalar else { return nil }
    // A plain value has a tag only when the file spells one out, such as `!!binary`.
    let plain = scalar.style == .plain
    guard !plain || scalar.tag.rawValue == Tag.Name.implicit.rawValue else { return nil }
    return Scalar(text: scalar.string, plain: plain)
  }

  /// One line of text; nil, and a finding, when it is missing or not one line.
  func line(_ name: String, most: Int = 200) -> String? {
    guard member(name) != nil else {
      error(name, "is missing")
      return nil
    }
    return optionalLine(name, most: most)
  }

  func optionalLine(_ name: String, most: Int = 200) -> String? {
    guard let scalar = scalar(name) else { return nil }
    if let reason = Shape.fault(ofLine: scalar.text, most: most) {
      error(name, reason)
      return nil
    }
    return scalar.text
  }

  /// Text of any number of lines, without blank ends; empty when it is missing.
  func prose(_ name: String, most: Int = 20_000) -> String {
    guard let scalar = scalar(name) else { return "" }
    let text = Shape.trimmed(scalar.text)
    if text.isEmpty {
      error(name, "is empty; leave the key out if there is nothing to say")
    } else if text.utf8.count > most {
      error(name, "is longer than \(most) bytes")
    } else if text.unicodeScalars.contains(where: Shape.isControl) {
      error(name, "holds control characters")
    }
    return text
  }

  /// A whole number. `because` names the norm behind the bounds.
  func number(_ name: String, _ range: ClosedRange<Int>, else value: Int, because: String) -> Int {
    guard let scalar = scalar(name) else { return value }
    guard let number = Shape.number(scalar), range.contains(number) else {
      error(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound) (\(because))")
      return value
    }
    return number
  }

  /// A whole number, or nil for the word `none`.
  func numberOrNone(_ name: String, _ range: ClosedRange<Int>, else value: Int, because: String) -> Int? {
    guard let scalar = scalar(name) else { return value }
    if scalar.text == "none" { return nil }
    guard let number = Shape.number(scalar), range.contains(number) else {
      error(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound), or none (\(because))")
      return value
    }
    return number
  }

  func flag(_ name: String, else value: Bool) -> Bool {
    guard let scalar = scalar(name) else { return value }
    switch (scalar.text, scalar.plain) {
    case ("true", true): return true
    case ("false", true): return false
    default:
      error(name, "must be true or false")
      return value
    }
  }

  func choice(_ name: String, _ choices: [String], else value: String) -> String {
    guard let scalar = scalar(name) else { return value }
    guard choices.contains(scalar.text) else {
      let hint = Spelling.nearest(to: scalar.text, among: choices).map { "; did you mean “\($0)”?" } ?? ""
      error(name, "must be one of \(choices.joined(separator: ", "))\(hint)")
      return value
    }
    return scalar.text
  }

  /// One-line texts, each once and each of the right shape; `fault` says what is wrong with one.
  func list(_ name: String, fault: (String) -> String?) -> [String] {
    var texts: [String] = []
    for (index, item) in items(name).enumerated() {
      let path = "\(key(name))[\(index + 1)]"
      let line = item.mark?.line ?? line(of: name)
      guard let text = read(item)?.text else {
        findings.error(path, line, "must be a single value")
        continue
      }
      if let reason = Shape.fault(ofLine: text, most: 254) ?? fault(text) {
        findings.error(path, line, reason)
      } else if texts.contains(text) {
        findings.error(path, line, "stands in this list more than once")
      } else {
        texts.append(text)
      }
    }
    return texts
  }
}
