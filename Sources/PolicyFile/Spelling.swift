/// Finds the word that was probably meant.
enum Spelling {
  static func nearest(to word: String, among words: [String]) -> String? {
    let letters = Array(plain(word))
    // Longer than any key: not a slip of the finger, and not worth the time.
    guard (1...48).contains(letters.count) else { return nil }
    let most = max(1, min(3, letters.count / 3))
    return words.map { ($0, distance(letters, Array(plain($0)))) }
      .filter { $0.1 <= most }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// A key as it may stand in a message: short, and without characters that move the cursor.
  static func shown(_ word: String) -> String {
    let safe = word.unicodeScalars.prefix(64).map { Shape.isControl($0) || $0 == "\n" ? "·" : Character($0) }
    return String(safe) + (word.unicodeScalars.count > 64 ? "…" : "")
  }

  private static func plain(_ word: String) -> String { word.lowercased().replacing("-", with: "_") }

  /// Levenshtein's distance.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = a == b ? diagonal : 1 + min(diagonal, above, row[j])
        diagonal = above
      }
    }
    return row[right.count]
  }
}
