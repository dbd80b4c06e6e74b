extension CVSS {
  /// The metrics of one version with what reading and writing them needs.
  struct MetricTable: Sendable {
    let version: Version
    /// In canonical order.
    let metrics: [Metric]
    /// Their names and values as numbers that compare at once, in the same order.
    let names: [Token]
    let codes: [[Token]]
    /// A bit for each metric that must be there, the first one lowest.
    let mandatory: UInt64
    /// Whether vectors must keep the canonical order.
    let isOrdered: Bool

    static func of(_ version: Version) -> MetricTable {
      switch version {
      case .v2_0: version2
      case .v3_0: version30
      case .v3_1: version31
      case .v4_0: version4
      }
    }

    /// One line of a version's table. `first` differs from the usual where a metric shares numbers with a longer list.
    typealias Row = (name: String, group: Metric.Group, part: Metric.Part, codes: [String], slot: Int, first: UInt8)

    init(_ version: Version, isOrdered: Bool = false, _ rows: [Row]) {
      self.version = version
      self.isOrdered = isOrdered
      metrics = rows.map {
        Metric(
          version: version, name: $0.name, group: $0.group, part: $0.part, codes: $0.codes, slot: $0.slot,
          first: $0.first)
      }
      names = metrics.map { Token($0.name) }
      codes = metrics.map { $0.codes.map(Token.init) }
      mandatory = metrics.enumerated().reduce(0) { $1.element.isMandatory ? $0 | 1 << UInt64($1.offset) : $0 }
    }

    /// Rows of metrics that must be defined.
    static func base(_ part: Metric.Part, _ names: [(String, Int)], _ codes: String, first: UInt8 = 1) -> [Row] {
      names.map { ($0.0, .base, part, codes.split(separator: " ").map(String.init), $0.1, first) }
    }

    /// Rows of metrics whose first code is the undefined one.
    static func optional(
      _ group: Metric.Group, _ part: Metric.Part, _ names: [(String, Int)], _ codes: String, first: UInt8 = 1
    ) -> [Row] {
      names.map { ($0.0, group, part, codes.split(separator: " ").map(String.init), $0.1, first) }
    }
  }

  /// Up to seven bytes of text and their count as one number.
  struct Token: Hashable, Sendable {
    let bits: UInt64

    /// Nothing that a table holds: longer than seven bytes.
    static let tooLong = Token(bits: .max)

    init(bits: UInt64) { self.bits = bits }

    init(_ text: String) {
      var bits: UInt64 = 0
      for byte in text.utf8.prefix(7) { bits = bits << 8 | UInt64(byte) }
      self.bits = bits | UInt64(min(text.utf8.count, 255)) << 56
    }

    init(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
      guard range.count <= 7 else {
        self = .tooLong
        return
      }
      var bits: UInt64 = 0
      for index in range { bits = bits << 8 | UInt64(bytes[index]) }
      self.bits = bits | UInt64(range.count) << 56
    }
  }
}
