import HTML

/// Pages of those who cannot get what they asked for.
enum SorryPage {
  /// The same for what does not exist and for what is not for the asker, whoever asks (A17).
  static let notFound = Page(
    audience: .everybody, title: "Not here", navigation: home,
    content: """
      <h1>Nothing is here, or it is not for you</h1>
      <p>The address may be mistyped, the page may be gone, or your session may have ended: they end after half an hour \
      without use.</p>
      <ul>
      <li>You reported something: <a href="/room">open your room with its handle and secret</a>.</li>
      <li>You are on the team: <a href="/desk">try the desk again</a>. If that leads back here, open a new sign-in link.</li>
      <li>Everybody else: <a href="/">the front page</a>.</li>
      </ul>
      """)

  static func sentence(_ sorry: Sorry) -> Page {
    Page(
      audience: .everybody, title: "Not done", navigation: home,
      content: """
        <h1>This could not be done</h1>
        <p class="trouble">\(visible(sorry.sentence))</p>
        <p><a href="/">The front page</a></p>
        """)
  }

  static func failure(requestID: String) -> Page {
    Page(
      audience: .everybody, title: "Failed", navigation: home,
      content: """
        <h1>Something failed on our side</h1>
        <p>Nothing that was complete before is lost. Please try again; if it stays so, tell us this request’s name:
        <code>\(requestID)</code></p>
        """)
  }

  private static let home: HTML = "<a class=\"home\" href=\"/\">Security</a>"
}
