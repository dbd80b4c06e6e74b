/// The few ways in which mails hide text.
enum HTMLStyle {
  /// Whether the tag makes its content invisible. White letters are only visible `onBackground` of another colour.
  static func hides(_ tag: HTMLTokens.Tag, onBackground: Bool) -> Bool {
    if tag["hidden"] != nil { return true }
    guard let style = style(tag) else { return isWhite(tag["color"]) && !onBackground && tag.name == "font" }
    for (name, value) in style {
      switch (name, value) {
      case ("display", "none"), ("visibility", "hidden"), ("mso-hide", "all"): return true
      case ("opacity", "0"), ("font-size", "0"), ("font-size", "0px"), ("font-size", "0pt"): return true
      case ("max-height", "0"), ("max-height", "0px"): return true
      case ("color", _) where isWhite(value) && !onBackground && !hasBackground(tag): return true
      default: break
      }
    }
    return false
  }

  /// Whether the tag paints a background other than white.
  static func hasBackground(_ tag: HTMLTokens.Tag) -> Bool {
    if let color = tag["bgcolor"], !isWhite(color) { return true }
    if tag["background"] != nil { return true }
    return style(tag)?.contains { $0.0.hasPrefix("background") && !isWhite($0.1) && $0.1 != "none" } ?? false
  }

  private static func isWhite(_ value: String?) -> Bool {
    guard let value else { return false }
    return ["white", "#fff", "#ffffff", "rgb(255,255,255)"].contains(value.lowercased())
  }

  private static func style(_ tag: HTMLTokens.Tag) -> [(String, String)]? {
    tag["style"].map { style in
      style.lowercased().utf8.prefix(2000).filter { $0 > 0x20 }.split(separator: UInt8(ascii: ";")).compactMap { rule in
        guard let colon = rule.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let value = rule[(colon + 1)...].prefix { $0 != UInt8(ascii: "!") }
        return (String(decoding: rule[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
      }
    }
  }
}
