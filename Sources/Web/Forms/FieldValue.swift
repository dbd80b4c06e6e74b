/// A header's value with parameters, as forms use it: `form-data; name="report"; filename="poc.sql"`.
struct FieldValue: Equatable {
  /// The part before the parameters, in lower case.
  var word: String
  /// The first of each name; names are in lower case.
  var parameters: [String: String]

  /// Never fails: what is no parameter is left out.
  init(_ text: String) {
    var rest = Substring(text)
    word = Self.upToSemicolon(&rest).lowercased()
    parameters = [:]
    while !rest.isEmpty {
      rest.removeFirst()
      let name = String(rest.prefix { $0 != "=" && $0 != ";" })
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else { continue }
      rest.removeFirst()
      let value = rest.first == "\"" ? Self.quoted(&rest) : Self.upToSemicolon(&rest)
      let key = Self.trimmed(name).lowercased()
      if parameters[key] == nil { parameters[key] = value }
      rest = rest.drop { $0 != ";" }
    }
  }

  private static func upToSemicolon(_ rest: inout Substring) -> String {
    let value = rest.prefix { $0 != ";" }
    rest = rest[value.endIndex...]
    return trimmed(String(value))
  }

  /// Browsers write a quote in a name as `%22` and leave a backslash as it is (HTML standard, multipart encoding), so that a
  /// backslash escapes nothing here.
  private static func quoted(_ rest: inout Substring) -> String {
    rest.removeFirst()
    let value = rest.prefix { $0 != "\"" }
    rest = rest[value.endIndex...].dropFirst()
    return decoded(String(value))
  }

  private static func decoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var result = text
    for (code, character) in [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")] {
      result = result.split(separator: code, omittingEmptySubsequences: false).joined(separator: character)
    }
    return result
  }

  private static func trimmed(_ text: String) -> String {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let tail = text.drop(while: blank)
    return String(tail.reversed().drop(while: blank).reversed())
  }
}
