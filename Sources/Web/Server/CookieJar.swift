import Hummingbird

/// The cookies: who is at the desk, who is in a room, and the token that signed-in forms carry.
///
/// They are for our own pages alone, unseen by scripts, and end with the browser. Over TLS the prefix `__Host-` keeps
/// other hosts and plain HTTP from planting them (A5).
struct CookieJar: Sendable {
  enum Name: String, CaseIterable {
    case member = "embargo-desk"
    case room = "embargo-room"
    case form = "embargo-form"
  }

  let isSecure: Bool

  func value(_ name: Name, in request: Request) -> String? {
    let value = request.cookies[fullName(name)]?.value
    // Every token of ours is short, lower case letters and digits; anything else was not made here.
    guard let value, !value.isEmpty, value.utf8.count <= 64, value.utf8.allSatisfy(Self.isTokenByte) else { return nil }
    return value
  }

  /// The value of a `Set-Cookie` header.
  func set(_ name: Name, to value: String) -> String {
    "\(fullName(name))=\(value); Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
  }

  func clear(_ name: Name) -> String { set(name, to: "") + "; Max-Age=0" }

  /// A new token for forms: 128 random bits.
  static func newToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
  }

  private func fullName(_ name: Name) -> String { (isSecure ? "__Host-" : "") + name.rawValue }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
