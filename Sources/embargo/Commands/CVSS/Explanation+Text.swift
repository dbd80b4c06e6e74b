import CVSS
import Foundation

extension CVSS.Explanation {
  /// The vector for a person at a terminal: lines of at most `width` columns, but for the vector itself, each with its
  /// end.
  func text(width: Int) -> String {
    var lines = ["\(score) \(severity.rawValue)  \(vector.vector)", "  \(summary)"]
    let columns = sections.flatMap(\.lines).reduce((0, 0, 0)) { widest, line in
      (max(widest.0, line.text.count), max(widest.1, line.metric.shortTitle.count), max(widest.2, line.value.count))
    }
    for section in sections {
      lines += ["", "  \(section.title)"]
      for line in section.lines {
        let start =
          "    " + line.text.padded(to: columns.0) + "  " + line.metric.shortTitle.padded(to: columns.1) + "  "
          + line.value.padded(to: columns.2) + "  "
        lines += line.sentence.wrapped(after: start, width: width)
      }
    }
    return (lines + [""] + changes).joined(separator: "\n") + "\n"
  }

  private var summary: String {
    if let nomenclature, let macrovector {
      return "\(nomenclature.rawValue): \(nomenclature.phrase); macrovector \(macrovector)."
    }
    let scores = parts.map { "\($0.title.lowercased()) \($0.score) \($0.severity.rawValue)" }.joined(separator: ", ")
    return scores.prefix(1).uppercased() + scores.dropFirst() + "."
  }

  private var changes: [String] {
    let changes = vector.changes(nearestOnly: true)
    guard !changes.isEmpty else { return ["  No single change would cross a band."] }
    let rows = changes.map { change in
      (
        score: "\(change.score) \(change.severity.rawValue)", text: "\(change.metric.name):\(change.to)",
        words: "\(change.metric.title): \(change.metric.title(of: change.to) ?? change.to)"
          + " instead of \(change.metric.title(of: change.from) ?? change.from)"
      )
    }
    let (scores, texts) = (rows.map(\.score.count).max() ?? 0, rows.map(\.text.count).max() ?? 0)
    return ["  One change that would cross a band:"]
      + rows.map { "    " + $0.score.padded(to: scores) + "  " + $0.text.padded(to: texts) + "  " + $0.words }
  }
}

extension CVSS.Fault {
  /// The text with a mark under the place, the reason, and what was probably meant. The text may hold anything; only what
  /// surrounds the place is shown.
  func text(in text: String, width: Int) -> String {
    // One column for each scalar; what would move the cursor, or turn the line round, is shown as a dot.
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: "·"
      default: scalar
      }
    }
    let end = text.utf8.index(text.startIndex, offsetBy: min(offset, text.utf8.count))
    let place = text.unicodeScalars.distance(from: text.startIndex, to: end)
    let first = scalars.count < width ? 0 : max(0, min(place - width / 2, scalars.count + 2 - width))
    let last = min(scalars.count, first + width - 2)
    let shown = String(String.UnicodeScalarView(scalars[first..<last]))
    let line = (first > 0 ? "…" : "") + shown + (last < scalars.count ? "…" : "")
    let mark = String(repeating: " ", count: place - first + (first > 0 ? 1 : 0)) + "^"
    let suggestion = suggestion.map { ["Perhaps you mean \($0)"] } ?? []
    return ([line, mark, reason] + suggestion).joined(separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

  /// The words in lines, the first of which begins with `start` and the others with as many blanks.
  fileprivate func wrapped(after start: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = start
    var isEmpty = true
    for word in split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: start.count)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
