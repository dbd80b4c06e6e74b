import Hummingbird

/// Puts the headers on every answer, errors included, that keep a hostile report from becoming a hostile page (A25).
struct Armour: RouterMiddleware {
  typealias Context = WebContext

  /// Over TLS the browser is told to never come without.
  let isSecure: Bool

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for (name, value) in Self.always where response.headers[name] == nil { response.headers[name] = value }
    if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    // What nobody has called public is kept nowhere: neither in caches nor on disks (A45).
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }

  static let pagePolicy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

  /// For the few pages that follow what is typed: our own script, which may ask nobody but us. Markup of a hostile report
  /// still runs nothing, because nothing that stands in a page is ever run.
  static let livePagePolicy = pagePolicy + "; script-src 'self'; connect-src 'self'"

  /// For bytes that somebody else made: whatever they are, they may do nothing.
  static let downloadPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

  private static let always: [(FieldName, String)] = [
    (.contentSecurityPolicy, pagePolicy),
    (.xContentTypeOptions, "nosniff"),
    (.referrerPolicy, "no-referrer"),
    (.crossOriginOpenerPolicy, "same-origin"),
    (.crossOriginResourcePolicy, "same-origin"),
    (.permissionsPolicy, "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (.xFrameOptions, "DENY"),
  ]
}

/// The name of a header.
typealias FieldName = HTTPFields.Element.Name

extension FieldName {
  static let referrerPolicy = named("Referrer-Policy")
  static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
  static let permissionsPolicy = named("Permissions-Policy")
  static let xFrameOptions = named("X-Frame-Options")
  static let secFetchSite = named("Sec-Fetch-Site")

  private static func named(_ text: String) -> Self {
    // All of them are tokens, so that the other side is never taken.
    Self(text) ?? .contentSecurityPolicy
  }
}
