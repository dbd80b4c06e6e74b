import Casework
import Desk
import Mail

/// A mail as a report: what a person reads of it, and its files. Nothing is cut; what is too long for a page is a file.
struct MailReport {
  var submission: Submission
  var files: [Upload]
  /// Only a person gets the automatic receipt: no list, no robot, no bounce (N3).
  var mayAnswer: Bool

  /// Bytes of text that stand in the thread itself.
  static let longestText = 256 * 1024

  init(_ message: Message, envelopeSender: String, ownAddress: String) {
    files = message.attachments.map { Upload(name: $0.name, mediaType: $0.mediaType, content: $0.content()) }
    var text = message.text
    if text.utf8.count > Self.longestText {
      files.append(Upload(name: "message.txt", mediaType: "text/plain", content: Array(text.utf8)))
      text = String(text.prefix(4_096)) + "\n\n[The text is long; all of it is in the attached message.txt.]"
    }
    if text.allSatisfy(\.isWhitespace) {
      text = "[The mail has no readable text; see its files and its source.]"
    }
    let from = message.from.first
    let contact = from.map(\.address).flatMap { Self.isUsable($0, ownAddress) ? $0 : nil }
    mayAnswer =
      message.kind == .person && !["", "<>"].contains(envelopeSender) && contact != nil && message.from.count == 1
    let subject = message.subject?.trimmingSpaces ?? ""
    submission = Submission(
      channel: .mail, title: subject.isEmpty ? "(no subject)" : subject, text: text, name: from?.name,
      contact: mayAnswer ? contact : nil, policyVersion: "")
  }

  private static func isUsable(_ address: String, _ own: String) -> Bool {
    let lower = address.lowercased()
    let local = lower.prefix { $0 != "@" }
    return lower.contains("@") && lower != own.lowercased()
      && !["noreply", "no-reply", "mailer-daemon", "postmaster"].contains(String(local))
      && address.utf8.allSatisfy { $0 > 32 && $0 < 127 } && address.utf8.count <= 254
  }
}

extension String {
  var trimmingSpaces: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
