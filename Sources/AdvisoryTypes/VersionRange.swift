/// A range of versions of one product: from a version (or the beginning) up to a bound.
public struct VersionRange: Hashable, Sendable {
  public enum End: Hashable, Sendable {
    case open
    /// Up to this version, without it: the version with the fix, or the first of the next line.
    case before(String)
    /// Up to this version, with it.
    case through(String)
  }

  /// The first version in the range; `nil` means from the beginning.
  public var start: String?
  public var end: End

  public init(from start: String?, to end: End) {
    self.start = start
    self.end = end
  }

  /// The range in the `vers` notation, such as `vers:generic/>=7.3.0|<7.3.5`; versions are percent-encoded.
  public func vers(scheme: String = "generic") -> String {
    var constraints: [String] = []
    if let start { constraints.append(">=" + Self.encoded(start)) }
    switch end {
    case .open: break
    case .before(let version): constraints.append("<" + Self.encoded(version))
    case .through(let version): constraints.append("<=" + Self.encoded(version))
    }
    return "vers:\(scheme)/" + (constraints.isEmpty ? "*" : constraints.joined(separator: "|"))
  }

  /// The `vers` notation of one version alone.
  public static func vers(only version: String, scheme: String = "generic") -> String {
    "vers:\(scheme)/\(encoded(version))"
  }

  /// The range as people read it: `7.3.0 up to, not including, 7.3.5`.
  public var text: String {
    return switch end {
    case .open: start.map { "\($0) and later" } ?? "all versions"
    case .before(let version): start.map { "\($0) up to, not including, \(version)" } ?? "before \(version)"
    case .through(let version): start.map { "\($0) up to \(version)" } ?? "up to \(version)"
    }
  }

  /// Whether the text is one version and nothing that a reader could take for a range (CSAF 2.0 section 6.1.31).
  public static func isVersion(_ text: String) -> Bool {
    guard (1...128).contains(text.utf8.count), text.utf8.contains(where: \.isDigit),
      text.utf8.allSatisfy({ $0.isLetter || $0.isDigit || ".-_+~:".utf8.contains($0) })
    else { return false }
    let rangeWords: Set = ["after", "all", "before", "earlier", "later", "prior", "versions"]
    return !text.lowercased().split { !$0.isLetter }.contains { rangeWords.contains(String($0)) }
  }

  private static func encoded(_ version: String) -> String { PercentEncoding.encode(version, keeping: ".-_~+") }
}
