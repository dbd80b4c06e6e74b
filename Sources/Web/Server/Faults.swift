import Casework
import Desk
import Hummingbird
import Logging

/// Turns whatever went wrong into a page, and tells the log no more than that it did.
struct Faults: RouterMiddleware {
  typealias Context = WebContext

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let sorry as Sorry {
      return answer(sorry)
    } catch DeskFault.noSuchCase {
      return answer(.notFound)
    } catch let refusal as Refusal {
      return answer(Sorry(status: .conflict, sentence: refusal.sentence))
    } catch let error as HTTPError where error.status.kind == .clientError {
      return answer(Sorry(status: error.status, sentence: "The request could not be understood."))
    } catch {
      // The error's own words may repeat what is in a case; its kind is all that a log may know (A33).
      context.logger.error(
        "A page failed", metadata: ["kind": "\(type(of: error))", "route": "\(context.endpointPath ?? "none")"])
      return .page(SorryPage.failure(requestID: context.requestID), status: .internalServerError)
    }
  }

  private func answer(_ sorry: Sorry) -> Response {
    let page = sorry.status == .notFound ? SorryPage.notFound : SorryPage.sentence(sorry)
    return .page(page, status: sorry.status)
  }
}
