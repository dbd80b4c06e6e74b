public import Hummingbird
import Logging

/// What is known about a request besides itself.
public struct WebContext: RequestContext {
  public var coreContext: CoreRequestContextStorage

  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }

  /// For requests that come from no connection, such as those of tests.
  init(logger: Logger) {
    coreContext = CoreRequestContextStorage(source: Unconnected(logger: logger))
  }

  /// The name of this request in the log, which an error page shows to whoever wants to ask about it.
  var requestID: String { logger[metadataKey: "hb.request.id"]?.description ?? "unnamed" }

  /// A part of the path; empty where the route has none of that name.
  func part(_ name: String) -> String { parameters.get(name) ?? "" }

  private struct Unconnected: RequestContextSource {
    var logger: Logger
  }
}
