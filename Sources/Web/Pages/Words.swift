import Casework
import Foundation
import HTML

/// A moment, for people in UTC with its hour (S71), for machines beside it.
func moment(_ date: Date) -> HTML {
  let text = date.utcText
  let machine = text.replacing(" UTC", with: "Z").replacing(" ", with: "T")
  return "<time datetime=\"\(machine)\">\(text)</time>"
}

/// How far away a moment is: `in 2 d 3 h`, `4 h ago`.
func distance(from now: Date, to date: Date) -> String {
  let seconds = date.timeIntervalSince(now)
  let minutes = Int(min(abs(seconds), 1e9) / 60)
  let (days, hours) = (minutes / 1_440, minutes / 60 % 24)
  let length = days > 0 ? "\(days) d \(hours) h" : hours > 0 ? "\(hours) h \(minutes % 60) min" : "\(minutes) min"
  return seconds >= 0 ? "in \(length)" : "\(length) ago"
}

/// Text of other people, as text. Characters that turn lines around or cannot be seen are shown by their numbers, so that
/// nothing reads differently from what it is (A14).
func visible(_ text: String) -> HTML {
  guard text.unicodeScalars.contains(where: isDeceptive) else { return "\(text)" }
  var pieces: [HTML] = []
  var plain = ""
  for scalar in text.unicodeScalars {
    if isDeceptive(scalar) {
      pieces.append("\(plain)<span class=\"hidden-character\">\(codePoint(scalar))</span>")
      plain = ""
    } else {
      plain.unicodeScalars.append(scalar)
    }
  }
  pieces.append("\(plain)")
  return "\(pieces)"
}

/// The deceptive characters in a text, by their numbers, for places that must show the text as it is.
func deceptiveCharacters(in text: String) -> [String] {
  Set(text.unicodeScalars.filter(isDeceptive)).sorted().map(codePoint)
}

private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let hex = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
}

private func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A: false
  case 0x00...0x1F, 0x7F...0x9F: true
  // Marks and embeddings that change the direction, zero width, invisible operators, tags, byte order marks.
  case 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
    true
  default: false
  }
}

/// A row of a list of terms; nothing where there is nothing to say.
func row(_ term: String, _ value: HTML?) -> HTML {
  guard let value else { return "" }
  return "<div><dt>\(term)</dt><dd>\(value)</dd></div>\n"
}

/// As above, for people's text.
func row(_ term: String, text: String?) -> HTML {
  guard let text, !text.isEmpty else { return "" }
  return row(term, "<span class=\"prose\">\(visible(text))</span>")
}

/// `2 files`, `1 file`.
func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }

/// A length in bytes for people.
func size(_ bytes: Int) -> String {
  switch bytes {
  case ..<1_024: "\(bytes) B"
  case ..<1_048_576: "\(bytes / 1_024) KB"
  default: "\(bytes / 1_048_576) MB"
  }
}
