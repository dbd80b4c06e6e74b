/// A node of the tree of a message (RFC 2046): a leaf with content, a multipart with children, or an attached message
/// whose only child is its inner root. Ranges point into `source`, so that a signature can be checked over the very
/// bytes that arrived.
public struct Part: Sendable {
  /// The bytes in which the ranges lie: the raw message, or the decoded body of an attached message that came encoded.
  public let source: [UInt8]
  /// The header block, with the blank line that ends it.
  public let headerRange: Range<Int>
  /// The body as transferred, without the line end that belongs to the next boundary.
  public let bodyRange: Range<Int>
  /// Fields in order.
  public let fields: [Field]
  /// Content-Type with its parameters. Its value is always `type/subtype` in small letters.
  public let contentType: ParameterizedValue
  /// Content-Disposition (RFC 2183), if there is one.
  public let disposition: ParameterizedValue?
  public let encoding: TransferEncoding
  public let children: [Part]
  /// True if reading stopped here because a limit was reached: the body is kept whole and unread.
  public let isUnread: Bool

  /// `text/plain`, `multipart/mixed`, …
  public var mediaType: String { contentType.value }
  public var isMultipart: Bool { mediaType.hasPrefix("multipart/") }
  /// A whole message inside this one (RFC 2046 section 5.2.1).
  public var isMessage: Bool { mediaType == "message/rfc822" || mediaType == "message/global" }
  public var isText: Bool { mediaType.hasPrefix("text/") }
  /// Header and body.
  public var range: Range<Int> { headerRange.lowerBound..<bodyRange.upperBound }

  /// The sender's name for the file, decoded, **not made safe**: it may be a path, hold bidi characters, or be absurdly
  /// long. For a name to store or offer take `Attachment.name`.
  public var fileName: String? {
    let name = disposition?["filename"] ?? contentType["name"]
    return name.flatMap { $0.isEmpty ? nil : $0 }
  }

  public func first(_ name: String) -> Field? { fields.first(name) }

  /// The content with the transfer encoding undone. Decoded at each call.
  public func content() -> [UInt8] { encoding.decode(source[bodyRange]) }

  /// Leaves in order. An attached message is a leaf here.
  public var leaves: [Part] { isMultipart && !children.isEmpty ? children.flatMap(\.leaves) : [self] }
}
