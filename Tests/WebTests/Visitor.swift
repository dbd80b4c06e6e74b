import Hummingbird
import Logging
import NIOCore
import Synchronization

@testable import Web

/// A browser without a screen: keeps cookies, sends forms, follows nothing.
struct Visitor {
  let responder: RouterResponder<WebContext>
  var cookies: [String: String] = [:]
  var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  init(_ website: Website) { responder = website.responder() }

  struct Answer {
    var status: Int
    var headers: HTTPFields
    var bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var location: String? { headers[.location] }
  }

  mutating func get(_ path: String, headers: HTTPFields = [:], method: HTTPRequest.Method = .get) async throws -> Answer
  {
    try await send(method, path, headers: headers, body: nil)
  }

  /// Sends a form as the browser does from one of our own pages.
  mutating func post(
    _ path: String, _ fields: [(String, String)] = [], files: [(name: String, content: [UInt8])] = [],
    headers: HTTPFields? = nil
  ) async throws -> Answer {
    let boundary = "----TestBoundary7MA4YWxkTrZu0gW"
    var body: [UInt8] = []
    for (name, value) in fields {
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
    }
    for file in files {
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n".utf8
      body += "Content-Type: application/octet-stream\r\n\r\n".utf8
      body += file.content
      body += "\r\n".utf8
    }
    body += "--\(boundary)--\r\n".utf8
    var headers = headers ?? Self.ownPage
    headers[.contentType] = "multipart/form-data; boundary=\(boundary)"
    return try await send(.post, path, headers: headers, body: body)
  }

  static let ownPage: HTTPFields = [.secFetchSite: "same-origin", .origin: "null"]

  mutating func send(
    _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: [UInt8]?, saysLength: Bool = true
  ) async throws -> Answer {
    var headers = headers
    if !cookies.isEmpty {
      headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; ")
    }
    if let body, saysLength { headers[.contentLength] = String(body.count) }
    let head = HTTPRequest(
      method: method, scheme: "http", authority: "127.0.0.1:8080", path: path, headerFields: headers)
    var logger = logger
    logger[metadataKey: "hb.request.id"] = "request-1"
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body ?? [])))
    let response = try await responder.respond(to: request, context: WebContext(logger: logger))
    for cookie in response.headers[values: .setCookie] { remember(cookie) }
    let writer = Collector()
    try await response.body.write(writer)
    return Answer(status: response.status.code, headers: response.headers, bytes: writer.bytes.withLock { $0 })
  }

  private mutating func remember(_ cookie: String) {
    let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
  }

  private final class Collector: ResponseBodyWriter {
    let bytes = Mutex<[UInt8]>([])
    func write(_ buffer: ByteBuffer) async throws { bytes.withLock { $0 += Array(buffer: buffer) } }
    func finish(_ trailers: HTTPFields?) async throws {}
  }
}

/// The value of an input with that name in a page's markup.
func hiddenValue(_ name: String, in page: String) -> String? {
  guard let start = page.firstRange(of: "name=\"\(name)\" value=\"")?.upperBound else { return nil }
  return String(page[start...].prefix { $0 != "\"" })
}
