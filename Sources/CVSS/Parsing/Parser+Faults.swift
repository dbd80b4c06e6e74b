// The sentences for what cannot be read. None of this runs for a vector that is right.
extension CVSS.MetricTable {
  func unknownMetric(_ part: Part, _ bytes: borrowing Span<UInt8>) -> CVSS.Fault {
    if part.start == part.end {
      let reason =
        part.end < bytes.count
        ? "Two slashes with nothing between them; write one."
        : part.start == 0 ? "There is no vector." : "A metric should follow; leave out a slash at the end."
      return CVSS.Fault(part.start == 0 ? .empty : .malformed, at: part.start, reason)
    }
    if let stray = strayByte(bytes, part.start..<part.colon) { return stray }
    let name = excerpt(bytes, part.start..<part.colon)
    if part.colon == part.end {
      return CVSS.Fault(.malformed, at: part.start, "“\(name)” has no value; metrics are written NAME:VALUE.")
    }
    if let known = metrics.first(where: { $0.name.lowercased() == name.lowercased() }) {
      return CVSS.Fault(
        .unknownMetric, metric: known.name, at: part.start, "\(known.name) is spelt “\(name)” here; the case counts.")
    }
    let others = CVSS.Version.allCases.filter { CVSS.Metric.named(name, in: $0) != nil }
    let home =
      others.isEmpty
      ? "There is no metric “\(name)”."
      : "\(name) is a metric of version \(others.map(\.rawValue).joined(separator: ", ")), not of \(version.rawValue)."
    return CVSS.Fault(.unknownMetric, metric: name, at: part.start, home)
  }

  func unknownValue(of metric: CVSS.Metric, _ part: Part, _ bytes: borrowing Span<UInt8>) -> CVSS.Fault {
    if let stray = strayByte(bytes, part.colon..<part.end) { return stray }
    let codes = metric.codes.joined(separator: ", ")
    guard part.colon + 1 < part.end else {
      return CVSS.Fault(
        .unknownValue, metric: metric.name, at: part.end, "\(metric.name) has no value; it takes one of \(codes).")
    }
    let value = excerpt(bytes, part.colon + 1..<part.end)
    let why =
      metric.isMandatory && (value == "X" || value == "ND")
      ? "\(metric.name) is a base metric and cannot be left undefined; it takes one of \(codes)."
      : "\(metric.name) takes one of \(codes), not “\(value)”."
    return CVSS.Fault(.unknownValue, metric: metric.name, at: part.colon + 1, why)
  }

  /// The fault of the first byte that stands in no name and no value, and so is no slip in one.
  func strayByte(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> CVSS.Fault? {
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: ":"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        continue
      case UInt8(ascii: " "), 9, 10, 13:
        return CVSS.Fault(.malformed, at: index, "A blank or a line's end has no place in a vector; remove it.")
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\\"):
        return CVSS.Fault(.malformed, at: index, "Metrics are separated by a slash; write “/” here.")
      default:
        let sign = excerpt(bytes, index..<min(index + 4, range.upperBound)).prefix(1)
        return CVSS.Fault(.malformed, at: index, "The sign “\(sign)” has no place in a vector; remove it.")
      }
    }
    return nil
  }

  /// Some of the text, fit to be shown: at most twelve bytes, no control characters.
  private func excerpt(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
    var shown: [UInt8] = []
    for index in range.prefix(12) { shown.append(bytes[index] < 32 || bytes[index] == 127 ? 63 : bytes[index]) }
    return String(decoding: shown, as: UTF8.self)
  }
}
