/// Markup that escapes what is interpolated: `"<p>\(text)</p>"` cannot be broken out of by `text`.
///
/// Literals are markup, strings in them are text, and other `HTML` is kept as it is. What is escaped is safe between tags
/// and in attributes with quotes; it is not safe in attributes without quotes, in scripts or in style sheets.
public struct HTML: Hashable, Sendable, CustomStringConvertible {
  /// The markup as text.
  public let description: String

  public init() { description = "" }

  fileprivate init(markup: String) { description = markup }

  /// Text that already is markup. Whatever an outsider wrote must never come here.
  public static func raw(unescaped markup: String) -> HTML { HTML(markup: markup) }

  /// Text as markup that shows it.
  public init(text: some StringProtocol) { description = Self.escape(text) }

  public var isEmpty: Bool { description.isEmpty }

  public static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.description + right.description) }

  public static func += (left: inout HTML, right: HTML) { left = left + right }

  /// `&`, `<`, `>` and both quotes as entities; characters that XML forbids as U+FFFD, so that the result fits feeds too.
  static func escape(_ text: some StringProtocol) -> String {
    var output = ""
    output.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}

extension HTML: ExpressibleByStringInterpolation {
  public init(stringLiteral markup: String) { description = markup }

  public init(stringInterpolation interpolation: Interpolation) { description = interpolation.markup }

  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    public init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(literalCapacity * 2) }

    public mutating func appendLiteral(_ literal: String) { markup += literal }
    public mutating func appendInterpolation(_ text: some StringProtocol) { markup += HTML.escape(text) }
    public mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    public mutating func appendInterpolation(_ html: HTML) { markup += html.description }

    /// One after the other, with nothing between them.
    public mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { markup += part.description } }

    /// Nothing, where there is none.
    public mutating func appendInterpolation(_ html: HTML?) { if let html { appendInterpolation(html) } }

    /// Nothing, where there is none.
    public mutating func appendInterpolation(_ text: String?) { if let text { appendInterpolation(text) } }
  }
}

extension Sequence<HTML> {
  /// The parts with a separator between them.
  public func joined(separator: HTML = "") -> HTML {
    HTML(markup: map(\.description).joined(separator: separator.description))
  }
}
