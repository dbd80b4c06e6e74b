/// Something in a message that a careful person would want to know. Reading went on regardless.
public struct Oddity: Sendable, Equatable {
  public enum Code: String, Sendable {
    /// A limit was reached: from `offset` on the message was only partly read.
    case limit
    /// A line in a header that is no field.
    case headerLine
    /// Two of a field that may stand once: From, Subject, Message-ID, Content-Type and their like.
    case repeatedField
    /// A multipart without a boundary, without a single part, or without its end.
    case boundary
    /// A charset nobody knows; read as UTF-8 or windows-1252.
    case charset
    /// Content-Type says nothing that can be read.
    case contentType
  }

  public let code: Code
  /// What was met, in words that hold nothing from the message but a field's or limit's name.
  public let reason: String
  /// Where, counted in bytes of the raw message.
  public let offset: Int
}
