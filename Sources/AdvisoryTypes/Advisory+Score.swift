internal import JSON

extension Advisory {
  /// One CVSS vector and what it is for. The number is never stored: it is computed from the vector.
  public struct Score: Hashable, Sendable {
    /// The vector as it was decided, such as `CVSS:4.0/AV:N/…`. What is none is carried as text.
    public var vector: String
    /// The labels of the release lines it is for; empty means all lines that have none of their own.
    public var lines: [String]
    /// The publisher has not made its final call yet.
    public var isProvisional: Bool

    public init(vector: String, lines: [String] = [], isProvisional: Bool = false) {
      self.vector = vector
      self.lines = lines
      self.isProvisional = isProvisional
    }

    /// 4 or 3 by the vector's prefix; 2 for one without, as CVSS 2.0 has none. Says nothing about its validity.
    public var majorVersion: Int {
      if vector.hasPrefix("CVSS:4") { 4 } else if vector.hasPrefix("CVSS:3") { 3 } else { 2 }
    }
  }

  /// The scores that hold for a release line: see ``Swift/Sequence/holding(for:)``.
  public func scores(for line: String) -> [Score] { scores.holding(for: line) }
}

extension Sequence<Advisory.Score> {
  /// Those that hold for a release line: of each major version of CVSS its own, or, where it has none of that version, those
  /// for all lines.
  public func holding(for line: String) -> [Advisory.Score] {
    let own = Set(self.filter { $0.lines.contains(line) }.map(\.majorVersion))
    return self.filter { own.contains($0.majorVersion) ? $0.lines.contains(line) : $0.lines.isEmpty }
  }

  /// The one of a major version for formats that have room for one: 3.1 before 3.0, final before provisional, else the first.
  public func preferred(ofMajorVersion version: Int) -> Advisory.Score? {
    var best: Advisory.Score?
    for score in self where score.majorVersion == version {
      guard let known = best else {
        best = score
        continue
      }
      if score.precedence > known.precedence { best = score }
    }
    return best
  }
}

extension Advisory.Score {
  fileprivate var precedence: Int { (vector.hasPrefix("CVSS:3.0") ? 0 : 2) + (isProvisional ? 0 : 1) }

  var json: JSON {
    [
      "vector": .string(vector), "lines": .array(lines.map(JSON.string)), "isProvisional": .bool(isProvisional),
    ]
  }

  init(_ entry: Shape) throws(JSON.Fault) {
    self.init(
      vector: try entry.text("vector"),
      lines: try entry.list("lines") { line throws(JSON.Fault) in try line.text() },
      isProvisional: try entry.bool("isProvisional"))
  }

  /// Reads the scores of a stored advisory; until release lines could have their own there was a list of `vectors`.
  static func list(of advisory: Shape) throws(JSON.Fault) -> [Advisory.Score] {
    guard advisory.has("vectors"), !advisory.has("scores") else {
      return try advisory.list("scores") { entry throws(JSON.Fault) in try Advisory.Score(entry) }
    }
    return try advisory.list("vectors") { entry throws(JSON.Fault) in Advisory.Score(vector: try entry.text()) }
  }
}
