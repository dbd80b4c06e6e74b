// What the letters of a vector mean, for people who do not score every day. The prose is our own; where it is shorter
// than the specification, the specification decides.

extension CVSS.Metric {
  /// The specification's name of the metric, unique in its version: `Attack Vector`, `Subsequent System Integrity`.
  public var title: String { words?.title ?? name }

  /// The name below a heading that says the rest: `Confidentiality` in the section of the vulnerable system.
  public var shortTitle: String { words?.shortTitle ?? title }

  /// What a person has to answer to choose a value: one sentence with a question mark.
  public var question: String { words?.question ?? "" }

  /// The specification's name of a value: `Network` for `N`. Nil if the metric has no such value.
  public func title(of code: String) -> String? { words?.value(code)?.title }

  /// What a value says about the vulnerability: one plain sentence. Nil if the metric has no such value.
  public func sentence(for code: String) -> String? { words?.value(code)?.sentence }

  private var words: MetricWords? { MetricWords.all[version]?[name] }
}

extension CVSS.Metric.Part {
  /// A heading for the metrics of the part. Two parts may share one.
  public var heading: String {
    switch self {
    case .exploitability, .scope: "The attack"
    case .impact: "The impact"
    case .vulnerableSystem: "The impact on the vulnerable system"
    case .subsequentSystem: "The impact on other systems"
    case .temporal, .threat: "At present"
    case .general: "In this environment"
    case .requirements: "What must be kept in this environment"
    case .modifiedExploitability, .modifiedScope: "The attack in this environment"
    case .modifiedImpact: "The impact in this environment"
    case .modifiedVulnerableSystem: "The impact on the vulnerable system in this environment"
    case .modifiedSubsequentSystem: "The impact on other systems in this environment"
    case .supplemental: "Besides, without influence on the score"
    }
  }
}

extension CVSS.Severity {
  /// The scores that the word stands for, as people write it: `7.0 to 8.9`. Nil where a version has no such band: NVD's
  /// scale for 2.0 knows neither None nor Critical.
  public func range(in version: CVSS.Version) -> String? {
    switch (version, self) {
    case (.v2_0, .low): "0.0 to 3.9"
    case (.v2_0, .high): "7.0 to 10.0"
    case (.v2_0, .none), (.v2_0, .critical): nil
    case (_, .none): "0.0"
    case (_, .low): "0.1 to 3.9"
    case (_, .medium): "4.0 to 6.9"
    case (_, .high): "7.0 to 8.9"
    case (_, .critical): "9.0 to 10.0"
    }
  }
}

extension CVSS.Nomenclature {
  /// What went into the score, in words (4.0 section 1.3): `base and threat metrics`.
  public var phrase: String {
    switch self {
    case .base: "base metrics only"
    case .baseThreat: "base and threat metrics"
    case .baseEnvironmental: "base and environmental metrics"
    case .baseThreatEnvironmental: "base, threat and environmental metrics"
    }
  }
}

/// The words of one metric.
struct MetricWords: Sendable {
  struct Value: Sendable {
    let code: String
    let title: String
    let sentence: String

    init(_ code: String, _ title: String, _ sentence: String) {
      (self.code, self.title, self.sentence) = (code, title, sentence)
    }
  }

  let name: String
  let title: String
  let shortTitle: String
  let question: String
  let values: [Value]

  init(_ name: String, _ title: String, short: String? = nil, _ question: String, _ values: [Value]) {
    (self.name, self.title, self.question, self.values) = (name, title, question, values)
    shortTitle = short ?? title
  }

  func value(_ code: String) -> Value? { values.first { $0.code == code } }

  static let all: [CVSS.Version: [String: MetricWords]] = [
    .v2_0: named(version2), .v3_0: named(version3), .v3_1: named(version3), .v4_0: named(version4),
  ]

  private static func named(_ words: [MetricWords]) -> [String: MetricWords] {
    Dictionary(words.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The words of the metric that replaces this one in somebody's environment (3.1 section 4.2, 4.0 section 4.2).
  ///
  /// - Parameter replacing: values that read differently there, or exist only there.
  func modified(replacing: [Value] = []) -> MetricWords {
    let own = replacing.map(\.code)
    let inherited = values.filter { !own.contains($0.code) }.map {
      Value($0.code, $0.title, "In this environment, " + $0.sentence.prefix(1).lowercased() + $0.sentence.dropFirst())
    }
    let undefined = Value("X", "Not Defined", "Nothing differs in this environment: \(name) counts as it is.")
    return MetricWords(
      "M" + name, "Modified " + title, short: shortTitle, question.dropLast() + " in this environment?",
      [undefined] + replacing + inherited)
  }
}
