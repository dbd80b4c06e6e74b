import AdvisoryTypes
import FoundationEssentials
import HTML

extension PublicTree {
  /// All advisories, the newest first.
  static func listPage(of advisories: [Advisory], site: Site) -> HTML {
    Page(site: site, title: "Security advisories of \(site.projectName)", root: "../", path: "advisories/index.html")
      .html("<h1>Security advisories</h1>\n\(table(of: advisories, folder: ""))")
  }

  /// The way in: how to report, what was published last, what machines can read.
  static func frontPage(of advisories: [Advisory], site: Site) -> HTML {
    let page = Page(site: site, title: "\(site.projectName) security", root: "", path: "index.html")
    let report: HTML? = site.reportURL.map { "<p><a class=\"button\" href=\"\($0)\">Report a vulnerability</a></p>\n" }
    let contacts = site.contacts.map { "<li>\(Page.contact($0))</li>\n" as HTML }
    let policy: HTML? = page.policyLink.map {
      "<p>What happens to a report, and by when, is written in <a href=\"\($0)\">our policy</a>.</p>\n"
    }
    let machines: [(String, String)] = [
      ("feed.atom", "Atom feed"), (".well-known/csaf/provider-metadata.json", "CSAF provider metadata"),
      (".well-known/csaf/white/changes.csv", "CSAF changes"), (".well-known/security.txt", "security.txt"),
    ]
    return page.html(
      """
      <h1>\(site.projectName) security</h1>
      <p class="lede">How to report a vulnerability in \(site.projectName), and what has been found and fixed.</p>
      \(Page.section("report", "Report", "\(report)<ul>\n\(contacts)</ul>\n\(policy)"))\
      \(Page.section("advisories", "Latest advisories", table(of: Array(advisories.prefix(10)), folder: "advisories/")))\
      \(Page.section("machines", "For machines", "<ul>\n\(machines.map { "<li><a href=\"\($0)\">\($1)</a></li>\n" as HTML })</ul>\n"))
      """)
  }

  /// The policy in the site's frame.
  static func policyPage(_ content: HTML, site: Site) -> HTML {
    Page(site: site, title: "Security policy of \(site.projectName)", root: "", path: "policy.html").html(content)
  }

  private static func table(of advisories: [Advisory], folder: String) -> HTML {
    guard !advisories.isEmpty else { return "<p>Nothing has been published yet.</p>\n" }
    let rows = advisories.map { advisory -> HTML in
      let headline = Words.headline(advisory)
      let level = HTML.raw(unescaped: headline?.word.lowercased() ?? "none")
      let score = headline.map {
        " \($0.number) <span class=\"quiet\">\($0.nomenclature ?? $0.system)\($0.isProvisional ? ", provisional" : "")</span>"
          as HTML
      }
      let fixes = advisory.lines.compactMap(\.fixedVersion).joined(separator: ", ")
      return """
        <tr><td>\(Page.time(advisory.published, Timestamp.day(advisory.published)))</td>\
        <td><a href="\(folder)\(Site.fileName(of: advisory)).html">\(advisory.id)</a></td>\
        <td>\(advisory.title)\(advisory.cve.map { " <span class=\"quiet\">\($0.description)</span>" as HTML })</td>\
        <td><span class="severity \(level)">\(headline?.word ?? "Not scored")</span>\(score)</td>\
        <td>\(fixes.isEmpty ? "—" : fixes)</td></tr>

        """
    }
    return """
      <div class="wide" role="region" aria-label="Advisories" tabindex="0">
      <table>
      <thead><tr><th scope="col">Published</th><th scope="col">Advisory</th><th scope="col">Title</th>\
      <th scope="col">Severity</th><th scope="col">Fixed in</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>

      """
  }
}
