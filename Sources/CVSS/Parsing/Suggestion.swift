extension CVSS.Fault {
  /// The same with the vector that was probably meant, if the text can be read leniently.
  func suggesting(for text: String, in versions: [CVSS.Version]) -> CVSS.Fault {
    let suggestion = CVSS.Suggestion(text, in: versions)?.vector
    return CVSS.Fault(code, metric: metric, at: offset, reason, suggestion: suggestion)
  }
}

extension CVSS {
  /// A lenient reading of a text that is no vector: wrong case, blanks, brackets, other separators, order, prefix.
  ///
  /// It exists to be shown, never to be used unseen; it is nil unless all mandatory metrics are there with one value each.
  struct Suggestion {
    let vector: String

    /// - Parameter versions: those to try when the text does not name one.
    init?(_ text: String, in versions: [Version]) {
      guard text.utf8.count <= 400 else { return nil }
      let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":" || $0 == ".")) }
        .map { $0.lowercased() }
      let heads = words.filter { $0.hasPrefix("cvss") }
      let pairs = words.filter { !$0.hasPrefix("cvss") && $0.contains(":") }
      guard heads.count <= 1, pairs.count <= 40 else { return nil }
      let candidates: [Version]
      if let head = heads.first {
        let number = head.drop { !$0.isNumber }
        let number2 = number.count == 1 ? (number == "3" ? "3.1" : "\(number).0") : String(number)
        guard let version = Version(rawValue: number2), versions.contains(version) else { return nil }
        candidates = [version]
      } else {
        candidates = versions
      }
      for version in candidates {
        if let packed = Self.read(pairs, by: .of(version)) {
          vector = MetricTable.of(version).write(packed)
          return
        }
      }
      return nil
    }

    private static func read(_ pairs: [String], by table: MetricTable) -> Packed? {
      var values: [Int: UInt8] = [:]
      for pair in pairs {
        let halves = pair.split(separator: ":", omittingEmptySubsequences: false)
        guard halves.count == 2,
          let metric = table.metrics.first(where: { $0.name.lowercased() == halves[0] }),
          let index = metric.codes.firstIndex(where: { $0.lowercased() == halves[1] })
        else { return nil }
        let value = metric.packed(at: index)
        guard values[metric.slot] ?? value == value else { return nil }
        values[metric.slot] = value
      }
      guard table.metrics.allSatisfy({ !$0.isMandatory || values[$0.slot] != nil }) else { return nil }
      return values.reduce(into: Packed()) { $0[$1.key] = $1.value }
    }
  }
}
