import Desk
import HTML

/// What all pages of the desk have in common.
struct DeskFrame {
  var project: String
  var member: Member
  var token: String

  func page(_ title: String, banner: HTML = "", isLive: Bool = false, content: HTML) -> Page {
    Page(
      audience: .team, title: title, banner: banner,
      navigation: """
        <span class="home">\(project) desk</span> <a href="/desk">Inbox</a> <a href="/desk/cases">Cases</a> \
        <a href="/desk/outbox">Outbox</a> <a href="/desk/tray">Tray</a> <span class="who">\(visible(member.name))</span>
        <form method="post" action="/leave"><input type="hidden" name="form-token" value="\(token)">\
        <button type="submit" class="quiet">Sign out</button></form>
        """, content: content, isLive: isLive)
  }
}
