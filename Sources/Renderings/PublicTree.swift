public import AdvisoryTypes
import CSAF
import CVE
public import FoundationEssentials
public import HTML
import JSON
import OSV
import SecurityTxt

/// The public site as files: pages for people, records and feeds for machines, all from the same advisories.
///
/// Pure: the same input gives the same bytes, and nothing in the tree moves unless an advisory or the site does.
public enum PublicTree {
  /// The files by their path from the root.
  ///
  /// An advisory that is not for everyone, or whose publication lies after `now`, is left out whoever asks for it.
  ///
  /// - Parameters:
  ///   - policyPage: the policy as it shall stand in the site's frame under `policy.html`.
  ///   - securityTxt: the whole file, where somebody else writes (or signs) it.
  ///   - hash256: SHA-256 of the bytes, in lower-case hexadecimal digits.
  ///   - hash512: SHA-512, likewise.
  public static func files(
    of advisories: [Advisory], site: Site, policyPage: HTML? = nil, securityTxt: String? = nil, now: Date,
    hash256: ([UInt8]) -> String, hash512: ([UInt8]) -> String
  ) -> [String: [UInt8]] {
    var site = site
    if policyPage != nil, site.policyURL == nil { site.policyURL = site.url("policy.html") }
    let advisories = advisories.filter { $0.tlp == .clear && $0.published <= now }
      .sorted { ($1.published, $0.id) < ($0.published, $1.id) }
    let updated = advisories.map(CSAF.currentReleaseDate).max() ?? now
    var files: [String: [UInt8]] = [
      "style.css": Array(StyleSheet.text.utf8),
      "index.html": bytes(frontPage(of: advisories, site: site)),
      "advisories/index.html": bytes(listPage(of: advisories, site: site)),
      "feed.atom": Array(atomFeed(of: advisories, site: site, updated: updated).utf8),
      ".well-known/security.txt": Array((securityTxt ?? contact(site).text).utf8),
    ]
    files["policy.html"] = policyPage.map { bytes(Self.policyPage($0, site: site)) }
    for advisory in advisories {
      for file in Self.files(for: advisory, site: site) { files[file.path] = file.bytes() }
      let (path, document) = csaf(advisory, site: site)
      let name = path.split(separator: "/").last.map(String.init) ?? path
      files[path + ".sha256"] = Array("\(hash256(document))  \(name)\n".utf8)
      files[path + ".sha512"] = Array("\(hash512(document))  \(name)\n".utf8)
    }
    for (path, content) in provider(of: advisories, site: site, updated: updated) { files[path] = content }
    return files
  }

  /// A file about one advisory, with the words for a link to it.
  struct File {
    let path: String
    let label: String
    let bytes: () -> [UInt8]
  }

  /// Every file about one advisory, but for the hashes.
  static func files(for advisory: Advisory, site: Site) -> [File] {
    let name = Site.fileName(of: advisory)
    let page = site.pageURL(of: advisory)
    var files = [
      File(path: "advisories/\(name).html", label: "page") { bytes(AdvisoryPage.page(of: advisory, site: site)) },
      File(path: "advisories/\(name).md", label: "Markdown") {
        Array(AdvisoryMarkdown.text(of: advisory, pageURL: page).utf8)
      },
      File(path: "advisories/\(name).txt", label: "plain text") {
        Array(AnnouncementText.text(of: advisory, pageURL: page).utf8)
      },
      File(path: "\(csafFolder)/\(CSAF.Entry(advisory).path)", label: "CSAF") { csaf(advisory, site: site).bytes },
      File(path: "osv/\(name).json", label: "OSV") {
        bytes(OSV.record(for: advisory, package: site.package, pageURL: page))
      },
    ]
    if let id = advisory.cve, let assigner = site.assigner {
      files.append(
        File(path: "cve/\(id).json", label: "CVE record") {
          CVE.record(for: advisory, assigner: assigner, pageURL: page).map(bytes) ?? []
        })
    }
    return files
  }

  static let csafFolder = ".well-known/csaf/white"

  private static func csaf(_ advisory: Advisory, site: Site) -> (path: String, bytes: [UInt8]) {
    let path = "\(csafFolder)/\(CSAF.Entry(advisory).path)"
    let document = CSAF.document(
      for: advisory, canonicalURL: site.url(path), pageURL: site.pageURL(of: advisory), engine: "Embargo")
    return (path, bytes(document))
  }

  /// What CSAF tools look for: metadata, index, changes and the ROLIE feed.
  private static func provider(of advisories: [Advisory], site: Site, updated: Date) -> [String: [UInt8]] {
    let entries = advisories.map(CSAF.Entry.init)
    let metadata = ".well-known/csaf/provider-metadata.json"
    let feed = "\(csafFolder)/csaf-feed-tlp-white.json"
    return [
      metadata: bytes(
        CSAF.providerMetadata(
          url: site.url(metadata), publisher: site.publisher, directory: site.url(csafFolder) + "/",
          feed: site.url(feed),
          updated: updated)),
      feed: bytes(
        CSAF.feed(
          of: entries, id: "csaf-feed-tlp-white", title: "Security advisories of \(site.projectName)",
          url: site.url(feed), directory: site.url(csafFolder), hashes: ["sha256", "sha512"], updated: updated)),
      "\(csafFolder)/index.txt": Array(CSAF.index(of: entries).utf8),
      "\(csafFolder)/changes.csv": Array(CSAF.changes(of: entries).utf8),
    ]
  }

  private static func contact(_ site: Site) -> SecurityTxt {
    SecurityTxt(
      contacts: site.contacts, expires: site.expires, encryption: site.encryption, preferredLanguages: site.languages,
      canonical: [site.url(".well-known/security.txt")],
      policy: [site.policyURL].compactMap { $0 },
      csaf: [site.url(".well-known/csaf/provider-metadata.json")])
  }

  private static func bytes(_ page: HTML) -> [UInt8] { Array(page.description.utf8) }
  private static func bytes(_ record: JSON) -> [UInt8] { record.bytes(pretty: true) + [0x0A] }
}
