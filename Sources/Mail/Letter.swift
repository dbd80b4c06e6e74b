#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A plain-text message to be sent: 7-bit on the wire, whatever letters it holds; lines that no mail server breaks;
/// no HTML, no attachment, nothing about the machine it was written on.
///
/// Every value is checked when the bytes are made: CR, LF or NUL where one line is meant is refused, never repaired,
/// because such a value was built to add a header field.
public struct Letter: Sendable {
  public var from: Address
  public var to: [Address]
  public var cc: [Address] = []
  public var replyTo: [Address] = []
  public var subject: String
  /// Without angle brackets. Made by the caller, and the same at each attempt to send.
  public var messageID: String
  /// Written in UTC.
  public var date: Date
  /// Ids without angle brackets. Those of others that cannot be written in 7-bit lines are left out.
  public var inReplyTo: [String] = []
  /// The thread, oldest first. Of more than ten the first four and the last six are written.
  public var references: [String] = []
  /// Auto-Submitted, List-Id and the like. No field that `Letter` writes itself.
  public var extraFields: [ExtraField] = []
  /// UTF-8; any line ends.
  public var body: String

  public init(from: Address, to: [Address], subject: String, messageID: String, date: Date, body: String) {
    self.from = from
    self.to = to
    self.subject = subject
    self.messageID = messageID
    self.date = date
    self.body = body
  }

  /// A field of the caller's own.
  public struct ExtraField: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Why a letter cannot be written.
  public struct Fault: Error, Sendable, Equatable {
    public enum Code: String, Sendable {
      /// CR, LF or NUL in a header value, or NUL in the body.
      case control
      /// No `local@domain` of printable ASCII. Addresses with other letters (SMTPUTF8) cannot be written yet.
      case address
      /// A Message-ID that is none.
      case messageID
      /// A field's name that is none, or one that `Letter` writes itself.
      case fieldName
      /// A word that fits no line of 998 bytes (RFC 5322 section 2.1.1).
      case tooLong
      /// Nobody to send it to.
      case noRecipient
      /// A date before the year 1 or after 9999.
      case date
    }

    public let code: Code
    /// The field it concerns, or `body`.
    public let field: String

    public var reason: String {
      switch code {
      case .control: "\(field) holds a line break or NUL"
      case .address: "\(field) holds no address that mail can carry"
      case .messageID: "\(field) holds no message id"
      case .fieldName: "\(field) cannot be set as an extra field"
      case .tooLong: "\(field) holds a word that fits no line"
      case .noRecipient: "the letter has no recipient"
      case .date: "the letter's date is out of range"
      }
    }
  }
}
