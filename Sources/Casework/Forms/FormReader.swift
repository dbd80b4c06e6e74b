import Foundation

/// Reads the values of a form field by field; every refusal names the field's label.
struct FormReader {
  let values: FormValues

  /// The text of a field that must be filled in.
  func text(_ field: CommandForm.Field) throws(Refusal) -> String {
    guard let text = try optionalText(field) else { throw missing(field) }
    return text
  }

  /// The text with its blank ends cut off and its line ends made one; nil if there is none.
  func optionalText(_ field: CommandForm.Field) throws(Refusal) -> String? {
    let values = values[field.name]
    guard values.count <= 1 else { throw refusal(field, "is given \(values.count) times; give it once") }
    guard let value = values.first else { return nil }
    let text = try clean(value, of: field)
    if !field.allowsLines, text.utf8.contains(0x0A) { throw refusal(field, "is one line; a line break is in it") }
    return text.isEmpty ? nil : text
  }

  /// The entries of a list: one per line, or a value each, or both. Empty lines are no entries.
  func list(_ field: CommandForm.Field) throws(Refusal) -> [String] {
    let entries = try optionalList(field)
    guard !entries.isEmpty else { throw missing(field) }
    return entries
  }

  func optionalList(_ field: CommandForm.Field) throws(Refusal) -> [String] {
    let values = values[field.name]
    try requireSize(values.reduce(0) { $0 + $1.utf8.count + 1 }, of: field)
    var entries: [String] = []
    for value in values {
      for line in try clean(value, of: field).split(separator: "\n") {
        let entry = line.trimmingCharacters(in: .whitespaces)
        if !entry.isEmpty { entries.append(entry) }
      }
    }
    return entries
  }

  /// One word of a closed vocabulary.
  func word<Word: RawRepresentable<String>>(_ field: CommandForm.Field) throws(Refusal) -> Word {
    guard let word: Word = try optionalWord(field) else { throw missing(field) }
    return word
  }

  func optionalWord<Word: RawRepresentable<String>>(_ field: CommandForm.Field) throws(Refusal) -> Word? {
    guard let text = try optionalText(field) else { return nil }
    guard let word = Word(rawValue: text), field.offers(text) else { throw unknown(text, in: field) }
    return word
  }

  func words<Word: RawRepresentable<String> & Hashable>(_ field: CommandForm.Field) throws(Refusal) -> Set<Word> {
    var words: Set<Word> = []
    for text in try list(field) {
      guard let word = Word(rawValue: text), field.offers(text) else { throw unknown(text, in: field) }
      words.insert(word)
    }
    return words
  }

  func flag(_ field: CommandForm.Field) throws(Refusal) -> Bool {
    switch try optionalText(field)?.lowercased() {
    case nil, "no", "off", "false", "0": false
    case "yes", "on", "true", "1": true
    case let text?: throw refusal(field, "is yes or no; “\(text.excerpt())” is neither")
    }
  }

  func date(_ field: CommandForm.Field) throws(Refusal) -> Date {
    guard let date = try optionalDate(field) else { throw missing(field) }
    return date
  }

  func optionalDate(_ field: CommandForm.Field) throws(Refusal) -> Date? {
    guard let text = try optionalText(field) else { return nil }
    return try FormDate.read(text, label: field.label)
  }

  /// A value of a shape of its own, such as a CVE id.
  func value<Value>(
    _ field: CommandForm.Field, like example: String, _ read: (String) -> Value?
  ) throws(Refusal) -> Value {
    guard let value = try optionalValue(field, like: example, read) else { throw missing(field) }
    return value
  }

  func optionalValue<Value>(
    _ field: CommandForm.Field, like example: String, _ read: (String) -> Value?
  ) throws(Refusal) -> Value? {
    guard let text = try optionalText(field) else { return nil }
    guard let value = read(text) else {
      throw refusal(field, "looks like \(example); “\(text.excerpt())” does not")
    }
    return value
  }

  /// Refuses a form that was made before the case changed in the point that it is about. Callers without a page,
  /// which saw nothing before, may leave the value out.
  func requireUnchanged(_ field: CommandForm.Field) throws(Refusal) {
    guard let seen = try optionalText(field), seen != field.suggestion else { return }
    throw Refusal("\(field.label) has changed since you read it. Read it again, then decide.", rule: "S54")
  }
}
