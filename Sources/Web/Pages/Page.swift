import HTML

/// A whole page, before it is text.
struct Page {
  /// Who reads it: each audience has its place, its colour and its own way home.
  enum Audience: String {
    case everybody = "public"
    case reporter = "room"
    case team = "desk"
  }

  var audience: Audience
  /// The browser's title. Of a case it holds the handle and nothing else: windows are shown, listed and remembered.
  var title: String
  /// What stands above everything else, such as the end of an embargo.
  var banner: HTML = ""
  /// Links and the way out, in the page's head.
  var navigation: HTML = ""
  var content: HTML
  /// The page follows what is typed, by the one script that there is. It works without it.
  var isLive = false

  var html: HTML {
    """
    <!doctype html>
    <html lang="en" class="\(audience.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    \(audience == .everybody ? "" : Self.unlisted)<link rel="stylesheet" href="/assets/desk.css">
    \(isLive ? Self.script : "")</head>
    <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header class="top"><nav aria-label="Main">\(navigation)</nav></header>
    \(banner)<main id="content"\(isLive ? Self.broad : "")>
    \(content)
    </main>
    </body>
    </html>

    """
  }

  private static let unlisted: HTML = "<meta name=\"robots\" content=\"noindex, nofollow\">\n"

  private static let broad: HTML = " class=\"broad\""
  private static let script: HTML = "<script src=\"/assets/desk.js\" defer></script>\n"

  /// The public site's head.
  static func publicNavigation(_ project: String) -> HTML {
    """
    <a class="home" href="/">\(project) security</a> <a href="/report">Report a vulnerability</a> \
    <a href="/room">Your report</a> <a href="/policy">Policy</a>
    """
  }
}
