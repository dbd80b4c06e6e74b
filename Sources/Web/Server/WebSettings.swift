/// How the pages are served at this installation. Read once at the start.
public struct WebSettings: Sendable {
  /// The address under which people reach the desk, such as `https://security.example.org`; no slash at the end.
  public var baseURL: String
  /// The interface to listen on. Other machines are let in on purpose only.
  public var host: String
  public var port: Int
  /// The folder in which publication puts the static tree: its link `current` points to the tree in force.
  public var treeRoot: String?

  public init(
    baseURL: String = "http://127.0.0.1:8080", host: String = "127.0.0.1", port: Int = 8080, treeRoot: String? = nil
  ) {
    self.baseURL = baseURL
    self.host = host
    self.port = port
    self.treeRoot = treeRoot
  }

  /// Browsers reach the desk by TLS, which a proxy in front of it ends.
  var isSecure: Bool { baseURL.hasPrefix("https://") }

  /// Host and port of `baseURL`, as a browser writes them into `Origin` and `Host`.
  var authority: String {
    let rest = baseURL.split(separator: "://", maxSplits: 1).last ?? ""
    return String(rest.prefix { $0 != "/" })
  }
}
