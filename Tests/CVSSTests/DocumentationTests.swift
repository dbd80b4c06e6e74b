import Foundation
import Testing

/// The package's own folder.
private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
private let catalog = root.appending(path: "Sources/CVSS/CVSS.docc")

/// Code as the documentation shows it, by file and number, without imports.
private func shownListings() throws -> [String: String] {
  var listings: [String: String] = [:]
  let files = try FileManager.default.subpathsOfDirectory(atPath: catalog.path)
  for file in files {
    let name = String(file.split(separator: "/").last?.split(separator: ".").first ?? "")
    if file.hasSuffix(".swift") {
      listings[name] = try String(contentsOf: catalog.appending(path: file), encoding: .utf8)
    } else if file.hasSuffix(".md") || file.hasSuffix(".tutorial") {
      let parts = try String(contentsOf: catalog.appending(path: file), encoding: .utf8).components(separatedBy: "```")
      for (number, block) in stride(from: 1, to: parts.count, by: 2).map({ parts[$0] }).enumerated() {
        #expect(block.hasPrefix("swift\n"), "\(file) shows code in another language")
        listings["\(name)-\(number + 1)"] = String(block.dropFirst("swift\n".count))
      }
    }
  }
  return listings.mapValues { text in
    (text.hasPrefix("import CVSS\n\n") ? String(text.dropFirst("import CVSS\n\n".count)) : text)
      .trimmingCharacters(in: .newlines)
  }
}

/// Code as it is compiled, between its marks.
private func compiledListings() throws -> [String: String] {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "DocumentationListings.swift")
  var listings: [String: String] = [:]
  var name: String?
  for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
    if line.hasPrefix("    // listing ") {
      name = String(line.dropFirst("    // listing ".count))
    } else if line == "    // end" {
      name = nil
    } else if let name {
      listings[name, default: ""] += (listings[name] == nil ? "" : "\n") + line.dropFirst(4)
    }
  }
  return listings
}

@Suite struct `The documentation` {
  @Test func `shows code that is compiled`() throws {
    let shown = try shownListings()
    let compiled = try compiledListings()
    #expect(shown.keys.sorted() == compiled.keys.sorted())
    for (name, code) in shown { #expect(code == compiled[name], "\(name)") }
    #expect(Set(shown.keys) == Set(Listings.all.keys))
  }

  @Test(arguments: Listings.all.keys.sorted())
  func `shows what the code writes`(name: String) throws {
    var listings = Listings()
    try Listings.all[name]?(&listings)
    let promised = try #require(try compiledListings()[name]).components(separatedBy: "\n").compactMap { line in
      line.range(of: "// → ").map { String(line[$0.upperBound...]) }
    }
    #expect(listings.output == promised)
  }

  @Test func `of the tutorial refers to listings that are there, and to each of them`() throws {
    let tutorial = try String(contentsOf: catalog.appending(path: "Scoring.tutorial"), encoding: .utf8)
    let named = tutorial.components(separatedBy: "file: \"").dropFirst().map { $0.prefix { $0 != "\"" } }.map(
      String.init)
    let files = try FileManager.default.contentsOfDirectory(atPath: catalog.appending(path: "Resources").path)
    #expect(named.sorted() == files.filter { $0.hasSuffix(".swift") }.sorted())
  }
}
