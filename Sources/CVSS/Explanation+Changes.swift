extension CVSS {
  /// Another value of one metric that brings the score into another severity band.
  public struct Change: Hashable, Sendable {
    /// The one whose value is another; all others stay as they are.
    public let metric: Metric
    /// The value before, as vectors write it: `N`; `X` or `ND` where none was set.
    public let from: String
    /// The value that crosses the band, written the same way.
    public let to: String
    /// The whole vector with the other value.
    public let vector: Vector
    /// The overall score of ``vector``.
    public let score: Score
    /// The band of ``score``; never the one before the change.
    public let severity: Severity
    /// Whether the band is a higher one.
    public let isHigher: Bool

    init(metric: Metric, from: String, to: String, vector: Vector, severityBefore: Severity) {
      (self.metric, self.from, self.to, self.vector) = (metric, from, to, vector)
      score = vector.score
      severity = Severity(score, in: vector.version)
      isHigher = severity > severityBefore
    }
  }
}

extension CVSS.Vector {
  /// Each change of a single metric that would cross a severity band, the nearest score first; of equal ones the first
  /// metric of the vector.
  ///
  /// Tried are all base metrics, every other metric that is set, and of a group that the vector uses (temporal or threat,
  /// requirements, environment) also those that are not. Not tried: taking a metric back to "not defined"; supplemental
  /// metrics, which never count; and a modified metric that is not set, because it says what its base metric says
  /// (but for `MSI:S` and `MSA:S`, which have no base value).
  ///
  /// - Parameter nearestOnly: of one metric only the nearest value into each band: when `AV:A` makes it High, `AV:L`, which
  ///   does so too, is no news.
  public func changes(nearestOnly: Bool = false) -> [CVSS.Change] {
    let (score, severity) = (score, severity)
    var changes: [CVSS.Change] = []
    for metric in CVSS.Metric.all(of: version) {
      let from = self[metric]
      for to in candidates(for: metric, now: from) {
        guard let vector = setting(metric, to: to) else { continue }
        let change = CVSS.Change(metric: metric, from: from, to: to, vector: vector, severityBefore: severity)
        if change.severity != severity { changes.append(change) }
      }
    }
    let sorted = changes.enumerated().sorted { left, right in
      let distances = (score.distance(to: left.element.score), score.distance(to: right.element.score))
      return distances.0 == distances.1 ? left.offset < right.offset : distances.0 < distances.1
    }.map(\.element)
    guard nearestOnly else { return sorted }
    var seen: Set<[String]> = []
    return sorted.filter { seen.insert([$0.metric.name, $0.severity.rawValue]).inserted }
  }

  /// The values worth trying for a metric.
  private func candidates(for metric: CVSS.Metric, now: String) -> [String] {
    let others = metric.codes.filter { $0 != now && $0 != metric.undefinedCode }
    guard metric.group != .supplemental else { return [] }
    if metric.isMandatory || now != metric.undefinedCode { return others }
    guard has(metric.group) else { return [] }
    guard let base = metric.unmodified else { return others }
    return others.filter { !base.codes.contains($0) }
  }
}

extension CVSS.Metric {
  /// The base metric that this one replaces in an environment: `AV` for `MAV`.
  var unmodified: CVSS.Metric? {
    guard name.count > 1, name.first == "M" else { return nil }
    return CVSS.Metric.named(String(name.dropFirst()), in: version)
  }
}

extension CVSS.Score {
  fileprivate func distance(to other: CVSS.Score) -> Int { abs(tenths - other.tenths) }
}
