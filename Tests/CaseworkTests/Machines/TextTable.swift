/// A table of the standard as it is printed: lines of cells between bars.
struct TextTable {
  let header: [String]
  let rows: [[String]]

  init(_ text: String) {
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map(Self.trimmed)
    }
    header = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  /// The cells of a grid `from \ event`, the empty ones included: an empty cell says that the step is illegal.
  var steps: [Step] {
    rows.flatMap { row in
      zip(header, row).dropFirst().map { event, next in Step(from: row[0], event: event, next: next) }
    }
  }

  struct Step: Sendable, CustomStringConvertible {
    let from: String
    let event: String
    let next: String
    var expected: String? { next.isEmpty ? nil : next }
    var description: String { "\(from) \(event) → \(next.isEmpty ? "illegal" : next)" }
  }

  static func trimmed(_ cell: Substring) -> String {
    String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  static func list(_ cell: String, by separator: Character = ",") -> [String] {
    cell.split(separator: separator).map(trimmed)
  }

  /// Whether six letters fit a pattern like `···Px·`, in which a dot stands for either case.
  static func fits(_ letters: String, _ pattern: String) -> Bool {
    letters.count == pattern.count && zip(letters, pattern).allSatisfy { $1 == "·" || $0 == $1 }
  }
}
