extension CVSS {
  /// A value of a typed metric. Its raw value is the number under which the metric is packed.
  public protocol MetricValue: RawRepresentable, Hashable, Sendable, CaseIterable where RawValue == UInt8 {}
}

extension CVSS.Packed {
  /// A mandatory metric: vectors are made only with these defined.
  subscript<Value: CVSS.MetricValue>(mandatory slot: Int) -> Value {
    get { Value(rawValue: self[slot]) ?? Value.allCases[Value.allCases.startIndex] }
    set { self[slot] = newValue.rawValue }
  }

  /// An optional metric.
  subscript<Value: CVSS.MetricValue>(optional slot: Int) -> Value? {
    get { Value(rawValue: self[slot]) }
    set { self[slot] = newValue?.rawValue ?? 0 }
  }
}
