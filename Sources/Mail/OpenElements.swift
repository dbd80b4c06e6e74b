/// The HTML elements that are open, and what they do together. Counted, not searched: a mail may open a million.
struct OpenElements {
  struct Element {
    var name: String
    var hides = false
    var hasBackground = false
    /// For a link: its target and where its text began.
    var link: (target: String, start: Int)?

    var isPreformatted: Bool { name == "pre" || name == "textarea" || name == "listing" || name == "xmp" }
  }

  private var stack: [Element] = []
  private var names: [String: Int] = [:]
  private var hiding = 0
  private var backgrounds = 0
  private var preformatted = 0

  /// Elements nested deeper are read but not remembered.
  var isFull: Bool { stack.count >= 200 }
  var last: Element? { stack.last }
  var hides: Bool { hiding > 0 }
  var haveBackground: Bool { backgrounds > 0 }
  var isPreformatted: Bool { preformatted > 0 }
  func contains(_ name: String) -> Bool { names[name] != nil }

  mutating func push(_ element: Element) {
    stack.append(element)
    names[element.name, default: 0] += 1
    count(element, by: 1)
  }

  mutating func pop() {
    guard let element = stack.popLast() else { return }
    let left = names[element.name, default: 1] - 1
    names[element.name] = left == 0 ? nil : left
    count(element, by: -1)
  }

  private mutating func count(_ element: Element, by step: Int) {
    if element.hides { hiding += step }
    if element.hasBackground { backgrounds += step }
    if element.isPreformatted { preformatted += step }
  }
}
