extension Message {
  /// Who or what wrote a message, by the standard signs. It governs automatic answers only: every mail is kept.
  public enum Kind: String, Sendable, CaseIterable {
    case person
    /// A vacation notice and the like (RFC 3834).
    case autoReply
    /// A delivery report (RFC 3464), or a mail server speaking in its own words.
    case bounce
    /// A read receipt (RFC 8098).
    case readReceipt
    /// A complaint from a mail provider (RFC 5965).
    case feedbackReport
    case list
    /// Everything else that a machine sent.
    case automatic
  }

  /// Whether nobody may be answered automatically.
  public var isAutomatic: Bool { kind != .person }

  /// Looks at fields and types only. Subject phrases are never a sign: they bite people who quote them. A null envelope
  /// sender is known here only if the mail server noted it in Return-Path.
  public var kind: Kind {
    if let kind = reportKind { return kind }
    let submitted = first("Auto-Submitted").map { keyword($0) } ?? "no"
    if isFromMailServer { return .bounce }
    if submitted == "auto-replied" || first("X-Autoreply") != nil || first("X-Autorespond") != nil { return .autoReply }
    if first("Return-Path").map({ $0.bytes.filter { !$0.isMailSpace } == Array("<>".utf8) }) ?? false {
      return suppressesAnswers ? .autoReply : .automatic
    }
    if first("List-Id") != nil || first("List-Post") != nil || precedence == "list" { return .list }
    if submitted != "no" || suppressesAnswers || precedence == "bulk" || precedence == "junk" { return .automatic }
    return .person
  }

  private var reportKind: Kind? {
    let types = [root.mediaType] + root.children.map(\.mediaType)
    if types.contains("message/delivery-status") || types.contains("message/global-delivery-status") { return .bounce }
    if types.contains("message/disposition-notification") { return .readReceipt }
    if types.contains("message/feedback-report") { return .feedbackReport }
    guard root.mediaType == "multipart/report" else { return nil }
    // Office 365 promises a delivery report and leaves its part out.
    return root.contentType["report-type"]?.lowercased() == "delivery-status" ? .bounce : .automatic
  }

  private var isFromMailServer: Bool {
    from.contains { address in
      let local = address.address.utf8.prefix { $0 != UInt8(ascii: "@") }
      return local.equalsIgnoringCase("mailer-daemon") || local.equalsIgnoringCase("postmaster")
    }
  }

  private var suppressesAnswers: Bool {
    first("X-Auto-Response-Suppress").map { keyword($0) != "none" } ?? false
  }

  private var precedence: String { first("Precedence").map { keyword($0) } ?? "" }

  /// The field's first word, small letters, without parameters and comments.
  private func keyword(_ field: Field) -> String { ParameterizedValue(reading: field.bytes).value }
}
