import AdvisoryTypes
import CVSS

extension Words {
  /// A score as people read it: never a number without its vector, and none of version 4.0 without its nomenclature.
  struct Rating {
    let vector: String
    /// `CVSS 4.0`.
    let system: String
    let score: CVSS.Score
    let severity: CVSS.Severity
    /// `CVSS-BT`; version 4.0 alone has one (section 1.3).
    let nomenclature: String?
    /// What other metrics than the base ones made of the number: `temporal; base 8.8 High`.
    let makeup: String
    /// The release lines that it is for, where not all have the same.
    let lines: String?
    let isProvisional: Bool

    /// `8.7`.
    var number: String { score.description }
    /// `High`.
    var word: String { severity.rawValue }
    /// `8.7 High`.
    var result: String { "\(number) \(word)" }

    /// What stands after the result: ` (CVSS-B), release lines 7.2, 7.3, provisional`.
    var addition: String {
      let inner = [nomenclature ?? "", makeup].filter { !$0.isEmpty }.joined(separator: "; ")
      let remarks = [lines ?? "", isProvisional ? "provisional" : ""].filter { !$0.isEmpty }
      return (inner.isEmpty ? "" : " (\(inner))") + remarks.map { ", \($0)" }.joined()
    }

    /// `CVSS 4.0: 8.7 High (CVSS-B)`.
    var text: String { "\(system): \(result)\(addition)" }
  }

  /// Every score of an advisory, the newest version first; of each version those of some lines, then that of all others.
  static func ratings(_ advisory: Advisory) -> [Rating] {
    let rated = advisory.scores.compactMap { score in
      (try? CVSS.Vector(parsing: score.vector)).map { (score: score, vector: $0) }
    }
    let order = rated.enumerated().sorted { left, right in
      func key(_ entry: (offset: Int, element: (score: Advisory.Score, vector: CVSS.Vector))) -> (Int, Int, Int) {
        let (score, vector) = entry.element
        let age = CVSS.Version.allCases.filter { vector.version < $0 }.count
        return (age, score.lines.isEmpty ? 1 : 0, entry.offset)
      }
      return key(left) < key(right)
    }
    return order.map { _, entry in
      let isOneOfSeveral = rated.contains {
        !$0.score.lines.isEmpty && $0.score.majorVersion == entry.score.majorVersion
      }
      return rating(entry.vector, of: entry.score, isOneOfSeveral: isOneOfSeveral)
    }
  }

  /// The one that lists show: of the highest severity, then of the newest version, then the highest.
  static func headline(_ ratings: [Rating]) -> Rating? {
    ratings.enumerated().max { left, right in
      func key(_ place: Int, _ rating: Rating) -> (CVSS.Severity, String, Int, Int) {
        (rating.severity, rating.system, rating.score.tenths, -place)
      }
      return key(left.offset, left.element) < key(right.offset, right.element)
    }?.element
  }

  static func headline(_ advisory: Advisory) -> Rating? { headline(ratings(advisory)) }

  /// What stands among the scores and is no vector.
  static func unreadVectors(_ advisory: Advisory) -> [String] {
    advisory.scores.map(\.vector).filter { vector in
      (try? CVSS.Vector(parsing: vector)) == nil && !vector.allSatisfy(\.isWhitespace)
    }
  }

  private static func rating(_ vector: CVSS.Vector, of score: Advisory.Score, isOneOfSeveral: Bool) -> Rating {
    var nomenclature: String?
    var parts: [String] = []
    let base = "\(vector.baseScore) \(vector.baseSeverity.rawValue)"
    if case .version4(let vector) = vector {
      nomenclature = vector.nomenclature.rawValue
      if nomenclature != "CVSS-B" { parts = ["CVSS-B \(base)"] }
    } else {
      if vector.has(.temporal) { parts.append("temporal") }
      if vector.has(.environmental) { parts.append("environmental") }
      if !parts.isEmpty { parts = [parts.joined(separator: ", "), "base \(base)"] }
    }
    return Rating(
      vector: vector.vector, system: "CVSS \(vector.version.rawValue)", score: vector.score,
      severity: vector.severity, nomenclature: nomenclature, makeup: parts.joined(separator: "; "),
      lines: lines(of: score, isOneOfSeveral: isOneOfSeveral), isProvisional: score.isProvisional)
  }

  private static func lines(of score: Advisory.Score, isOneOfSeveral: Bool) -> String? {
    switch score.lines.count {
    case 0: isOneOfSeveral ? "all other release lines" : nil
    case 1: "release line \(score.lines[0])"
    default: "release lines \(score.lines.joined(separator: ", "))"
    }
  }
}
