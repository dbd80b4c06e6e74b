import Foundation
import Mail
import Testing

@Suite("The public test mails", .enabled(if: Corpus.isPresent, "conformance/mail is not beside the package"))
struct CorpusTests {
  @Test("Every mail is read, keeps its bytes, and holds its parts inside them", arguments: Corpus.messages)
  func readsEveryMail(_ name: String) throws {
    let raw = try Corpus.bytes(name)
    let message = Message(reading: raw)
    #expect(message.raw == raw)
    #expect(!message.parts.isEmpty)
    for part in message.parts {
      #expect(part.range.lowerBound >= 0 && part.range.upperBound <= part.source.count)
      #expect(part.headerRange.upperBound == part.bodyRange.lowerBound)
    }
    for attachment in message.attachments {
      expectSafe(attachment.name)
      #expect(attachment.size == attachment.content().count)
      _ = attachment.message()?.text
    }
    #expect(!message.text.utf8.contains(0) && !message.text.utf8.contains(0x0D))
  }

  @Test("A person reads something in every mail that is not encrypted", arguments: Corpus.messages)
  func findsText(_ name: String) throws {
    let message = Message(reading: try Corpus.bytes(name))
    #expect(message.text.allSatisfy(\.isWhitespace) == Self.withoutText.contains(name))
  }

  /// Mails without a readable word of their own.
  private static let withoutText: Set<String> = [
    // Only an attached message, a picture, a compressed file, or a part that is never assembled.
    "attachments/rubymail-attachment_with_quoted_filename.eml", "charset/rubymail-japanese_attachment_long_name.eml",
    "malformed/rubymail-empty_in_reply_to.eml",
    "mime/malformed-nested-rfc822-no-body.eml",
    "mime/malformed-many-nested-digests.eml", "mime/external-body.eml",
    "malformed/rfc2046-partial-0.eml", "malformed/mimekit-missing-subtype.eml",
    "mime/malformed-boundary-param-folded-no-semicolon.eml",
    // 300 multiparts in each other: the limit stops above the text.
    "made/nested-300.eml",
    "reports/mimekit-delivery-status-no-blank-line.eml",
    "smime/notmuch-smime-encrypted.eml", "smime/notmuch-smime-opaque-signed.eml",
    // Encrypted.
    "made/pgpmime-compression-bomb-200MB.eml", "made/pgpmime-encrypted-hidden-recipient.eml",
    "made/pgpmime-encrypted-signed-protected-subject.eml", "made/pgpmime-encrypted-to-other-key-only.eml",
    "made/pgpmime-encrypted-unsigned.eml", "made/pgpmime-mdc-tampered.eml", "made/pgpmime-no-integrity-tag9.eml",
    "made/pgpmime-truncated.eml",
    "openpgp/chatmail-hp_legacy_display.eml", "openpgp/chatmail-rfc1847_encapsulation.eml",
    "openpgp/chatmail-text_symmetrically_encrypted.eml", "openpgp/chatmail-thunderbird_encrypted_signed.eml",
    "openpgp/chatmail-thunderbird_with_multiple_autocrypts.eml", "openpgp/notmuch-phony-header-bad-encryption.eml",
    "openpgp/schleuder-encrypted-to-absent-key.eml", "openpgp/schleuder-encrypted-to-passphrase.eml",
    "openpgp/schleuder-exchange-mixed-up.eml", "openpgp/schleuder-kmail-encapsulated.eml",
    "openpgp/schleuder-mime-encrypted-signed.eml", "openpgp/schleuder-protected-headers-v1.eml",
    "openpgp/notmuch-misplaced-protected-header.eml", "openpgp/notmuch-phony-protected-header.eml",
    "openpgp/notmuch-protected-with-legacy-display.eml",
  ]
}

func expectSafe(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(!name.isEmpty && name.utf8.count <= 200, sourceLocation: sourceLocation)
  #expect(!name.hasPrefix("."), sourceLocation: sourceLocation)
  for scalar in name.unicodeScalars {
    let isBad = scalar == "/" || scalar == "\\" || [.control, .format].contains(scalar.properties.generalCategory)
    #expect(!isBad, "\(name.debugDescription)", sourceLocation: sourceLocation)
  }
}
