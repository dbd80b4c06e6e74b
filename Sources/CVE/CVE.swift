internal import JSON

/// CVE records in the CVE JSON format 5.1 (CVE Program).
public enum CVE {
  /// The CNA that assigned the identifier, as the CVE Program knows it.
  public struct Assigner: Hashable, Sendable {
    /// A random UUID (version 4).
    public let organization: String
    /// 2 to 32 characters.
    public let shortName: String

    /// `nil` where the record schema would refuse either.
    public init?(organization: String, shortName: String) {
      guard Self.isRandomUUID(organization), (2...32).contains(shortName.unicodeScalars.count) else { return nil }
      self.organization = organization
      self.shortName = shortName
    }

    private static func isRandomUUID(_ text: String) -> Bool {
      let digits = Array(text.utf8)
      guard digits.count == 36, digits[14] == UInt8(ascii: "4"), "89abAB".utf8.contains(digits[19]) else {
        return false
      }
      return digits.enumerated().allSatisfy { place, byte in
        [8, 13, 18, 23].contains(place)
          ? byte == UInt8(ascii: "-") : Character(Unicode.Scalar(byte)).isHexDigit && byte < 0x80
      }
    }
  }

  /// A text in English, shortened to what the schema takes (in code points), with an ellipsis where it was cut.
  static func english(_ text: String, limit: Int = 4096) -> JSON {
    ["lang": "en", "value": .string(limited(text, to: limit))]
  }

  static func limited(_ text: String, to limit: Int) -> String {
    guard text.unicodeScalars.count > limit else { return text }
    var short = String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))
    short.append("…")
    return String(short)
  }
}
