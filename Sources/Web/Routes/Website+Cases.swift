import Casework
import Desk
import Hummingbird

extension Website {
  func addCases(to router: Router<WebContext>) {
    let desk = desk
    router.get("/desk/cases/:handle") { request, context in
      let frame = try await frame(request)
      return Response.page(try await page(of: handle(context), in: frame))
    }
    router.post("/desk/cases/:handle/do/:name") { request, context in
      let frame = try await frame(request)
      let form = try await SubmittedForm.read(request)
      try form.requireToken(frame.token)
      guard let name = Case.Command.Name(rawValue: context.part("name")) else { throw Sorry.notFound }
      return try await carryOut(name, on: handle(context), from: form, in: frame)
    }
    router.get("/desk/cases/:handle/files/:file") { request, context in
      _ = try await frame(request)
      guard let file = try await desk.attachment(context.part("file"), of: handle(context)) else {
        throw Sorry.notFound
      }
      return Response.download(file.bytes, name: file.name)
    }
    router.get("/desk/cases/:handle/source") { request, context in
      _ = try await frame(request)
      let id = try handle(context)
      guard let source = try await desk.source(of: id) else { throw Sorry.notFound }
      return Response.download(source, name: "\(id.text).eml")
    }
  }

  func handle(_ context: WebContext) throws -> CaseID {
    guard let id = CaseID(context.part("handle")) else { throw Sorry.notFound }
    return id
  }

  private func carryOut(
    _ name: Case.Command.Name, on id: CaseID, from form: SubmittedForm, in frame: DeskFrame
  ) async throws -> Response {
    let party = frame.member.party
    guard let subject = try await desk.load(id),
      CommandForm.form(for: name, of: subject, policy: desk.policy) != nil
    else { throw Sorry.notFound }
    do {
      var values = FormValues(form.fields)
      if name == .release {
        // The desk draws the id; here the form is only checked.
        values["advisory-id"] = ["to be drawn"]
        guard case .publication(.release(_, let note)) = try CommandForm.command(name, from: values, of: subject) else {
          throw Sorry.notFound
        }
        _ = try await desk.publish(id, by: party, note: note)
      } else {
        try await desk.perform(CommandForm.command(name, from: values, of: subject), on: id, by: party)
      }
      return .seeOther("/desk/cases/\(id.text)")
    } catch let refusal as Refusal {
      let attempt = CommandView.Attempt(name: name, values: form.fields, sentence: refusal.sentence)
      return .page(try await page(of: id, in: frame, refused: attempt), status: .conflict)
    }
  }

  private func page(of id: CaseID, in frame: DeskFrame, refused: CommandView.Attempt? = nil) async throws -> Page {
    guard let entries = try await desk.entries(of: id) else { throw Sorry.notFound }
    let subject = Case(id, history: entries)
    let context = Case.Context(now: desk.now, party: frame.member.party, policy: desk.policy, gates: desk.gates)
    var commands: [CommandView] = []
    var notNow: [(title: String, sentence: String)] = []
    for name in Case.Command.Name.allCases {
      guard let form = CommandForm.form(for: name, of: subject, policy: desk.policy) else { continue }
      let attempt = refused?.name == name ? refused : nil
      var isAllowed = true
      do {
        try subject.permits(name, in: context)
      } catch {
        isAllowed = false
        notNow.append((form.title, error.sentence))
      }
      // What somebody has just typed is shown back in any case.
      guard isAllowed || attempt != nil else { continue }
      commands.append(
        CommandView(form: form, path: "/desk/cases/\(id.text)/do", token: frame.token, refused: attempt))
    }
    let members = try await desk.members()
    let page = CasePage(
      subject: subject, entries: entries, now: context.now, policy: desk.policy(of: subject),
      names: Dictionary(members.map { (PartyID($0.id), $0.name) }, uniquingKeysWith: { $1 }),
      deliveries: try await desk.outbox(of: id), hasSource: subject.report.submission?.intake != nil,
      commands: commands, notNow: notNow)
    return frame.page("\(id.text) · desk", banner: page.banner, content: page.content)
  }
}
