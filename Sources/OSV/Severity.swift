internal import AdvisoryTypes
internal import CVSS
internal import JSON

extension OSV {
  /// Where the vectors of an advisory go: to the top or to each affected line, never to both, and one of each type at a place.
  struct Severities {
    /// For the whole record: the same vectors hold for every affected line.
    let top: JSON?
    /// By the label of an affected line, where they differ.
    let lines: [String: JSON]
    /// The word for the highest of all, such as `HIGH`.
    let highest: String?
    /// Vectors that are not final.
    let provisional: [String]
    /// Vectors that found no place.
    let omitted: [String]

    init(of advisory: Advisory) {
      var vectors: [Advisory.Score: CVSS.Vector] = [:]
      for score in advisory.scores { vectors[score] = try? CVSS.Vector(parsing: score.vector) }
      let rated = advisory.scores.filter { vectors[$0] != nil }
      func text(_ score: Advisory.Score) -> String { vectors[score]?.vector ?? score.vector }
      func chosen(_ scores: [Advisory.Score]) -> [Advisory.Score] {
        [2, 3, 4].compactMap { scores.preferred(ofMajorVersion: $0) }
      }
      func severity(_ scores: [Advisory.Score]) -> JSON? {
        .nonEmpty(scores.map { ["type": .string("CVSS_V\($0.majorVersion)"), "score": .string(text($0))] })
      }

      let labels = advisory.lines.filter { $0.affected != nil }.map(\.label)
      let chosenByLine = labels.map { chosen(rated.holding(for: $0)) }
      let first = chosenByLine.first ?? chosen(rated.filter(\.lines.isEmpty))
      let isOneForAll = chosenByLine.allSatisfy { severity($0) == severity(first) }
      top = isOneForAll ? severity(first) : nil
      lines =
        isOneForAll
        ? [:]
        : Dictionary(zip(labels, chosenByLine).compactMap { label, scores in severity(scores).map { (label, $0) } }) {
          first, _ in first
        }
      highest = vectors.values.map(\.severity).max().map { $0.rawValue.uppercased() }
      let carried = Set((isOneForAll ? first : chosenByLine.flatMap(\.self)).map(text))
      provisional = Self.distinct(rated.filter(\.isProvisional).map(text))
      omitted = Self.distinct(advisory.scores.map(text).filter { !carried.contains($0) && JSON.nonEmpty($0) != nil })
    }

    private static func distinct(_ texts: [String]) -> [String] {
      var seen: Set<String> = []
      return texts.filter { seen.insert($0).inserted }
    }
  }
}
