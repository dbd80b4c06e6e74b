import AdvisoryTypes
import Casework
import HTML

/// What everybody sees first: what this is, how to report, what is known, and what is promised.
struct FrontPage {
  var policy: Policy
  /// Newest first.
  var advisories: [Advisory]

  var page: Page {
    let name = policy.project.name
    return Page(
      audience: .everybody, title: "\(name) security", navigation: Page.publicNavigation(name),
      content: """
        <h1>Security of \(name)</h1>
        <p class="lead">Have you found a vulnerability in \(name), or do you only suspect one? Tell us in private. You need \
        no account and no name, and you need not be sure.</p>
        <p><a class="button" href="/report">Report a vulnerability</a> \
        <a class="button quiet" href="/room">Come back to your report</a></p>
        <section aria-labelledby="advisories">
        <h2 id="advisories">Published advisories</h2>
        \(list)
        </section>
        <section aria-labelledby="promises">
        <h2 id="promises">What we promise</h2>
        \(Self.promises(of: policy))
        <p><a href="/policy">The whole policy</a> · <a href="/.well-known/security.txt">security.txt</a> · or write to \
        <a href="mailto:\(policy.project.address)">\(policy.project.address)</a></p>
        </section>
        """)
  }

  private var list: HTML {
    guard !advisories.isEmpty else { return "<p>Nothing has been published yet. This list grows here.</p>" }
    let rows = advisories.map { advisory -> HTML in
      """
      <li><a href="/advisories/\(advisory.id).html"><b>\(visible(advisory.id))</b> \(visible(advisory.title))</a> \
      <small>\(advisory.cve.map { "\($0) · " })\(moment(advisory.published))</small></li>

      """
    }
    return
      "<ul class=\"plain\">\n\(rows)</ul>\n<p><a href=\"/advisories/index.html\">All</a> · <a href=\"/feed.atom\">Feed</a></p>"
  }

  static func promises(of policy: Policy) -> HTML {
    let clocks = policy.clocks
    let quiet: HTML =
      policy.embargo.defaultDays.map { days in
        """
        <li>We keep it quiet for \(days) days from the day you report it, unless we agree on another date; \
        never for more than \(policy.embargo.capDays).</li>

        """
      } ?? ""
    return """
      <ul>
      <li>A person answers you within \(count(clocks.acknowledgeBusinessDays, "business day")).</li>
      <li>Within \(count(clocks.firstResponseBusinessDays, "business day")) you get a plan, and what can be done meanwhile.</li>
      \(quiet)<li>You always see the state of your report, in plain words, and whose move it is.</li>
      <li>You are credited as you wish, or not at all.</li>
      </ul>
      """
  }
}
