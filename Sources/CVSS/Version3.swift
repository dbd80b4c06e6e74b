extension CVSS {
  /// A base vector of version 3.0 or 3.1.
  public struct Version3: Hashable, Sendable, CustomStringConvertible {
    public enum Minor: String, Hashable, Sendable {
      case zero = "3.0"
      case one = "3.1"
    }

    public let minor: Minor
    /// One letter for each metric, in the order of ``Metric``.
    private let values: [UInt8]

    /// The base metrics in the order of the specification (3.1 section 6, table 15).
    enum Metric: Int, CaseIterable {
      case attackVector, attackComplexity, privilegesRequired, userInteraction, scope
      case confidentiality, integrity, availability

      var name: String { ["AV", "AC", "PR", "UI", "S", "C", "I", "A"][rawValue] }
      var letters: String { ["NALP", "LH", "NLH", "NR", "UC", "HLN", "HLN", "HLN"][rawValue] }
    }

    /// Reads `CVSS:3.1/AV:N/AC:L/…`: the metrics in any order, each once, all eight.
    public init(parsing text: String) throws(Fault) {
      let parts = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 40, omittingEmptySubsequences: false)
      switch String(Substring(parts[0])) {
      case "CVSS:3.0": minor = .zero
      case "CVSS:3.1": minor = .one
      default:
        throw Fault(code: .unknownVersion, reason: "A vector begins with CVSS:3.1/ or CVSS:3.0/.", offset: 0)
      }
      var values = [UInt8?](repeating: nil, count: Metric.allCases.count)
      for part in parts.dropFirst() {
        let offset = text.utf8.distance(from: text.utf8.startIndex, to: part.startIndex)
        let (metric, value) = try Self.metric(Substring(part), offset: offset)
        guard values[metric.rawValue] == nil else {
          throw Fault(code: .repeatedMetric, reason: "The metric \(metric.name) occurs twice.", offset: offset)
        }
        values[metric.rawValue] = value
      }
      var complete: [UInt8] = []
      for (metric, value) in zip(Metric.allCases, values) {
        guard let value else {
          throw Fault(code: .missingMetric, reason: "The metric \(metric.name) is missing.", offset: text.utf8.count)
        }
        complete.append(value)
      }
      self.values = complete
    }

    private static func metric(_ part: Substring, offset: Int) throws(Fault) -> (Metric, UInt8) {
      let colon = part.firstIndex(of: ":")
      let name = part[..<(colon ?? part.endIndex)]
      guard let metric = Metric.allCases.first(where: { $0.name == name }) else {
        let known = beyondBase.contains(String(name))
        throw Fault(
          code: known ? .notBase : .unknownMetric,
          reason: known
            ? "\(name) is no base metric; give the base vector." : "There is no metric “\(name.prefix(12))”.",
          offset: offset)
      }
      let value = part[(colon ?? part.endIndex)...].dropFirst().utf8
      guard value.count == 1, let letter = value.first, metric.letters.utf8.contains(letter) else {
        let letters = metric.letters.map(String.init).joined(separator: ", ")
        throw Fault(code: .unknownValue, reason: "The metric \(metric.name) takes one of \(letters).", offset: offset)
      }
      return (metric, letter)
    }

    /// Temporal and environmental metrics.
    private static let beyondBase: Set<String> = [
      "E", "RL", "RC", "CR", "IR", "AR", "MAV", "MAC", "MPR", "MUI", "MS", "MC", "MI", "MA",
    ]

    /// The vector with its metrics in the order of the specification.
    public var vector: String {
      zip(Metric.allCases, values).reduce("CVSS:\(minor.rawValue)") { text, pair in
        text + "/\(pair.0.name):\(Character(Unicode.Scalar(pair.1)))"
      }
    }

    public var description: String { vector }

    /// The vector to carry into formats that take one: the first of version 3.1, else the first of 3.0. Others are passed
    /// over.
    public static func preferred(among texts: [String]) -> Version3? {
      let vectors = texts.compactMap { try? Version3(parsing: $0) }
      return vectors.first { $0.minor == .one } ?? vectors.first
    }

    public var severity: Severity { CVSS.severity(score.tenths) }

    subscript(metric: Metric) -> Character { Character(Unicode.Scalar(values[metric.rawValue])) }
  }
}
