/// A file that came with a message. The bytes are decoded when asked for.
public struct Attachment: Sendable {
  /// A name fit for storing and offering: never empty, no path, no control or bidi character, no leading dot,
  /// at most 200 bytes of UTF-8. Not unique within a message.
  public let name: String
  /// What the sender says it is: `image/png`. Never believe it before looking at the bytes.
  public let mediaType: String
  /// The part it came in; nil for a file that was pasted into text by uuencode.
  public let part: Part?
  private let pasted: [UInt8]

  init(_ part: Part, number: Int) {
    let fallback = FileName.fallback(for: part.mediaType, number: number)
    name = part.fileName.map { FileName.safe($0, fallback: fallback) } ?? fallback
    mediaType = part.mediaType
    self.part = part
    pasted = []
  }

  init(_ block: UUEncoding.Block, number: Int) {
    let type = "application/octet-stream"
    name = FileName.safe(block.name, fallback: FileName.fallback(for: type, number: number))
    mediaType = type
    part = nil
    pasted = block.content
  }

  /// The decoded bytes. Decoded at each call.
  public func content() -> [UInt8] { part?.content() ?? pasted }

  /// Bytes of the content. Without a transfer encoding it is known, else the content is decoded to count it.
  public var size: Int {
    guard let part else { return pasted.count }
    return part.encoding == .identity ? part.bodyRange.count : part.content().count
  }

  /// The attached message, if it is one: read anew, as a mail of its own, its text never part of the outer one's.
  public func message(limits: Message.Limits = .standard) -> Message? {
    guard let part, part.isMessage else { return nil }
    return Message(reading: content(), limits: limits)
  }
}
