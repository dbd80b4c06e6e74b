/// A weakness of the Common Weakness Enumeration, such as `CWE-89`.
///
/// Records need its name to the letter (CSAF 2.0 section 6.1.11), and names change between releases of the list; so a name
/// is never taken from the outside, only from ``name``.
public struct CWEID: Hashable, Sendable, CustomStringConvertible {
  public let number: Int

  public init?(_ text: String) {
    let digits = text.utf8.dropFirst(4)
    guard text.utf8.prefix(4).elementsEqual("CWE-".utf8), (1...6).contains(digits.count),
      digits.first != UInt8(ascii: "0"),
      digits.allSatisfy(\.isDigit), let number = Int(text.dropFirst(4))
    else { return nil }
    self.number = number
  }

  public var description: String { "CWE-\(number)" }

  /// The name in release 4.15 of the list; `nil` for weaknesses that are not in the built-in choice.
  public var name: String? { Self.names[number] }
}
