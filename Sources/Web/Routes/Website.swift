public import Desk
import HTML
public import Hummingbird
public import Logging

/// The pages: a public site for everybody, a room for each reporter, the desk for the team.
public struct Website: Sendable {
  let desk: Desk
  let settings: WebSettings
  let cookies: CookieJar

  public init(desk: Desk, settings: WebSettings) {
    self.desk = desk
    self.settings = settings
    cookies = CookieJar(isSecure: settings.isSecure)
  }

  /// The server, as a service for the process to run.
  ///
  /// - Parameter logger: gets one line for each answer, without addresses, titles, texts or senders.
  public func application(logger: Logger) -> some ApplicationProtocol {
    Application(
      responder: responder(),
      // A browser that keeps quiet for long may come back; a slow sender must not hold a connection for ever.
      server: .http1(configuration: .init(idleTimeout: .seconds(90))),
      configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)), logger: logger)
  }

  /// Every route, behind everything that holds for all of them.
  func responder() -> RouterResponder<WebContext> {
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Armour(isSecure: settings.isSecure))
    router.add(middleware: Journal())
    router.add(middleware: Faults())
    router.add(middleware: SameOrigin(settings: settings))
    addAssets(to: router)
    addPublicPages(to: router)
    addRoom(to: router)
    addDesk(to: router)
    addCases(to: router)
    addSeverity(to: router)
    addTree(to: router)
    return router.buildResponder()
  }

  private func addAssets(to router: Router<WebContext>) {
    router.get("/healthz") { _, _ in
      Response(status: .ok, headers: [.contentType: "text/plain"], body: .init(byteBuffer: ByteBuffer(string: "ok\n")))
    }
    let assets = [
      ("desk.css", "text/css; charset=utf-8", Stylesheet.text + Stylesheet.severity),
      ("desk.js", "text/javascript; charset=utf-8", DeskScript.text),
    ]
    for (name, type, text) in assets {
      let bytes = ByteBuffer(string: text)
      router.get("/assets/\(name)") { _, _ in
        Response(
          status: .ok, headers: [.contentType: type, .cacheControl: "public, max-age=300"],
          body: .init(byteBuffer: bytes))
      }
    }
  }

  /// Whatever else publication has put into the tree. The last of all routes.
  private func addTree(to router: Router<WebContext>) {
    guard let root = settings.treeRoot else { return }
    let tree = StaticTree(root: root)
    router.get("/**") { request, _ in
      guard let response = tree.response(to: request) else { throw Sorry.notFound }
      return response
    }
  }
}
