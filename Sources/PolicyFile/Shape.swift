import AdvisoryTypes
import Foundation

/// What values must look like. Each fault is a sentence to be read after the key.
enum Shape {
  static func number(_ scalar: Section.Scalar) -> Int? {
    let digits = scalar.text.utf8
    // Nine digits are enough for anything here and cannot overflow.
    guard scalar.plain, (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(scalar.text)
  }

  /// An ASCII letter or digit.
  static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  static func isSlug(_ text: String) -> Bool {
    text.utf8.first.map { (0x61...0x7A).contains($0) } == true
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  static func isPrefix(_ text: String) -> Bool {
    (2...16).contains(text.utf8.count) && text.utf8.first.map { (0x41...0x5A).contains($0) } == true
      && text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
  }

  static func fault(ofPackageURL text: String) -> String? {
    guard let purl = PackageURL(text) else { return "must be a package URL such as pkg:github/example/product" }
    return purl.version == nil ? nil : "must name no version: the release lines do"
  }

  static func fault(ofLine text: String, most: Int) -> String? {
    if trimmed(text).isEmpty { return "is empty" }
    if text.utf8.count > most { return "is longer than \(most) bytes" }
    if text.unicodeScalars.contains(where: { $0 == "\n" || isControl($0) }) { return "must be a single line" }
    if trimmed(text) != text { return "must not begin or end with blanks" }
    return nil
  }

  /// Control characters, line ends that are not `\n`, and the marks that turn the direction of writing.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Narrower than RFC 5321: what a mail program turns into a link without doubt.
  static func fault(ofMailAddress text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count),
      parts[0].utf8.allSatisfy({ isWord($0) || "._+-".utf8.contains($0) }),
      !parts[0].hasPrefix("."), !parts[0].hasSuffix("."), !parts[0].contains("..")
    else { return "must be a mail address such as security@example.org" }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2,
      labels.allSatisfy({ label in
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") }
      })
    else { return "must be a mail address such as security@example.org" }
    return nil
  }

  static func fault(ofWebAddress text: String) -> String? {
    WebAddress.isPlain(text) ? nil : "must be an address that begins with https://"
  }

  static func fault(ofLanguage text: String) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag =
      (2...3).contains(parts.first?.count ?? 0)
      && parts.allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy { isWord($0) }
      }
    return isTag ? nil : "must be a language tag such as en or pt-BR"
  }

  /// Midnight UTC at which that day begins; nil for a day that does not exist.
  static func day(_ text: String) -> Date? {
    text.utf8.count == 10 ? Timestamp.date("\(text)T00:00:00Z") : nil
  }
}
