import Casework
import Desk
import HTML
import Hummingbird
import Storage

extension Website {
  func addDesk(to router: Router<WebContext>) {
    let desk = desk
    router.get("/enter/:token") { _, context in
      Response.page(EnterPage(project: desk.policy.project.name, token: context.part("token")).page)
    }
    router.post("/enter/:token") { _, context in try await signIn(context.part("token")) }
    router.get("/desk") { request, _ in
      let frame = try await frame(request)
      let list = CaseList.inbox(try await desk.cases(), now: desk.now)
      let content: HTML = """
        <h1>Inbox</h1>
        \(list.html(whenEmpty: "<p>Nobody waits for a decision. <a href=\"/desk/cases\">All cases</a></p>"))
        """
      return Response.page(frame.page("Inbox", content: content))
    }
    router.get("/desk/cases") { request, _ in
      let frame = try await frame(request)
      let list = CaseList(rows: try await desk.cases(), now: desk.now)
      let content: HTML = """
        <h1>Cases</h1>
        \(list.html(whenEmpty: "<p>There is no case yet. <a href=\"/report\">The form</a> makes one.</p>"))
        """
      return Response.page(frame.page("Cases", content: content))
    }
    router.get("/desk/outbox") { request, _ in
      let frame = try await frame(request)
      return Response.page(frame.page("Outbox", content: OutboxPage(entries: try await desk.outbox()).html))
    }
    router.get("/desk/tray") { request, _ in
      let frame = try await frame(request)
      return Response.page(frame.page("Tray", content: TrayPage(items: try await desk.tray()).html))
    }
    router.get("/desk/tray/:id") { request, context in
      _ = try await frame(request)
      let id = context.part("id")
      guard try await desk.tray().contains(where: { $0.id == id }), let mail = try await desk.mail(id) else {
        throw Sorry.notFound
      }
      return Response.download(mail.raw, name: "\(id).eml")
    }
  }

  private func signIn(_ link: String) async throws -> Response {
    guard let session = try await desk.signIn(linkToken: link) else {
      let page = EnterPage(project: desk.policy.project.name, token: "", wasRefused: true).page
      return .page(page, status: .forbidden)
    }
    return .seeOther(
      "/desk", cookies: [cookies.set(.member, to: session), cookies.set(.form, to: CookieJar.newToken())])
  }

  /// The frame around a page of the desk, for members who read cases. For everybody else there is no such page.
  func frame(_ request: Request) async throws -> DeskFrame {
    guard let session = cookies.value(.member, in: request), let token = cookies.value(.form, in: request),
      let member = try await desk.member(session: session), member.party.isTeam
    else { throw Sorry.notFound }
    return DeskFrame(project: desk.policy.project.name, member: member, token: token)
  }
}
