import Foundation

extension Browser {
  /// One element of the page that is shown. Once the page is left, its actions throw "stale element reference".
  public struct Element: Sendable {
    let session: WebDriver
    let id: String

    /// Scrolls to the element and clicks its middle; returns when a page that this opens is loaded.
    public func click() async throws { try await session.post("element/\(id)/click") }

    /// Types at the end of what the element holds. A file input takes the path of a file.
    public func type(_ text: String) async throws { try await session.post("element/\(id)/value", ["text": text]) }

    /// Empties a field.
    public func clear() async throws { try await session.post("element/\(id)/clear") }

    /// The text as it is rendered: what is hidden is not in it.
    public var text: String { get async throws { try await session.get("element/\(id)/text") } }

    /// An attribute as the markup has it; `nil` if it has none.
    public func attribute(_ name: String) async throws -> String? {
      try await session.get("element/\(id)/attribute/\(name)")
    }

    /// The value of a CSS property as it came out, `rgb(…)` for colours.
    public func style(_ property: String) async throws -> String {
      try await session.get("element/\(id)/css/\(property)")
    }

    /// Whether a person can see the element.
    public var isDisplayed: Bool { get async throws { try await session.get("element/\(id)/displayed") } }

    /// Whether a check box, radio button or option is chosen.
    public var isSelected: Bool { get async throws { try await session.get("element/\(id)/selected") } }

    /// The name that assistive technology announces.
    public var accessibleName: String { get async throws { try await session.get("element/\(id)/computedlabel") } }
  }

  /// The first element that a selector finds, waited for.
  public func find(_ css: String) async throws -> Element {
    try await wait(for: "an element \(css)") { try await has(css) }
    guard let element = try await all(css).first else { throw Failure("no such element", css) }
    return element
  }

  /// Every element that a selector finds now.
  public func all(_ css: String) async throws -> [Element] {
    let found = try await session.post(
      "elements", ["using": "css selector", "value": css], answer: [[String: String]].self)
    return found.compactMap { $0.values.first }.map { Element(session: session, id: $0) }
  }

  /// Whether a selector finds anything now.
  public func has(_ css: String) async throws -> Bool { try await !all(css).isEmpty }

  /// Clicks the first element that a selector finds.
  public func click(_ css: String) async throws { try await find(css).click() }

  /// Types into the first element that a selector finds.
  public func type(_ text: String, into css: String) async throws { try await find(css).type(text) }

  /// The rendered text of the first element that a selector finds.
  public func text(_ css: String = "body") async throws -> String { try await find(css).text }
}
