/// Percent-encoding (RFC 3986 section 2.1) for the notations that are built on it.
enum PercentEncoding {
  /// Letters, digits and the bytes to keep stay; every other byte becomes `%XX`.
  static func encode(_ text: String, keeping kept: String = ".-_~") -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var output: [UInt8] = []
    for byte in text.utf8 {
      if byte.isLetter || byte.isDigit || kept.utf8.contains(byte) {
        output.append(byte)
      } else {
        output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// `nil` where a percent sign is not followed by two hexadecimal digits or the result is not UTF-8.
  static func decode(_ text: Substring) -> String? {
    var output: [UInt8] = []
    var bytes = text.utf8[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        output.append(byte)
        continue
      }
      guard let high = bytes.popFirst().flatMap(hexadecimal), let low = bytes.popFirst().flatMap(hexadecimal) else {
        return nil
      }
      output.append(high << 4 | low)
    }
    return String(validating: output, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
  }
}
