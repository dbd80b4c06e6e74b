import ArgumentParser
import Foundation

/// Where the desk lives. Options win over the environment; nobody else reads the environment.
struct DeskOptions: ParsableArguments {
  @Option(help: "Folder of the desk: database, key, public tree. [EMBARGO_DATA, else the current folder]")
  var data: String?

  @Option(help: "A file for SQLite, or postgresql://… . [EMBARGO_DATABASE, else DATA/embargo.db]")
  var database: String?

  @Option(help: "The project's policy; without it the one that was last in force. [EMBARGO_POLICY]")
  var policy: String?

  @Option(help: "File of the project's key, made at the first start. [EMBARGO_KEY_FILE, else DATA/embargo.key]")
  var keyFile: String?

  @Option(help: "Mail server: smtp://127.0.0.1:25, or folder:PATH. Without it no mail leaves. [EMBARGO_SMTP]")
  var smtp: String?

  @Option(help: "The address under which people reach the desk. [EMBARGO_URL, else http://127.0.0.1:8080]")
  var url: String?

  @Option(help: "The https address of the public tree. [EMBARGO_SITE, else the desk's, or the policy's namespace]")
  var site: String?
}

/// All settings, read once at the start.
struct Settings {
  var data: String
  var database: String
  var policyFile: String?
  var keyFile: String
  /// The key itself, in base64. A secret: it is never logged and never shown.
  var key: String?
  var smtp: String?
  var url: String
  /// The address as somebody gave it; nil leaves it to what the desk was last served under.
  var givenURL: String?
  var site: String?
  var maximumMail: Int
  /// Seconds for which a delivery belongs to the process that carries it; after a crash it is carried on so much later.
  var lease: Double

  init(_ options: DeskOptions, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    data = options.data ?? environment["EMBARGO_DATA"] ?? "."
    database = options.database ?? environment["EMBARGO_DATABASE"] ?? "\(data)/embargo.db"
    policyFile = options.policy ?? environment["EMBARGO_POLICY"]
    keyFile = options.keyFile ?? environment["EMBARGO_KEY_FILE"] ?? "\(data)/embargo.key"
    key = environment["EMBARGO_KEY"]
    smtp = options.smtp ?? environment["EMBARGO_SMTP"]
    givenURL = options.url ?? environment["EMBARGO_URL"]
    let address = givenURL ?? "http://127.0.0.1:8080"
    url = address.hasSuffix("/") ? String(address.dropLast()) : address
    site = options.site ?? environment["EMBARGO_SITE"]
    maximumMail = 50 << 20
    if let text = environment["EMBARGO_MAIL_MAX_SIZE"] {
      guard let size = Int(text), size > 0 else {
        throw Sentence("EMBARGO_MAIL_MAX_SIZE is “\(text)”; it must be a number of bytes, such as 52428800.")
      }
      maximumMail = size
    }
    lease = 60
    if let text = environment["EMBARGO_LEASE"] {
      guard let seconds = Double(text), seconds > 0, seconds <= 86_400 else {
        throw Sentence("EMBARGO_LEASE is “\(text)”; it must be a number of seconds, such as 60.")
      }
      lease = seconds
    }
    if let fault = Self.addressFault(url) { throw fault }
  }

  private static func addressFault(_ url: String) -> Sentence? {
    guard let parts = URL(string: url), let scheme = parts.scheme, ["http", "https"].contains(scheme), parts.host != nil
    else { return Sentence("“\(url)” is no address of a desk; it looks like https://security.example.org.") }
    return nil
  }
}

/// A failure told as a sentence, without anything technical around it.
struct Sentence: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
