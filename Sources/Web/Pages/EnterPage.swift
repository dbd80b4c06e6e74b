import HTML

/// The end of a one-time link. Opening it does nothing: mail scanners follow links, people press buttons (N5).
struct EnterPage {
  var project: String
  var token: String
  var wasRefused = false

  var page: Page {
    let content: HTML =
      wasRefused
      ? """
      <h1>This link does not work any more</h1>
      <p class="trouble">Links work once, and for a day. Ask whoever runs the desk for a new one.</p>
      """
      : """
      <h1>Sign in to the desk of \(project)</h1>
      <p>The link works once. The session ends after half an hour without use, and after twelve hours in any case.</p>
      <form method="post" action="/enter/\(token)"><p><button type="submit">Sign in</button></p></form>
      """
    return Page(
      audience: .team, title: "Sign in", navigation: "<span class=\"home\">\(project) desk</span>", content: content)
  }
}
