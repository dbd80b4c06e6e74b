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
    \(policyLink.map { "<a href=\"\($0)\">Policy</a>\n" as HTML })\(site.reportURL.map { "<a href=\"\($0)\">Report a vulnerability</a>\n" as HTML })<a href="\(root)feed.atom">Feed</a>
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

  /// The tree's own policy is linked like every other page, from where this one lies.
  var policyLink: String? {
    site.policyURL.map { $0 == site.url("policy.html") ? root + "policy.html" : $0 }
  }

  private var contact: HTML {
    guard let first = site.contacts.first else { return HTML(text: site.publisher.contact) }
    return Self.contact(first)
  }

  /// A way to report, without the scheme that nobody reads.
  static func contact(_ address: String) -> HTML {
    let label = ["mailto:", "tel:"].first(where: address.hasPrefix).map { address.dropFirst($0.count) } ?? address[...]
    return "<a href=\"\(address)\">\(label)</a>"
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
  static func section(_ id: String, _ title: String, _ content: HTML, level: Int = 2) -> HTML {
    content.isEmpty
      ? ""
      : "<section aria-labelledby=\"\(id)\">\n<h\(level) id=\"\(id)\">\(title)</h\(level)>\n\(content)</section>\n"
  }
}
