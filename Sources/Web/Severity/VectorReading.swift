import CVSS

/// What a draft says.
enum VectorReading: Equatable {
  case empty
  case vector(CVSS.Vector)
  /// Buttons that are not enough yet, and what they lack.
  case incomplete([CVSS.Metric])
  /// A text that is no vector, and what was perhaps meant.
  case fault(CVSS.Fault, CVSS.Vector?)
  /// A vector of a version that does not belong here, and the same metrics in the one that does, if they all exist there.
  case otherVersion(CVSS.Vector, CVSS.Vector?)
  /// Text and buttons were both changed and differ.
  case disagreement

  var vector: CVSS.Vector? { if case .vector(let vector) = self { vector } else { nil } }

  /// A text that is no vector of the version it stands under.
  var isFault: Bool {
    switch self {
    case .fault, .otherVersion, .disagreement: true
    case .empty, .vector, .incomplete: false
    }
  }
}

extension VectorReading {
  /// In place of a score.
  var words: String {
    switch self {
    case .empty: "No vector yet"
    case .vector(let vector): "\(vector.score.description) \(vector.severity.rawValue)"
    case .incomplete(let missing): missing.count == 1 ? "1 metric is missing" : "\(missing.count) metrics are missing"
    case .fault, .otherVersion: "No vector of this version"
    case .disagreement: "Vector and buttons differ"
    }
  }
}
