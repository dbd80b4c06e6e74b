#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Letter {
  /// The message as it is sent, lines ending in CR LF. Envelope addresses are the caller's business.
  public func bytes() throws(Fault) -> [UInt8] {
    guard !to.isEmpty || !cc.isEmpty else { throw Fault(code: .noRecipient, field: "To") }
    var header = LetterHeader()
    try header.add("From", addresses: [from])
    try header.add("To", addresses: to)
    try header.add("Cc", addresses: cc)
    try header.add("Reply-To", addresses: replyTo)
    try header.add("Subject", text: subject)
    try header.add("Date", text: dateText())
    guard LetterHeader.isMessageID(messageID) else { throw Fault(code: .messageID, field: "Message-ID") }
    try header.add("Message-ID", ids: [messageID])
    try header.add("In-Reply-To", ids: inReplyTo)
    try header.add("References", ids: references.count > 10 ? references.prefix(4) + references.suffix(6) : references)
    for field in extraFields { try header.add(extra: field) }
    try header.add("MIME-Version", text: "1.0")
    let (content, encoding) = try encodedBody()
    try header.add("Content-Type", text: "text/plain; charset=utf-8")
    try header.add("Content-Transfer-Encoding", text: encoding)
    return header.bytes + [0x0D, 0x0A] + content
  }

  private func dateText() throws(Fault) -> String {
    let seconds = date.timeIntervalSince1970
    guard seconds > -62_135_596_800, seconds < 253_402_300_800 else { throw Fault(code: .date, field: "Date") }
    return MailDate.text(Int(seconds.rounded(.down)))
  }

  /// 7bit if the text already looks like mail, so that people who read raw messages can; else quoted-printable.
  private func encodedBody() throws(Fault) -> ([UInt8], encoding: String) {
    guard !body.utf8.contains(0) else { throw Fault(code: .control, field: "body") }
    var text = Array(PlainText.normalized(body).utf8)
    if text.last != 0x0A { text.append(0x0A) }
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let isPlain = lines.allSatisfy { line in
      line.count <= 76 && line.last != 0x20 && line.last != 0x09 && !line.starts(with: "From ".utf8)
        && line.first != UInt8(ascii: ".") && line.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x09 }
    }
    guard isPlain else { return (QuotedPrintable.encode(text), "quoted-printable") }
    return (Array(lines.joined(separator: [0x0D, 0x0A])), "7bit")
  }
}
