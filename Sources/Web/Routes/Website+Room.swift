import Casework
import Desk
import Hummingbird

extension Website {
  func addRoom(to router: Router<WebContext>) {
    let project = desk.policy.project.name
    router.get("/room") { _, _ in Response.page(DoorPage(project: project).page) }
    router.post("/room") { request, _ in try await enter(request) }
    router.get("/room/:handle") { request, context in
      guard let id = CaseID(context.part("handle")) else { throw Sorry.notFound }
      // Any handle that could be one leads to the same door, whether there is such a case or not.
      guard let token = try await roomToken(of: id, request) else {
        return Response.page(DoorPage(project: project, handle: id.text).page)
      }
      return .page(try await room(id, token: token))
    }
    router.post("/room/:handle/do/:name") { request, context in
      guard let id = CaseID(context.part("handle")), let token = try await roomToken(of: id, request),
        let name = Case.Command.Name(rawValue: context.part("name"))
      else { throw Sorry.notFound }
      return try await carryOut(name, on: id, token: token, request)
    }
    router.post("/leave") { request, _ in try await leave(request) }
  }

  /// What a reporter may ask for, besides writing.
  private static let commands: [Case.Command.Name] = [
    .acceptDate, .declineDate, .proposeDate, .proposeScore, .chooseCredit, .recordFact,
  ]

  private func enter(_ request: Request) async throws -> Response {
    let form = try await SubmittedForm.read(request)
    guard let id = CaseID(form["handle"]), let session = try await desk.enterRoom(id, secret: form["secret"]) else {
      let page = DoorPage(
        project: desk.policy.project.name, handle: String(form["handle"].prefix(40)), wasRefused: true)
      return .page(page.page, status: .forbidden)
    }
    return .seeOther(
      "/room/\(id.text)", cookies: [cookies.set(.room, to: session), cookies.set(.form, to: CookieJar.newToken())])
  }

  /// The forms' token, if the request's session is in this room.
  private func roomToken(of id: CaseID, _ request: Request) async throws -> String? {
    guard let session = cookies.value(.room, in: request), try await desk.room(session: session) == id else {
      return nil
    }
    return cookies.value(.form, in: request)
  }

  private func room(_ id: CaseID, token: String, refused: CommandView.Attempt? = nil) async throws -> Page {
    guard let subject = try await desk.load(id) else { throw Sorry.notFound }
    let now = desk.now
    let context = Case.Context(now: now, party: .reporter, policy: desk.policy, gates: desk.gates)
    let commands = Self.commands.compactMap { name -> CommandView? in
      // What somebody has just typed is shown back in any case.
      guard refused?.name == name || (try? subject.permits(name, in: context)) != nil,
        let form = CommandForm.form(for: name, of: subject, policy: desk.policy)
      else { return nil }
      return CommandView(
        form: form, path: "/room/\(id.text)/do", token: token, refused: refused?.name == name ? refused : nil)
    }
    return RoomPage(
      subject: subject, policy: desk.policy(of: subject), now: now, commands: commands, token: token,
      unsent: refused?.name == .write ? refused : nil
    ).page
  }

  private func carryOut(
    _ name: Case.Command.Name, on id: CaseID, token: String, _ request: Request
  ) async throws -> Response {
    let form = try await SubmittedForm.read(request)
    try form.requireToken(token)
    guard name == .write || Self.commands.contains(name) else { throw Sorry.notFound }
    guard let subject = try await desk.load(id) else { throw Sorry.notFound }
    do {
      let command: Case.Command =
        name == .write
        ? .conversation(.write(.init(audience: .reporter, text: form["text"])))
        : try CommandForm.command(name, from: FormValues(form.fields), of: subject)
      try await desk.perform(command, on: id, by: .reporter)
      return .seeOther("/room/\(id.text)")
    } catch let refusal as Refusal {
      let attempt = CommandView.Attempt(name: name, values: form.fields, sentence: refusal.sentence)
      return .page(try await room(id, token: token, refused: attempt), status: .conflict)
    }
  }

  /// Ends the sessions of this browser, in a room and at the desk.
  private func leave(_ request: Request) async throws -> Response {
    let form = try await SubmittedForm.read(request)
    guard let token = cookies.value(.form, in: request) else { throw Sorry.notFound }
    try form.requireToken(token)
    for name in [CookieJar.Name.member, .room] {
      if let session = cookies.value(name, in: request) { try await desk.signOut(session: session) }
    }
    return .seeOther("/", cookies: CookieJar.Name.allCases.map(cookies.clear))
  }
}

extension SubmittedForm {
  /// The form is from a page that was made for whoever is signed in (A27). Compared without telling by the time it takes.
  func requireToken(_ token: String) throws(Sorry) {
    let (sent, known) = (Array(self["form-token"].utf8), Array(token.utf8))
    guard sent.count == known.count, zip(sent, known).reduce(0, { $0 | ($1.0 ^ $1.1) }) == 0 else {
      throw .staleForm
    }
  }
}
