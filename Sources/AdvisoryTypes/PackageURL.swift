/// A package URL (ECMA-427): `pkg:type/namespace/name@version?qualifiers#subpath`.
///
/// Carries the general rules and the type rules that change letters (PyPI, GitHub, Bitbucket); other type rules are left
/// to whoever knows the type.
public struct PackageURL: Hashable, Sendable, CustomStringConvertible {
  public var type: String
  /// Segments with `/` between them.
  public var namespace: String?
  public var name: String
  public var version: String?
  /// Sorted when written; keys in lower case.
  public var qualifiers: [String: String]
  public var subpath: String?

  /// `nil` where the text breaks a rule of the standard.
  public init?(_ text: String) {
    guard text.utf8.count <= 4096, text.prefix(4).lowercased() == "pkg:" else { return nil }
    // Parsed from the right, as section 5.6 says, so that a mark inside an earlier part cannot be mistaken.
    var rest = text.dropFirst(4)
    let fragment = Self.cut(&rest, at: "#")
    let query = Self.cut(&rest, at: "?")
    rest = Self.trimmed(rest)
    guard let typeEnd = rest.firstIndex(of: "/") else { return nil }
    let type = rest[..<typeEnd].lowercased()
    rest = Self.trimmed(rest[rest.index(after: typeEnd)...])
    let nameStart = rest.lastIndex(of: "/").map { rest.index(after: $0) } ?? rest.startIndex
    var namePart = rest[nameStart...]
    let versionPart = Self.cut(&namePart, at: "@")

    guard let first = type.utf8.first, first.isLetter,
      type.utf8.allSatisfy({ $0.isLetter || $0.isDigit || ".-".utf8.contains($0) }),
      let name = PercentEncoding.decode(namePart), !name.isEmpty,
      let version = PercentEncoding.decode(versionPart ?? ""),
      let namespace = Self.segments(rest[..<nameStart]), let subpath = Self.segments(fragment ?? "", dots: false),
      let qualifiers = Self.qualifiers(query ?? "")
    else { return nil }
    self.type = type
    self.version = version.isEmpty ? nil : version
    self.qualifiers = qualifiers
    self.subpath = subpath.isEmpty ? nil : subpath
    let lowered = ["pypi", "github", "bitbucket"].contains(type)
    self.name = lowered ? name.lowercased() : name
    if type == "pypi" { self.name = String(self.name.map { $0 == "_" ? "-" : $0 }) }
    self.namespace = namespace.isEmpty ? nil : lowered ? namespace.lowercased() : namespace
  }

  /// The canonical text.
  public var description: String {
    var text = "pkg:\(type)/"
    if let namespace { text += Self.encoded(namespace) + "/" }
    text += PercentEncoding.encode(name, keeping: ".-_~:")
    if let version { text += "@" + PercentEncoding.encode(version, keeping: ".-_~:") }
    let pairs = qualifiers.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(PercentEncoding.encode($0.value, keeping: ".-_~:/"))" }
    if !pairs.isEmpty { text += "?" + pairs.joined(separator: "&") }
    if let subpath { text += "#" + Self.encoded(subpath) }
    return text
  }

  /// The same package in another version, or in none.
  public func version(_ version: String?) -> PackageURL {
    var copy = self
    copy.version = version
    return copy
  }

  private static func encoded(_ segments: String) -> String { PercentEncoding.encode(segments, keeping: ".-_~:/") }

  private static func cut(_ text: inout Substring, at mark: Character) -> Substring? {
    guard let place = text.lastIndex(of: mark) else { return nil }
    defer { text = text[..<place] }
    return text[text.index(after: place)...]
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == "/" { text.removeFirst() }
    while text.last == "/" { text.removeLast() }
    return text
  }

  private static func segments(_ text: Substring, dots: Bool = true) -> String? {
    var segments: [String] = []
    for part in text.split(separator: "/") {
      guard let segment = PercentEncoding.decode(part), !segment.contains("/") else { return nil }
      if dots || (segment != "." && segment != "..") { segments.append(segment) }
    }
    return segments.joined(separator: "/")
  }

  private static func qualifiers(_ text: Substring) -> [String: String]? {
    var qualifiers: [String: String] = [:]
    for pair in text.split(separator: "&") {
      guard let equals = pair.firstIndex(of: "=") else { return nil }
      let key = pair[..<equals].lowercased()
      guard let first = key.utf8.first, first.isLetter,
        key.utf8.allSatisfy({ $0.isLetter || $0.isDigit || ".-_".utf8.contains($0) }),
        let value = PercentEncoding.decode(pair[pair.index(after: equals)...])
      else { return nil }
      if value.isEmpty { continue }
      guard qualifiers.updateValue(value, forKey: key) == nil else { return nil }
    }
    return qualifiers
  }
}
