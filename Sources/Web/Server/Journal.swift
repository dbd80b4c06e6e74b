import Hummingbird
import Logging

/// One line for each answer: the route's pattern, never the address that was asked for, which may hold a token or a
/// handle; no sender, no query, no body (A33, A46).
struct Journal: RouterMiddleware {
  typealias Context = WebContext

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let response = try await next(request, context)
    context.logger.info(
      "Answered",
      metadata: [
        "method": "\(Self.known.contains(request.method) ? request.method.rawValue : "other")",
        "route": "\(context.endpointPath ?? "none")", "status": "\(response.status.code)",
      ])
    return response
  }

  private static let known: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .delete, .options, .patch]
}
