extension CVSS {
  /// What is wrong with a text that is no vector, where, and how to mend it.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The closed list of what can be wrong, for programs; people read the reason.
    public enum Code: String, Hashable, Sendable, CaseIterable {
      /// There is no text.
      case empty
      /// The text begins like no version, or like another one than asked for.
      case unknownVersion
      /// Something stands between metrics that is no `NAME:VALUE`: a blank, a bracket, a slash too many.
      case malformed
      /// The version has no metric of that name.
      case unknownMetric
      /// The metric does not take that value.
      case unknownValue
      /// The metric stands there twice, be it with the same value.
      case repeatedMetric
      /// A mandatory metric is not there.
      case missingMetric
      /// The metric stands too late; version 4.0 fixes the order (section 7).
      case outOfOrder
    }

    /// Which kind of fault it is.
    public let code: Code
    /// The name of the metric concerned, as the specification writes it where there is such a metric.
    public let metric: String?
    /// In bytes of UTF-8 from the start of the text. What is missing is missed at the end.
    public let offset: Int
    /// A sentence for the person who wrote the text.
    public let reason: String
    /// The vector that was probably meant, if one can be told.
    public let suggestion: String?

    init(_ code: Code, metric: String? = nil, at offset: Int, _ reason: String, suggestion: String? = nil) {
      self.code = code
      self.metric = metric
      self.offset = offset
      self.reason = reason
      self.suggestion = suggestion
    }

    /// The reason, and after it the suggestion.
    public var description: String {
      guard let suggestion else { return reason }
      return "\(reason) Perhaps \(suggestion) is meant."
    }
  }
}
