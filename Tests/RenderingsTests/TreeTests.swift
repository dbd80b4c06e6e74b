import AdvisoryTypes
import CVE
import Foundation
import HTML
import Renderings
import Testing

@Suite struct `The public tree` {
  private func tree(_ advisories: [Advisory], now: Date = .sample, hashes: Bool = false) -> [String: [UInt8]] {
    PublicTree.files(
      of: advisories, site: .sample, policyPage: "<h1>Policy</h1>\n", now: now,
      hash256: { hashes ? digest($0, "sha256sum") : "00" }, hash512: { hashes ? digest($0, "sha512sum") : "11" })
  }

  @Test func `has a file for everybody`() {
    let paths = tree([.sample]).keys.sorted()
    #expect(
      paths == [
        ".well-known/csaf/provider-metadata.json", ".well-known/csaf/white/1990/whpg-1900-0001.json",
        ".well-known/csaf/white/1990/whpg-1900-0001.json.sha256",
        ".well-known/csaf/white/1990/whpg-1900-0001.json.sha512",
        ".well-known/csaf/white/changes.csv", ".well-known/csaf/white/csaf-feed-tlp-white.json",
        ".well-known/csaf/white/index.txt", ".well-known/security.txt", "advisories/WHPG-1900-0001.html",
        "advisories/WHPG-1900-0001.md", "advisories/WHPG-1900-0001.txt", "advisories/index.html",
        "cve/CVE-1900-0001.json",
        "feed.atom", "index.html", "osv/WHPG-1900-0001.json", "policy.html", "style.css",
      ])
  }

  @Test func `is the same for the same input, in whatever order it comes`() {
    var other = Advisory.sample
    other.id = "WHPG-1900-0002"
    other.cve = nil
    #expect(tree([.sample, other]) == tree([other, .sample]))
    #expect(tree([.sample, other]) == tree([.sample, other], now: .sample + 86_400))
  }

  @Test func `holds nothing that is not for everyone or not yet public`() {
    var secret = Advisory.sample
    secret.id = "CANARY-1"
    secret.title = "canary"
    secret.tlp = .amber
    var future = secret
    future.tlp = .clear
    future.published = .sample + 1
    for (path, bytes) in tree([.sample, secret, future]) {
      #expect(!path.lowercased().contains("canary"))
      #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("canary"), "\(path)")
    }
  }

  @Test func `cannot be left by an advisory's id, nor broken by its texts`() {
    var hostile = Advisory.sample
    hostile.id = "../../<script>"
    hostile.title = "</title><script>alert(1)</script>"
    hostile.summary = "]]>&<entry>"
    hostile.lines[0].label = "<script>"
    hostile.credits = [.init(name: "<script>", role: .finder)]
    hostile.references = [.init(url: "javascript:alert(1)", summary: "<script>")]
    hostile.mitigations[0].verify = "<script>"
    let files = tree([hostile])
    for (path, bytes) in files {
      #expect(!path.split(separator: "/").contains("..") && !path.contains("<"))
      guard path.hasSuffix(".html") || path.hasSuffix(".atom") else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("<script") && !text.contains("href=\"javascript"), "\(path)")
    }
  }

  // Skipped where the schemas are not at hand (EMBARGO_CONFORMANCE names their folder).
  @Test(.enabled(if: FileManager.default.fileExists(atPath: conformance.path), "no conformance files"))
  func `passes the checks of an independent validator`() throws {
    var other = Advisory.sample
    other.id = "WHPG 1900:0002"
    other.cve = CVEID("CVE-1900-0002")
    other.published = Timestamp.date("1991-02-03T00:00:00Z") ?? .sample
    other.updated = other.published
    other.revisions = []
    for advisories in [[Advisory.sample, other], []] {
      let root = FileManager.default.temporaryDirectory.appending(path: "embargo-tree-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: root) }
      for (path, bytes) in tree(advisories, hashes: true) {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      }
      let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Schemas/validate.py")
      let python = ProcessInfo.processInfo.environment["EMBARGO_PYTHON"] ?? "python3"
      let (status, output) = try run([python, script.standardized.path, conformance.path, "tree", root.path])
      #expect(status == 0, "\(output)")
    }
  }
}

private let conformance: URL =
  ProcessInfo.processInfo.environment["EMBARGO_CONFORMANCE"].map { URL(filePath: $0) }
  ?? URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "../shared/conformance")

private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}

/// The system's own tool: an answer that no code of ours had a hand in.
private func digest(_ bytes: [UInt8], _ tool: String) -> String {
  let file = FileManager.default.temporaryDirectory.appending(path: "embargo-digest-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: file) }
  guard (try? Data(bytes).write(to: file)) != nil, let (_, output) = try? run([tool, file.path]) else { return "" }
  return String(output.prefix { $0 != " " })
}
