import CVSS

/// What a button of the severity page asks for. Its text is the button's value.
enum SeverityAction: Equatable {
  /// Enter in a field, or a script that looks ahead: whatever was changed counts.
  case look
  case read(CVSS.Version)
  case buttons(CVSS.Version)
  case clear(CVSS.Version)
  /// Leave the environmental metrics out.
  case bare(CVSS.Version)
  /// Take what was offered for a text that is no vector.
  case take(CVSS.Version)
  /// The text is a vector of the other version.
  case move(CVSS.Version)
  case set(CVSS.Version, metric: String, code: String)
  /// Begin with the reporter's own vector.
  case start
  case save(isFinal: Bool)
  case withdraw
  case decide

  /// It changes the case; the others only show something else.
  var isForKeeps: Bool {
    switch self {
    case .save, .withdraw, .decide: true
    default: false
    }
  }

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let version = parts.dropFirst().first.flatMap { key in
      VectorDraft.versions.first { VectorDraft.key(of: $0) == key }
    }
    switch (parts[0], version, parts.count) {
    case ("look", nil, 1): self = .look
    case ("start", nil, 1): self = .start
    case ("provisional", nil, 1): self = .save(isFinal: false)
    case ("final", nil, 1): self = .save(isFinal: true)
    case ("withdraw", nil, 1): self = .withdraw
    case ("decide", nil, 1): self = .decide
    case ("read", let version?, 2): self = .read(version)
    case ("buttons", let version?, 2): self = .buttons(version)
    case ("clear", let version?, 2): self = .clear(version)
    case ("bare", let version?, 2): self = .bare(version)
    case ("take", let version?, 2): self = .take(version)
    case ("move", let version?, 2): self = .move(version)
    case ("set", let version?, 4): self = .set(version, metric: parts[2], code: parts[3])
    default: return nil
    }
  }
}
