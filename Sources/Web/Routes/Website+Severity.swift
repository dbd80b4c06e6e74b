import CVSS
import Casework
import Desk
import HTML
import Hummingbird

extension Website {
  func addSeverity(to router: Router<WebContext>) {
    router.get("/desk/cases/:handle/severity") { request, context in
      let frame = try await frame(request)
      let entries = try await history(of: handle(context))
      let subject = Case(try handle(context), history: entries)
      let group = Self.group(request.uri.queryParameters.get("lines"), of: subject)
      let form = SeverityPage.form(for: subject, group: group)
      return Response.page(try await severity(of: subject, entries, form, group: group, in: frame))
    }
    // A vector never stands in an address: what is looked at is sent as what is saved is.
    router.post("/desk/cases/:handle/severity/preview") { request, context in
      try await answer(request, context, saves: false)
    }
    router.post("/desk/cases/:handle/severity") { request, context in
      try await answer(request, context, saves: true)
    }
  }

  private func history(of id: CaseID) async throws -> [Entry] {
    guard let entries = try await desk.entries(of: id) else { throw Sorry.notFound }
    return entries
  }

  /// A place among the sets of release lines; the first for whatever is none.
  private static func group(_ text: (some StringProtocol)?, of subject: Case) -> Int {
    let place = text.flatMap { Int($0) } ?? 0
    return SeverityPage.groups(of: subject).indices.contains(place) ? place : 0
  }

  private func severity(
    of subject: Case, _ entries: [Entry], _ form: SeverityForm, group: Int, notice: SeverityPage.Notice? = nil,
    in frame: DeskFrame
  ) async throws -> Page {
    let members = try await desk.members()
    let context = Case.Context(now: desk.now, party: frame.member.party, policy: desk.policy, gates: desk.gates)
    func refusal(_ name: Case.Command.Name) -> String? {
      do throws(Refusal) {
        try subject.permits(name, in: context)
        return nil
      } catch {
        return error.sentence
      }
    }
    let page = SeverityPage(
      subject: subject, entries: entries, now: desk.now, policy: desk.policy,
      names: Dictionary(members.map { (PartyID($0.id), $0.name) }, uniquingKeysWith: { $1 }), form: form, group: group,
      notice: notice, mayNotScore: refusal(.score), mayNotDecide: refusal(.decideSSVC), token: frame.token)
    return frame.page("\(subject.id.text) severity · desk", banner: page.banner, isLive: true, content: page.content)
  }

  /// Shows the page with what was typed; and before, if a button asks for that and it may, saves it.
  private func answer(_ request: Request, _ context: WebContext, saves: Bool) async throws -> Response {
    let frame = try await frame(request)
    let sent = try await SubmittedForm.read(request)
    try sent.requireToken(frame.token)
    guard sent.fields.values.joined().allSatisfy({ $0.utf8.count <= CommandForm.textLimit }) else {
      throw Sorry.tooLarge("One of the fields holds more than any vector or reason needs. Go back, and shorten it.")
    }
    let id = try handle(context)
    let entries = try await history(of: id)
    let subject = Case(id, history: entries)
    let group = Self.group(sent["group"], of: subject)
    let action = SeverityAction(sent["do"]) ?? .look
    var form = SeverityForm(sent)
    if action == .withdraw { form = SeverityPage.form(for: subject, group: group) }
    let reporters = subject.assessment.proposals.filter { $0.side == .reporter }
    form.settle(for: action, reporters: reporters.compactMap { try? CVSS.Vector(parsing: $0.vector) })
    guard saves, action.isForKeeps else {
      let isFaulty = saves && form.readings.contains(where: \.isFault)
      let page = try await severity(of: subject, entries, form, group: group, in: frame)
      return .page(page, status: isFaulty ? .badRequest : .ok)
    }
    if let changed = Self.changes(entries, since: Int(sent["seen"]) ?? 0) {
      form.seen = entries.count
      let page = try await severity(of: subject, entries, form, group: group, notice: .overtaken(changed), in: frame)
      return .page(page, status: .conflict)
    }
    do {
      let command = try form.command(
        for: action, of: subject, which: Int(sent["which"]) ?? -1, reason: sent["withdraw-reason"])
      try await desk.perform(command, on: id, by: frame.member.party)
      return try await saved(action, form, on: id, from: subject, group: group, in: frame)
    } catch let refusal as Refusal {
      let page = try await severity(
        of: subject, entries, form, group: group, notice: .refusal(refusal.sentence), in: frame)
      return .page(page, status: .conflict)
    }
  }

  /// What others did to the scores after somebody looked at so many entries.
  private static func changes(_ entries: [Entry], since seen: Int) -> Range<Int>? {
    let start = min(max(seen, 0), entries.count)
    let changed = entries[start...].indices.filter { SeverityPage.isAboutSeverity(entries[$0].event) }
    guard let first = changed.first, let last = changed.last else { return nil }
    return first..<last + 1
  }

  /// After the one half was saved, what was typed into the other stays.
  private func saved(
    _ action: SeverityAction, _ form: SeverityForm, on id: CaseID, from before: Case, group: Int, in frame: DeskFrame
  ) async throws -> Response {
    let path = "/desk/cases/\(id.text)/severity"
    let entries = try await history(of: id)
    let subject = Case(id, history: entries)
    let untouched = SeverityPage.form(for: before, group: group)
    let isOtherHalfAsItWas =
      switch action {
      case .decide: form.isSameScore(as: untouched)
      default: form.points == untouched.points && form.pointsReason.isEmpty
      }
    if isOtherHalfAsItWas {
      let place = action == .withdraw ? nil : SeverityPage.groups(of: subject).firstIndex(of: form.lines.sorted())
      return .seeOther(place.map { $0 == 0 ? path : "\(path)?lines=\($0)" } ?? path)
    }
    var form = form
    form.seen = entries.count
    if case .save = action { form.reason = "" } else { form.pointsReason = "" }
    return .page(try await severity(of: subject, entries, form, group: group, in: frame))
  }
}
