import Hummingbird

/// Refuses whatever would change something and was not sent from a page of ours (A27). Cookies that are `SameSite=Strict`
/// and the forms' token stand behind it.
struct SameOrigin: RouterMiddleware {
  typealias Context = WebContext

  let settings: WebSettings

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    if request.method != .get, request.method != .head, !isOurs(request) { throw Sorry.foreign }
    return try await next(request, context)
  }

  /// Browsers say where a request comes from. Because our pages send no referrer, `Origin` is often `null` even when it is
  /// ours; `Sec-Fetch-Site` is not. Programs that are no browsers send neither, and carry nobody's cookies.
  private func isOurs(_ request: Request) -> Bool {
    if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
    guard let origin = request.headers[.origin], origin != "null" else { return true }
    guard let separator = origin.firstRange(of: "://") else { return false }
    let authority = origin[separator.upperBound...]
    return authority == settings.authority || authority == request.head.authority ?? ""
  }
}
