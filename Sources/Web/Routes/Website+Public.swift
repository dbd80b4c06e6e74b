import Casework
import Desk
import Hummingbird

extension Website {
  func addPublicPages(to router: Router<WebContext>) {
    let desk = desk
    router.get("/") { _, _ in
      Response.page(FrontPage(policy: desk.policy, advisories: try await desk.publishedAdvisories().reversed()).page)
    }
    router.get("/policy") { _, _ in Response.page(PolicyPage.page(desk.policy)) }
    router.get("/report") { _, _ in Response.page(ReportPage(policy: desk.policy).page) }
    router.post("/report") { request, _ in try await receive(request) }
  }

  private func receive(_ request: Request) async throws -> Response {
    let sent = try await SubmittedForm.read(request)
    let form = ReportForm(sent)
    let troubles = form.troubles
    guard troubles.isEmpty else {
      let isTooLong = troubles.contains { $0.isAboutLength }
      let page = ReportPage(policy: desk.policy, form: form.shownBack, troubles: troubles).page
      return .page(page, status: isTooLong ? .contentTooLarge : .badRequest)
    }
    let submission = form.submission(policyVersion: desk.policy.version)
    do {
      let admission = try await desk.receive(submission, files: sent.files)
      return .page(
        ReportedPage(
          admission: admission, policy: desk.policy, submission: submission, sendsMail: desk.settings.sendsMail
        ).page)
    } catch let refusal as Refusal {
      let page = ReportPage(policy: desk.policy, form: form, refusal: refusal.sentence).page
      return .page(page, status: .conflict)
    }
  }
}
