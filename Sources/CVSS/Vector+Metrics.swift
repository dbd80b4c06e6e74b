extension CVSS.Vector {
  /// A vector from metric names and value codes, as a form has them. Optional metrics that are absent or empty are left
  /// undefined; offsets of faults are 0, because there is no text.
  public init(_ version: CVSS.Version, _ values: [String: String]) throws(CVSS.Fault) {
    let table = CVSS.MetricTable.of(version)
    var packed = CVSS.Packed()
    for metric in table.metrics {
      let code = values[metric.name] ?? ""
      if code.isEmpty, metric.isMandatory {
        throw CVSS.Fault(
          .missingMetric, metric: metric.name, at: 0,
          "\(metric.name) is missing; every vector of version \(version.rawValue) has it.")
      }
      guard !code.isEmpty else { continue }
      guard let value = metric.packed(code) else {
        throw CVSS.Fault(
          .unknownValue, metric: metric.name, at: 0,
          "\(metric.name) takes one of \(metric.codes.joined(separator: ", ")), not “\(code.prefix(12))”.")
      }
      packed[metric.slot] = value
    }
    if let stranger = values.keys.sorted().first(where: { CVSS.Metric.named($0, in: version) == nil }) {
      throw CVSS.Fault(
        .unknownMetric, metric: stranger, at: 0,
        "Version \(version.rawValue) has no metric “\(stranger.prefix(12))”.")
    }
    self.init(version, packed)
  }

  /// The code of a metric's value; `X` (version 2.0: `ND`) where it is undefined, nothing for a metric of another version.
  public subscript(metric: CVSS.Metric) -> String {
    metric.version == version ? metric.code(packed[metric.slot]) : ""
  }

  /// The vector with one value changed; nil if this version has no such metric or the metric no such value.
  public func setting(_ metric: CVSS.Metric, to code: String) -> CVSS.Vector? {
    guard metric.version == version, let value = metric.packed(code) else { return nil }
    var packed = packed
    packed[metric.slot] = value
    return CVSS.Vector(version, packed)
  }

  /// The same with everything but the base metrics undefined.
  public var base: CVSS.Vector {
    switch self {
    case .version2(let vector): .version2(vector.base)
    case .version3(let vector): .version3(vector.base)
    case .version4(let vector): .version4(vector.base)
    }
  }

  /// The metrics that are defined, and so written, in canonical order.
  public var metrics: [CVSS.Metric] {
    let packed = packed
    return table.metrics.filter { packed[$0.slot] != 0 }
  }

  /// Whether a metric of the group is defined.
  public func has(_ group: CVSS.Metric.Group) -> Bool { metrics.contains { $0.group == group } }
}
