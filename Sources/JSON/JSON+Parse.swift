extension JSON {
  /// What is wrong with a text that is no JSON, and where.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
      case unexpectedEnd, unexpectedByte, trailingText, badNumber, badString, badEscape, loneSurrogate, notUTF8
      case duplicateName, tooDeep
      /// The text is JSON, but not of the shape that was asked for.
      case wrongShape
    }

    public let code: Code
    public let reason: String
    /// In bytes from the start of the text; 0 where the shape of the value is at fault.
    public let offset: Int

    public init(code: Code, reason: String, offset: Int = 0) {
      self.code = code
      self.reason = reason
      self.offset = offset
    }

    public var description: String { offset > 0 ? "\(reason) (at byte \(offset))" : reason }
  }

  /// How many arrays and objects may stand in one another.
  public static let maximumDepth = 128

  /// Reads a text of RFC 8259 to the letter: UTF-8 without byte order mark, one value and nothing after it.
  ///
  /// Refuses what the RFC leaves open and readers disagree on: names that occur twice, lone surrogates, and more than
  /// ``maximumDepth`` levels.
  public init(parsing bytes: some Collection<UInt8>) throws(Fault) {
    var parser = Parser(bytes: Array(bytes))
    parser.skipBlanks()
    self = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.atEnd else { throw parser.fault(.trailingText, "text follows the value") }
  }

  /// Reads the text as ``init(parsing:)-(Collection<UInt8>)`` does.
  public init(parsing text: String) throws(Fault) { try self.init(parsing: text.utf8) }
}
