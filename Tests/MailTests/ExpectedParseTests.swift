import Foundation
import Mail
import Testing

/// The bodies and attachments that a third parser (stalwartlabs/mail-parser) reads from the MIME samples.
@Suite("The MIME samples", .enabled(if: Corpus.isPresent, "conformance/mail is not beside the package"))
struct ExpectedParseTests {
  /// Samples on which that parser's reading is not ours.
  static let deviations = [
    "mime/malformed-many-nested-digests.eml":
      "They read the last part, behind the outer boundary, as part of the message before it.",
    "mime/rfc2046-multipart-mixed-parallel.eml":
      "Two parts say base64 and hold prose. They give the prose back, we what base64 makes of it.",
    "mime/thirdparty-helpdesk-thread-attached-messages.eml":
      "They nest three attached mails into each other; GMime and CPython find them side by side, as we do.",
    "mime/malformed-huge-header-names.eml":
      "A mutilated mail; which of its many boundaries and headers count is anybody's guess. It is read, that is all.",
    "mime/malformed-outer-boundary-closes-inner.eml":
      "They let a child go on behind the boundary that closes its parent; RFC 2046 section 5.1.2 ends it there.",
    "mime/malformed-unterminated-nested.eml":
      "They take `--ab` for the boundary `a` with a tail; it is the outer boundary `ab`, which ends the inner part.",
  ]

  static let samples = Corpus.messages.filter { $0.hasPrefix("mime/") && deviations[$0] == nil }

  @Test("Subject, text and attached bytes are read as a third parser reads them", arguments: samples)
  func agrees(_ name: String) throws {
    let expected = try Expected(try Corpus.json(name.replacingOccurrences(of: ".eml", with: ".expected.json")))
    let message = Message(reading: try Corpus.bytes(name))
    #expect(message.subject == expected.subject)
    #expect(words(message.text) == expected.text.flatMap(words))
    try #require(message.attachments.count == expected.attachments.count)
    for (attachment, bytes) in zip(message.attachments, expected.attachments) {
      // Nil stands for an attached message, which they take apart further.
      if let bytes { #expect(trimmed(attachment.content()) == trimmed(bytes)) }
      #expect(bytes != nil || attachment.message() != nil)
    }
  }

  private struct Expected {
    var subject: String?
    var text: [String]
    var attachments: [[UInt8]?]

    init(_ json: Any) throws {
      let root = try #require(json as? [String: Any])
      let parts = try #require(root["parts"] as? [[String: Any]])
      func body(_ index: Int) -> [String: Any] { parts[index]["body"] as? [String: Any] ?? [:] }
      let headers = parts[0]["headers"] as? [[String: Any]] ?? []
      subject = headers.first { $0["name"] as? String == "subject" }
        .flatMap { ($0["value"] as? [String: Any])?["Text"] as? String }
      text = (root["text_body"] as? [Int] ?? []).compactMap { body($0)["Text"] as? String }
      attachments = (root["attachments"] as? [Int] ?? []).map { index in
        let body = body(index)
        if let text = body["Text"] as? String { return Array(text.utf8) }
        return ((body["Binary"] ?? body["InlineBinary"]) as? [Int])?.map { UInt8(truncatingIfNeeded: $0) }
      }
    }
  }

  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes.filter { $0 != 0x0D }
    while bytes.last == 0x0A { bytes.removeLast() }
    return bytes
  }
}
