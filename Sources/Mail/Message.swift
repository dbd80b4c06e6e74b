#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A message read from raw bytes.
///
/// Reading never throws: anything is a message, an empty one at worst; what was odd stands in `oddities`. The header and
/// the tree are read at once, and so is the readable text (bounded by `Limits`); attachments are decoded when asked for.
/// HTML is never rendered: it becomes text.
public struct Message: Sendable {
  /// The bytes as received. `root`'s ranges point into them.
  public let raw: [UInt8]
  /// The tree of parts. A message without MIME is one `text/plain` leaf.
  public let root: Part
  public let oddities: [Oddity]

  /// What a person reads: `text/plain` parts if there are, else HTML turned into text; `format=flowed` undone, uuencoded
  /// files taken out. Lines end in LF. May hold control and bidi characters: show it escaped.
  public let text: String
  /// Text that HTML was told not to show, white on white included. Phishing mostly, a proof of concept sometimes.
  public let hiddenText: String
  /// True if `text` was cut at a limit. The part is then among the attachments as well.
  public let isTextCut: Bool
  /// Everything that is not the readable text or another form of it, in order.
  public let attachments: [Attachment]

  public init(reading raw: [UInt8], limits: Limits = .standard) {
    var reader = PartReader(raw, limits: limits)
    let root = reader.read()
    var readable = ReadableContent(limits: limits)
    readable.visitRoot(root)
    self.raw = raw
    self.root = root
    oddities = reader.oddities + Message.repeatedFields(root.fields)
    text = readable.text
    hiddenText = readable.hiddenText
    isTextCut = readable.isCut
    attachments = readable.attachments
  }

  /// How much of a message is read. What lies beyond stays in `raw` and is marked by an oddity.
  public struct Limits: Sendable {
    /// Multiparts and attached messages inside each other.
    public var maxDepth = 64
    public var maxParts = 1000
    /// Bytes of one part's header, of one field, and fields of one part.
    public var maxHeaderBytes = 256 * 1024
    public var maxFieldBytes = 64 * 1024
    public var maxFields = 2000
    /// Bytes of readable text, of one part and of all.
    public var maxDecodedText = 1024 * 1024
    public var maxTotalText = 2 * 1024 * 1024

    public init() {}

    public static let standard = Limits()
  }
}

extension Message {
  /// Leaves in order; an attached message is one leaf.
  public var parts: [Part] { root.leaves }
  /// The header's fields in order.
  public var fields: [Field] { root.fields }
  public func first(_ name: String) -> Field? { root.fields.first(name) }
  /// All fields of a name, in order.
  public func all(_ name: String) -> [Field] { root.fields.filter { $0.isNamed(name) } }

  public var subject: String? { first("Subject")?.text }
  /// The mailboxes of every From field. More than one proves nobody's identity, and two fields are an oddity.
  public var from: [Address] { addresses("From") }
  public var sender: [Address] { addresses("Sender") }
  public var replyTo: [Address] { addresses("Reply-To") }
  public var to: [Address] { addresses("To") }
  public var cc: [Address] { addresses("Cc") }

  /// Mailboxes of all fields of a name.
  public func addresses(_ name: String) -> [Address] { all(name).flatMap { AddressReader.read($0.bytes) } }

  /// Without angle brackets. Not unique: anybody may write any id.
  public var messageID: String? { first("Message-ID").flatMap { MessageIDs.read($0.bytes).first } }
  public var inReplyTo: [String] { all("In-Reply-To").flatMap { MessageIDs.read($0.bytes) } }
  /// All ids of all References fields, oldest first as written; what is no id is passed over.
  public var references: [String] { all("References").flatMap { MessageIDs.read($0.bytes) } }

  /// The Date field as written.
  public var dateText: String? { first("Date")?.text }
  /// What the sender's clock said, if it can be read. Senders lie: never a ground for a deadline.
  public var date: Date? {
    dateText.flatMap(MailDate.seconds).map { Date(timeIntervalSince1970: Double($0)) }
  }

  /// Fields that RFC 5322 section 3.6 allows once, and that somebody trusts.
  private static func repeatedFields(_ fields: [Field]) -> [Oddity] {
    let single = ["from", "sender", "reply-to", "to", "cc", "subject", "date", "message-id"]
    return single.compactMap { name in
      guard let second = fields.lazy.filter({ $0.isNamed(name) }).dropFirst().first else { return nil }
      return Oddity(code: .repeatedField, reason: second.name, offset: second.bytes.startIndex)
    }
  }
}
