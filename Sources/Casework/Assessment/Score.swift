import AdvisoryTypes
import CVSS
public import Foundation

/// A CVSS vector that the team set, and what it is for. The number is always computed from it (S35).
public struct Score: Hashable, Sendable {
  /// In canonical form.
  public var vector: String
  /// The labels of the release lines it is for, sorted; none means all that have no own.
  public var lines: [String]
  public var isFinal: Bool
  /// Why it changed; for the team.
  public var reason: String
  /// Why it differs from what the reporter proposed; for the reporter too (S37).
  public var explanation: String?
  public var by: PartyID
  public var at: Date
  /// The explanation was given to a reporter who had proposed something else.
  var isAnswer = false

  public init(
    vector: String, lines: [String] = [], isFinal: Bool, reason: String = "", explanation: String? = nil, by: PartyID,
    at: Date
  ) {
    self.vector = vector
    self.lines = Set(lines).sorted()
    self.isFinal = isFinal
    self.reason = reason
    self.explanation = explanation
    self.by = by
    self.at = at
  }

  /// What the vector comes to; nil for what is none.
  public var rating: Rating? { Rating(vector) }

  /// `CVSS 3.1`, and with lines of its own `CVSS 3.1 for 7.3, 7.4`.
  public var title: String { Self.title(of: vector, for: lines) }

  /// `CVSS 3.1 for 7.3, 9.8 Critical`.
  var words: String { title + (rating.map { ", \($0.score) \($0.severity)" } ?? "") }
  /// The same of the base metrics alone, which are what is compared with the reporter's.
  var baseWords: String { title + (Rating(base: vector).map { ", \($0.score) \($0.severity)" } ?? "") }
  var published: Advisory.Score { .init(vector: vector, lines: lines, isProvisional: !isFinal) }
  var majorVersion: Int { published.majorVersion }
  func isFor(_ lines: [String]) -> Bool { Set(self.lines) == Set(lines) }

  static func title(of vector: String, for lines: [String]) -> String {
    "CVSS \(Rating(vector)?.version ?? "vector")" + (lines.isEmpty ? "" : " for \(lines.joined(separator: ", "))")
  }

  /// What sorts scores: those for all lines first, and 4.0 before 3.1.
  var place: (String, Int) { (lines.joined(separator: "\n"), -majorVersion) }

  /// What a list shows first is greater.
  var weight: (Int, Int, Int, Int) {
    let rating = Rating(vector)
    return (rating?.band ?? -1, majorVersion, rating?.tenths ?? -1, lines.isEmpty ? 1 : 0)
  }

  /// A vector's version, score and severity in words.
  public struct Rating: Hashable, Sendable {
    /// Such as `3.1`.
    public var version: String
    /// With one decimal: `9.8`.
    public var score: String
    /// `None`, `Low`, `Medium`, `High` or `Critical`.
    public var severity: String
    fileprivate var band: Int
    fileprivate var tenths: Int

    /// Nil for what is no vector.
    public init?(_ vector: String) {
      guard let vector = try? CVSS.Vector(parsing: vector) else { return nil }
      self.init(vector)
    }

    /// What its base metrics come to.
    init?(base vector: String) {
      guard let vector = try? CVSS.Vector(parsing: vector) else { return nil }
      self.init(vector.base)
    }

    private init(_ vector: CVSS.Vector) {
      version = vector.version.rawValue
      score = vector.score.description
      severity = vector.severity.rawValue
      band = CVSS.Severity.allCases.firstIndex(of: vector.severity) ?? 0
      tenths = vector.score.tenths
    }
  }
}

extension Assessment {
  /// The score that lists show: the highest severity, then 4.0 before 3.1.
  public var headline: Score? { scores.max { $0.weight < $1.weight } }

  /// What the team asks for when it scores: a vector for each version, all of them for the same lines.
  public struct Scoring: Hashable, Sendable {
    /// One for each version of CVSS. Nobody types a number (S35).
    public var vectors: [String]
    /// Release lines; none means all that have no score of their own.
    public var lines: [String]
    public var isFinal: Bool
    /// Needed for a change (S36).
    public var reason: String
    /// One line for the reporter; needed where a final score differs from theirs (S37).
    public var explanation: String?

    public init(
      vectors: [String], lines: [String] = [], isFinal: Bool = false, reason: String = "", explanation: String? = nil
    ) {
      self.vectors = vectors
      self.lines = lines
      self.isFinal = isFinal
      self.reason = reason
      self.explanation = explanation
    }
  }
}
