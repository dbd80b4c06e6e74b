import Crypto
import Foundation

/// The published tree, as somebody sees it who comes by.
struct PublicTree {
  let root: String

  /// Where the link points to; nil before the first publication.
  var current: String? { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(root)/current") }

  /// What is wrong with the tree that is shown now; empty if it is whole.
  ///
  /// A tree that two later ones have replaced may vanish under its reader: that is no fault.
  func faults() -> [String] {
    guard let current else { return [] }
    let faults = Self.faults(in: "\(root)/\(current)")
    return self.current == current ? faults : []
  }

  /// The CSAF files that the index of the shown tree lists.
  func index() -> [String] {
    guard let text = try? String(contentsOfFile: "\(root)/current/\(Self.csaf)/index.txt", encoding: .utf8) else {
      return []
    }
    return text.split(separator: "\n").map(String.init)
  }

  private static let csaf = ".well-known/csaf/white"

  private static func faults(in tree: String) -> [String] {
    var faults: [String] = []
    func read(_ path: String) -> Data? {
      guard let data = FileManager.default.contents(atPath: "\(tree)/\(path)"), !data.isEmpty else {
        faults.append("\(path) is missing or empty")
        return nil
      }
      return data
    }
    _ = (
      read("index.html"), read("feed.atom"), read(".well-known/security.txt"),
      read(".well-known/csaf/provider-metadata.json")
    )
    guard let index = FileManager.default.contents(atPath: "\(tree)/\(csaf)/index.txt") else {
      return faults + ["the index is missing"]
    }
    for line in String(decoding: index, as: UTF8.self).split(separator: "\n") {
      guard let document = read("\(csaf)/\(line)"), let said = read("\(csaf)/\(line).sha256") else { continue }
      let hash = SHA256.hash(data: document).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      if !said.starts(with: hash.utf8) { faults.append("\(line) has not the hash that it is said to have") }
    }
    return faults
  }
}
