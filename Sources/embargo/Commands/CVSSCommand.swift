import ArgumentParser
import CVSS
import JSON

/// Scores vectors and says what they say.
struct CVSSCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cvss",
    abstract: "Score CVSS vectors of versions 2.0, 3.0, 3.1 and 4.0, and say in words what they say.",
    discussion: """
      A vector that cannot be read is shown on standard error with the place and the reason; the others are told all \
      the same. Then, and likewise with --json, the exit code is 1.

      --json writes an array with an object for each vector, in their order: vector, version, score, severity; in \
      versions 2.0 and 3.x base, temporal, environmental (numbers; null in 2.0 without such metrics); in version 4.0 \
      nomenclature and macrovector; metrics (name, title, value, valueTitle, meaning); changes, each of which alone \
      would bring the score into another severity band, the nearest first (metric, from, to, vector, score, \
      severity). For a vector that cannot be read: vector (as given), invalid (true), code, reason, metric, offset \
      (in bytes), suggestion; the last may be null, and so may metric.

      --tsv writes a row for each vector, between tabs, without a heading: vector, score, severity, base, temporal, \
      environmental; for version 4.0: vector, score, severity, nomenclature, macrovector; for one that cannot be \
      read: vector, invalid, reason. The vector is what was read; a tab in it is written \\t and a carriage return \
      \\r. Without vectors as arguments it reads standard input, of any length. There are as many rows as lines: an \
      empty line is a vector that cannot be read. What cannot be read is part of the table and no error: the exit \
      code is 0.

      Lines end in LF or CRLF. A byte order mark at the very start is passed over. Blanks belong to the line, and \
      make the vector invalid.
      """)

  @Argument(
    help: "Vectors, such as CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H; - for a vector a line on standard input.")
  var vectors: [String] = []
  @Flag(help: "Write JSON.") var json = false
  @Flag(help: "Write a row for each line of standard input.") var tsv = false

  func validate() throws {
    if json, tsv { throw ValidationError("Say --json or --tsv, not both.") }
    if vectors.isEmpty, !tsv {
      throw ValidationError(
        "Which vector? Give one or more, such as CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, or - to read one a line "
          + "from standard input.")
    }
  }

  func run() async throws {
    try await telling {
      let isComplete =
        if tsv { try writeTable() } else if json { try writeJSON() } else { try writeText() }
      if !isComplete { throw ExitCode(1) }
    }
  }

  /// Calls `body` with each vector's text, those of standard input in the place of `-`.
  func eachText(_ body: (String) throws -> Void) throws {
    for text in vectors {
      guard text == "-" else {
        try body(text)
        continue
      }
      var start: String?
      try StandardInput.lines { bytes, part in
        // Of a line that is too long to be a vector, its beginning says enough.
        if start == nil { start = String(decoding: bytes, as: UTF8.self) }
        guard part != .more else { return }
        try body(start ?? "")
        start = nil
      }
    }
  }

  private func writeTable() throws -> Bool {
    var rows = CVSSRows()
    if vectors.isEmpty {
      try StandardInput.lines {
        rows.add($0, $1)
      } afterEachBlock: {
        try rows.flush()
      }
    }
    try eachText { text in
      var text = text
      text.withUTF8 { rows.add($0, .whole) }
    }
    try rows.flush()
    return true
  }

  private func writeJSON() throws -> Bool {
    var isComplete = true
    var values: [JSON] = []
    try eachText { text in
      do throws(CVSS.Fault) {
        values.append(JSON(try CVSS.Vector(parsing: text).explanation()))
      } catch {
        isComplete = false
        values.append(JSON(error, in: text))
      }
    }
    try StandardOutput.write(JSON.array(values).text(pretty: true) + "\n")
    return isComplete
  }

  private func writeText() throws -> Bool {
    var isComplete = true
    var isFirst = true
    try eachText { text in
      let vector: CVSS.Vector
      do throws(CVSS.Fault) {
        vector = try CVSS.Vector(parsing: text)
      } catch {
        isComplete = false
        complain((isFirst ? "" : "\n") + error.text(in: text, width: 100))
        isFirst = false
        return
      }
      try StandardOutput.write((isFirst ? "" : "\n") + vector.explanation().text(width: 100))
      isFirst = false
    }
    return isComplete
  }
}
