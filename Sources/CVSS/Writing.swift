extension CVSS.MetricTable {
  /// The canonical text: the prefix, then every defined metric in the order of the specification.
  func write(_ packed: CVSS.Packed) -> String {
    var text = version.prefix
    var isFirst = true
    for metric in metrics {
      let value = packed[metric.slot]
      guard value != 0 else { continue }
      if !isFirst { text += "/" }
      text += metric.name
      text += ":"
      text += metric.code(value)
      isFirst = false
    }
    return text
  }
}
