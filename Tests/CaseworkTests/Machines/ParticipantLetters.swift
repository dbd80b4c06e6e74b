import Casework

/// A participant as the letters of the standard, so that the tables are compared with letters and with nothing that
/// the product computed.
struct ParticipantLetters: Hashable, CustomStringConvertible {
  var rm: String
  var em: String
  var facts: String
  var isVendor: Bool

  var description: String { "\(isVendor ? "vendor" : "other") \(rm) \(em) \(facts)" }
  var pxa: Bool { facts.hasSuffix("pxa") }

  /// With the given letters turned to upper case.
  func setting(_ letters: [String]) -> ParticipantLetters {
    var next = self
    next.facts = facts.map { letters.contains($0.uppercased()) ? $0.uppercased() : String($0) }.joined()
    return next
  }

  /// With effects like `→X`; `none`, `–` and nothing change nothing.
  func moving(rm rmEffect: String = "–", em emEffect: String = "–") -> ParticipantLetters {
    var next = self
    if rmEffect.hasPrefix("→") { next.rm = String(rmEffect.dropFirst()) }
    if emEffect.hasPrefix("→") { next.em = String(emEffect.dropFirst()) }
    return next
  }

  /// All 7 × 5 × 32 × 2.
  static let all: [ParticipantLetters] = "SRIVADC".flatMap { rm in
    "NPARX".flatMap { em in
      CaseFactsTests.rows.flatMap { row in
        [true, false].map { ParticipantLetters(rm: "\(rm)", em: "\(em)", facts: row.state, isVendor: $0) }
      }
    }
  }
}

extension ParticipantLetters {
  init(_ state: ParticipantState) {
    self.init(
      rm: state.rm.rawValue, em: state.em.rawValue, facts: state.facts.description, isVendor: state.isVendor)
  }

  var state: ParticipantState? {
    guard let rm = ReportManagement.State(rawValue: rm), let em = EmbargoManagement.State(rawValue: em),
      let facts = CaseFacts(facts)
    else { return nil }
    return ParticipantState(rm: rm, em: em, facts: facts, isVendor: isVendor)
  }
}

extension TextTable {
  /// The rows for a message; a cell may name several.
  func rows(for message: String) -> [[String]] { rows.filter { Self.list($0[0], by: " ").contains(message) } }

  static func admits(_ cell: String, _ letter: String) -> Bool { cell == "any" || list(cell).contains(letter) }

  /// The effect that stands where the alternatives of the embargo's state, parted by strokes, name the letter.
  static func effect(of letter: String, in states: String, _ effects: String) -> String? {
    if states == "any" { return effects }
    return zip(list(states, by: "/"), list(effects, by: "/")).first { list($0.0).contains(letter) }?.1
  }
}
