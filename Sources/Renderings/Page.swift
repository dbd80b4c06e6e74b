import AdvisoryTypes
import FoundationEssentials
import HTML

/// The frame that all public pages share: no scripts, one style sheet, a way back.
struct Page {
  let site: Site
  let title: String
  /// The way from the page to the tree's root: empty, or `../`. So the tree also works from a folder.
  let root: String
  /// The page's own path in the tree.
  let path: String

  func html(_ content: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <link rel="stylesheet" href="\(root)style.css">
    <link rel="canonical" href="\(site.url(path))">
    <link rel="alternate" type="application/atom+xml" title="Security advisories" href="\(root)feed.atom">
    </head>
    <body>
    <a class="skip" href="#content">Skip to content</a>
    <header>
    <p class="masthead"><a href="\(root)index.html">\(site.projectName) security</a></p>
    <nav aria-label="Main">
    <a href="\(root)advisories/index.html">Advisories</a>
    <a href="\(policyLink)">Policy</a>
    \(site.reportURL.map { "<a href=\"\($0)\">Report a vulnerability</a>\n" as HTML })<a href="\(root)feed.atom">Feed</a>
    </nav>
    </header>
    <main id="content">
    \(content)</main>
    <footer>
    <p>\(site.publisher.name) · \(contact) · Times are UTC.</p>
    </footer>
    </body>
    </html>

    """
  }

  private var policyLink: String { site.policyURL ?? root + "policy.html" }

  private var contact: HTML {
    guard let first = site.contacts.first else { return HTML(text: site.publisher.contact) }
    let label = first.hasPrefix("mailto:") ? String(first.dropFirst(7)) : first
    return "<a href=\"\(first)\">\(label)</a>"
  }

  static func time(_ date: Date, _ words: String) -> HTML {
    "<time datetime=\"\(Timestamp.text(date))\">\(words)</time>"
  }

  /// A link where the address may be one, else the text alone.
  static func link(_ url: String, _ label: String) -> HTML {
    WebAddress.isPlain(url)
      ? "<a href=\"\(url)\" rel=\"noreferrer nofollow\">\(label)</a>" : "\(label == url ? label : "\(label) (\(url))")"
  }

  /// A section with its heading; nothing where there is no content.
  static func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
    content.isEmpty
      ? "" : "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(title)</h2>\n\(content)</section>\n"
  }
}
