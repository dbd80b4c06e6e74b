import HTML

/// The door of a reporter's room. What was wrong, handle or secret, is never said (A17).
struct DoorPage {
  var project: String
  /// As it was typed.
  var handle = ""
  var wasRefused = false

  var page: Page {
    let refusal: HTML =
      wasRefused
      ? """
      <p class="trouble" role="alert">Handle and secret do not fit together. Check both; letters may be upper or lower case, \
      dashes and blanks do not matter.</p>
      """ : ""
    return Page(
      audience: .reporter, title: "Your report", navigation: Page.publicNavigation(project),
      content: """
        <h1>Come back to your report</h1>
        \(refusal)
        <form method="post" action="/room">
        <p><label for="handle">Handle</label> <small>It looks like K7Q2M-9XW4T.</small>
        <input type="text" id="handle" name="handle" value="\(handle)" maxlength="40" autocomplete="off" spellcheck="false" \
        required></p>
        <p><label for="secret">Secret</label> <small>It was shown once, when you reported or in our first mail.</small>
        <input type="password" id="secret" name="secret" maxlength="100" autocomplete="off" spellcheck="false" required></p>
        <p><button type="submit">Open</button></p>
        </form>
        <p><small>Is the secret lost? Report once more and name the handle: a person will look into it.</small></p>
        """)
  }
}
