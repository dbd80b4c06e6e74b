import AdvisoryTypes
import CSAF
import FoundationEssentials
import HTML

extension PublicTree {
  /// The advisories as an Atom feed (RFC 4287), the newest first.
  ///
  /// - Parameter updated: when anything in it last changed.
  static func atomFeed(of advisories: [Advisory], site: Site, updated: Date) -> String {
    let entries = advisories.map { advisory -> HTML in
      let page = site.pageURL(of: advisory)
      return """
        <entry>
        <id>\(page)</id>
        <title>\(advisory.id): \(advisory.title)</title>
        <published>\(Timestamp.text(advisory.published))</published>
        <updated>\(Timestamp.text(CSAF.currentReleaseDate(of: advisory)))</updated>
        <link rel="alternate" type="text/html" href="\(page)"/>
        <summary>\(advisory.summary)</summary>
        </entry>

        """
    }
    let feed: HTML = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <id>\(site.url("feed.atom"))</id>
      <title>Security advisories of \(site.projectName)</title>
      <updated>\(Timestamp.text(updated))</updated>
      <author><name>\(site.publisher.name)</name></author>
      <link rel="self" type="application/atom+xml" href="\(site.url("feed.atom"))"/>
      <link rel="alternate" type="text/html" href="\(site.url("advisories/index.html"))"/>
      \(entries)</feed>

      """
    return feed.description
  }
}
