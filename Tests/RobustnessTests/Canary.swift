import Foundation

/// Words that nobody else writes, and a search for them in all the ways in which bytes may hold them.
struct Canary: Sendable {
  /// The words by what they stand for. Lower-case letters and digits, so that no encoding of text changes them.
  let words: [String: String]

  init(_ names: String...) {
    words = Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name, "zq" + String((0..<22).map { _ in "abcdefghijkmnpqrstuvwxyz23456789".randomElement() ?? "x" }))
      })
  }

  subscript(name: String) -> String { words[name] ?? "" }

  /// Where a word stands in one of the files, as `NAME as ENCODING in FILE`. A file that vanishes meanwhile is passed over.
  func findings(in files: [String], except spared: Set<String> = []) -> [String] {
    let patterns = words.filter { !spared.contains($0.key) }.flatMap { name, word in
      Self.encodings(of: word).map { (name: "\(name) as \($0.key)", bytes: $0.value) }
    }
    return files.flatMap { file -> [String] in
      guard let content = FileManager.default.contents(atPath: file) else { return [] }
      return patterns.filter { content.holds($0.bytes) }.map { "\($0.name) in \(file)" }
    }
  }

  /// All plain files below a folder.
  static func files(below folder: String) -> [String] {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
    return names.compactMap { $0 as? String }.map { "\(folder)/\($0)" }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  private static func encodings(of word: String) -> [String: [UInt8]] {
    let plain = Array(word.utf8)
    var encodings: [String: [UInt8]] = [
      "UTF-8": plain, "upper case": Array(word.uppercased().utf8),
      // In both byte orders: what stands between the first and the last letter.
      "UTF-16": Array(plain.flatMap { [$0, 0] }.dropLast()),
      "hexadecimal": Array(plain.map { String($0, radix: 16) }.joined().utf8),
      "backwards": plain.reversed(),
    ]
    // Base 64 writes a word in three ways, by where it begins; its ends depend on the neighbours.
    for shift in 0..<3 {
      let text = Data(Array(repeating: 0, count: shift) + plain).base64EncodedData()
      encodings["base 64, \(shift)"] = Array(text.dropFirst(4).dropLast(4))
    }
    return encodings
  }
}

extension Data {
  fileprivate func holds(_ bytes: [UInt8]) -> Bool {
    withUnsafeBytes { content in
      guard var start = content.baseAddress, let first = bytes.first else { return false }
      let end = start + content.count
      while end - start >= bytes.count, let hit = memchr(start, Int32(first), end - start - bytes.count + 1) {
        if memcmp(hit, bytes, bytes.count) == 0 { return true }
        start = UnsafeRawPointer(hit) + 1
      }
      return false
    }
  }
}
