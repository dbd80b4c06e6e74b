/// Lays out text on lines: blanks collapse, blocks stand apart, quotations are marked.
struct TextWriter {
  /// Depth of `>` before each line.
  var quoteDepth = 0
  private var out: [UInt8] = []
  /// Line ends owed before the next letter.
  private var breaks = 0
  private var owesBlank = false
  private var cells = 0
  private var startsItem = false

  var count: Int { out.count }

  var finished: String {
    guard !out.isEmpty else { return "" }
    return String(decoding: out, as: UTF8.self) + "\n"
  }

  mutating func write(_ bytes: ArraySlice<UInt8>, preformatted: Bool) {
    for byte in bytes {
      switch byte {
      case 0x0A where preformatted:
        owesBlank = false
        breaks = min(breaks + 1, 20)
      case 0x0D, 0: break
      case 0x20, 0x09, 0x0A, 0x0C:
        if preformatted { letter(byte) } else { owesBlank = !out.isEmpty && breaks == 0 }
      default: letter(byte)
      }
    }
  }

  /// `<br>`: a line end, and an empty line if there was one already.
  mutating func lineBreak() {
    breaks = min(breaks + 1, 3)
    owesBlank = false
  }

  /// At least so many line ends before what follows.
  mutating func block(_ lineEnds: Int) {
    breaks = max(breaks, lineEnds)
    owesBlank = false
    if lineEnds > 0 { cells = 0 }
  }

  mutating func rule() {
    block(1)
    for byte in "---".utf8 { letter(byte) }
    block(1)
  }

  mutating func item() {
    block(1)
    startsItem = true
  }

  /// Cells of a row stand on one line, a tab between them.
  mutating func cell() {
    if cells > 0, breaks == 0, !out.isEmpty {
      out.append(0x09)
      owesBlank = false
    }
    cells += 1
  }

  /// Adds the target behind a link's text, unless the text is the target.
  mutating func link(to target: String, from start: Int) {
    let target = Array(target.utf8.filter { $0 > 0x20 && $0 != 0x7F }.prefix(2000))
    guard !target.isEmpty, target.first != UInt8(ascii: "#"), let gap = gap(before: target, from: start) else { return }
    if gap, breaks == 0 { owesBlank = true }
    letter(UInt8(ascii: "<"))
    for byte in target { letter(byte) }
    letter(UInt8(ascii: ">"))
  }

  /// Whether a blank belongs between the link's text and its target; nil if the text is the target. The slice of `out`
  /// must not outlive this call: the next letter would copy all of it.
  private func gap(before target: [UInt8], from start: Int) -> Bool? {
    let shown = out[min(start, out.count)...].trimmed
    let withoutSlash = target.last == UInt8(ascii: "/") ? target.dropLast() : target[...]
    let isTarget =
      shown.elementsEqual(target) || shown.elementsEqual(withoutSlash)
      || target.starts(with: "mailto:".utf8) && shown.elementsEqual(target.dropFirst(7))
    return isTarget ? nil : !shown.isEmpty
  }

  private mutating func letter(_ byte: UInt8) {
    if out.isEmpty {
      breaks = 0
      beginLine()
    } else if breaks > 0 {
      for _ in 0..<breaks { out.append(0x0A) }
      breaks = 0
      beginLine()
    } else if owesBlank {
      out.append(0x20)
    }
    owesBlank = false
    if startsItem {
      out += "- ".utf8
      startsItem = false
    }
    out.append(byte)
  }

  private mutating func beginLine() {
    guard quoteDepth > 0 else { return }
    out += [UInt8](repeating: UInt8(ascii: ">"), count: min(quoteDepth, 20)) + [0x20]
  }
}
