import Casework
import Desk
import HTML

/// The answer to a report: the handle and the secret, shown this once.
struct ReportedPage {
  var admission: Admission
  var policy: Policy
  var submission: Submission
  /// The desk can ring a door-bell.
  var sendsMail: Bool

  var page: Page {
    let name = policy.project.name
    return Page(
      audience: .reporter, title: "Report received", navigation: Page.publicNavigation(name),
      content: """
        <h1>We have it. Thank you.</h1>
        <p class="lead">These two lines lead back to your report. <b>The secret is shown only now</b>, and we keep no copy: \
        write both down, or print this page.</p>
        <dl class="keys">
        <div><dt>Handle</dt><dd><code id="handle">\(admission.id.text)</code></dd></div>
        <div><dt>Secret</dt><dd><code id="secret">\(grouped(admission.secret))</code></dd></div>
        </dl>
        <p>To come back, open <a href="/room">your report</a> and type both. There you see in plain words where it stands, \
        read our answers, and write to us.\(bell)</p>
        <h2>What happens now</h2>
        \(FrontPage.promises(of: policy))
        \(wishes)<p><a class="button" href="/room/\(admission.id.text)">Open your room</a></p>
        """)
  }

  private var bell: String {
    submission.contact != nil && sendsMail
      ? " When there is something new, a mail tells you so, and nothing else."
      : " No mail will tell you when there is something new, so please look in now and then."
  }

  /// What is missing is a checklist, and no reproach (S19).
  private var wishes: HTML {
    let items = submission.whatWouldHelp
    guard !items.isEmpty else { return "" }
    return """
      <h2>What would help, if you have it</h2>
      <ul>\(items.map { "<li>\($0)</li>" as HTML })</ul>

      """
  }

  /// In groups, as people copy it; blanks and dashes do not count when it is typed.
  private func grouped(_ secret: String) -> String {
    var text = ""
    for (index, character) in secret.enumerated() {
      if index > 0, index % 5 == 0 { text.append("-") }
      text.append(character)
    }
    return text
  }
}
