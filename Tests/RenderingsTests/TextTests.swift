import AdvisoryTypes
import Foundation
import HTML
import Renderings
import Testing

/// Compares with a file beside the tests; `EMBARGO_RECORD=1` writes it anew.
func expectSnapshot(_ text: String, _ name: String) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
  if ProcessInfo.processInfo.environment["EMBARGO_RECORD"] == "1" {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  #expect(try text == String(contentsOf: file, encoding: .utf8), "\(name) has changed; EMBARGO_RECORD=1 records it")
}

@Suite struct `An advisory` {
  @Test func `reads well as a page`() throws {
    try expectSnapshot(AdvisoryPage.page(of: .sample, site: .sample).description, "advisory.html")
  }

  @Test func `reads well as Markdown`() throws {
    try expectSnapshot(AdvisoryMarkdown.text(of: .sample, pageURL: Site.sample.pageURL(of: .sample)), "advisory.md")
  }

  @Test func `reads well in a mail`() throws {
    try expectSnapshot(AnnouncementText.text(of: .sample, pageURL: Site.sample.pageURL(of: .sample)), "advisory.txt")
  }

  @Test func `has no scripts, styles or pictures in its page`() {
    let page = AdvisoryPage.page(of: .sample, site: .sample).description
    for part in ["<script", "<style", "style=", "<img", "onclick", "http://"] { #expect(!page.contains(part)) }
  }

  @Test func `says on its page what to do until the upgrade, or that nothing is known`() {
    var advisory = Advisory.sample
    #expect(AdvisoryPage.article(of: advisory).description.contains("Until you can upgrade"))
    advisory.mitigations = []
    #expect(!AdvisoryPage.article(of: advisory).description.contains("Until you can upgrade"))
    advisory.noMitigationKnown = true
    #expect(AdvisoryPage.article(of: advisory).description.contains("No mitigation is known."))
  }

  @Test func `in a mail keeps within 72 columns and passes no control characters`() {
    var advisory = Advisory.sample
    advisory.title = String(repeating: "long word ", count: 40) + "\u{1B}[31m\u{7}"
    advisory.details += "\n\n" + String(repeating: "word ", count: 100) + "\u{0}\u{202E}"
    advisory.lines[0].status = .affected(from: "1\r\n\r\nBcc: x", solution: .pending(note: "a\u{8}b"))
    let text = AnnouncementText.text(of: advisory)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 || !$0.contains(" ") || $0.contains("https://") })
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.properties.generalCategory != .control && $0 != "\u{202E}") })
    #expect(!text.contains("\nBcc"))
  }
}
