extension CVSS {
  /// A vector told to people: its score, and each of its metrics in words.
  public struct Explanation: Hashable, Sendable {
    /// One of the scores that a version 2.0 or 3.x vector has.
    public struct Part: Hashable, Sendable {
      /// `Base`, `Temporal` or `Environmental`.
      public let title: String
      /// What this one equation gives.
      public let score: Score
      /// The band in which ``score`` lies.
      public let severity: Severity
    }

    /// A metric with the value it has.
    public struct Line: Hashable, Sendable {
      /// The question that is answered.
      public let metric: Metric
      /// The answer as vectors write it: `N`. Always one of the metric's ``Metric/codes``, and never the undefined one.
      public let code: String

      /// As it stands in the vector: `AV:N`.
      public var text: String { "\(metric.name):\(code)" }
      /// The value's name: `Network`.
      public var value: String { metric.title(of: code) ?? code }
      /// What it says about the vulnerability.
      public var sentence: String { metric.sentence(for: code) ?? "" }
    }

    /// Metrics that belong together, below a heading.
    public struct Section: Hashable, Sendable {
      /// The heading, as ``Metric/Part/heading`` gives it: `The attack`.
      public let title: String
      /// At least one, in the order of the specification.
      public internal(set) var lines: [Line]
    }

    /// What is explained.
    public let vector: Vector
    /// The overall score: environmental if anything of the environment is said, else temporal, else base. Version 4.0 has
    /// one score only.
    public let score: Score
    /// The band in which ``score`` lies, in the scale of the vector's version.
    public let severity: Severity
    /// The scores behind the overall one, in versions 2.0 and 3.x: the base score, and those whose metrics are set.
    public let parts: [Part]
    /// What went into the score; version 4.0 asks to say it with the score (section 1.3).
    public let nomenclature: Nomenclature?
    /// The row of the table from which the score comes, in version 4.0 (section 8.2).
    public let macrovector: Macrovector?
    /// The metrics that are defined, in the order of the specification.
    public let sections: [Section]
  }
}

extension CVSS.Vector {
  /// The vector in words.
  public func explanation() -> CVSS.Explanation {
    var sections: [CVSS.Explanation.Section] = []
    for metric in CVSS.Metric.all(of: version) {
      let line = CVSS.Explanation.Line(metric: metric, code: self[metric])
      guard line.code != metric.undefinedCode else { continue }
      if sections.last?.title == metric.part.heading {
        sections[sections.count - 1].lines.append(line)
      } else {
        sections.append(CVSS.Explanation.Section(title: metric.part.heading, lines: [line]))
      }
    }
    return CVSS.Explanation(
      vector: self, score: score, severity: severity, parts: parts, nomenclature: version4?.nomenclature,
      macrovector: version4?.macrovector, sections: sections)
  }

  private var version4: CVSS.Version4? {
    if case .version4(let vector) = self { vector } else { nil }
  }

  private var parts: [CVSS.Explanation.Part] {
    let scores: [(String, CVSS.Score?)] =
      switch self {
      case .version2(let vector):
        [("Base", vector.baseScore), ("Temporal", vector.temporalScore), ("Environmental", vector.environmentalScore)]
      case .version3(let vector):
        [
          ("Base", vector.baseScore), ("Temporal", has(.temporal) ? vector.temporalScore : nil),
          ("Environmental", has(.environmental) ? vector.environmentalScore : nil),
        ]
      case .version4: []
      }
    return scores.compactMap { title, score in
      score.map { CVSS.Explanation.Part(title: title, score: $0, severity: CVSS.Severity($0, in: version)) }
    }
  }
}
