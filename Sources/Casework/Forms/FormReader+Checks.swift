import Foundation

extension FormReader {
  func missing(_ field: CommandForm.Field) -> Refusal {
    var sentence = "“\(field.label)” is missing."
    if !field.help.isEmpty { sentence += " \(field.help)" }
    switch field.kind {
    case .choice(let options), .choices(let options): sentence += " Choose from \(options.list)."
    default: break
    }
    return Refusal(sentence, rule: "form")
  }

  func refusal(_ field: CommandForm.Field, _ predicate: String) -> Refusal {
    Refusal("“\(field.label)” \(predicate).", rule: "form")
  }

  func unknown(_ text: String, in field: CommandForm.Field) -> Refusal {
    switch field.kind {
    case .choice(let options), .choices(let options):
      refusal(field, "has no choice “\(text.excerpt())”; choose from \(options.list)")
    default: refusal(field, "has a value “\(text.excerpt())” that is not known")
    }
  }

  /// Checks size and characters; gives one kind of line end and no blanks around.
  func clean(_ value: String, of field: CommandForm.Field) throws(Refusal) -> String {
    try requireSize(value.utf8.count, of: field)
    var text = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x0D: text.append("\n")
      case 0x0A where afterReturn: break
      case 0x0A, 0x09: text.append(scalar)
      case 0..<0x20, 0x7F..<0xA0:
        let code = String(scalar.value, radix: 16, uppercase: true)
        throw refusal(
          field, "holds a control character (U+\(String(repeating: "0", count: 4 - code.count))\(code)); remove it")
      default: text.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    return String(text).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func requireSize(_ bytes: Int, of field: CommandForm.Field) throws(Refusal) {
    let limit = field.allowsLines ? CommandForm.textLimit : CommandForm.lineLimit
    guard bytes > limit else { return }
    throw Refusal(
      "“\(field.label)” has \(bytes) bytes; at most \(limit) fit here. Nothing was cut off and nothing was kept.",
      rule: "A14")
  }
}

extension CommandForm.Field {
  var allowsLines: Bool {
    switch kind {
    case .text, .list, .choices: true
    case .line, .date, .choice, .flag, .hidden: false
    }
  }

  func offers(_ value: String) -> Bool {
    switch kind {
    case .choice(let options), .choices(let options): options.contains { $0.value == value }
    default: true
    }
  }
}

extension [CommandForm.Option] {
  fileprivate var list: String { map(\.value).joined(separator: ", ") }
}

extension String {
  /// The beginning, to quote in a sentence. Counted in scalars: one character may be made of any number of them.
  func excerpt(_ length: Int = 40) -> String { String(unicodeScalars.prefix(length)) }
}
