/// A CVE identifier such as `CVE-1900-0001`: a year of four digits and a number of four to nineteen.
public struct CVEID: Hashable, Sendable, CustomStringConvertible {
  /// The identifier as it is written everywhere, in upper case.
  public let description: String

  /// `nil` unless the whole text is an identifier in the form of the CVE record schema (`^CVE-[0-9]{4}-[0-9]{4,19}$`).
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("CVE".utf8), parts[1].count == 4, (4...19).contains(parts[2].count),
      parts[1].allSatisfy(\.isDigit), parts[2].allSatisfy(\.isDigit)
    else { return nil }
    description = text
  }

  /// The year in the identifier: when it was reserved, not when anything was published.
  public var year: Int { Int(description.dropFirst(4).prefix(4)) ?? 0 }
}
