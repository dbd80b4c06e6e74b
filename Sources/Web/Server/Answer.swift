import HTML
import Hummingbird

extension Response {
  /// A page, as UTF-8.
  static func page(_ page: Page, status: HTTPResponse.Status = .ok) -> Response {
    var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
    if page.isLive { headers[.contentSecurityPolicy] = Armour.livePagePolicy }
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: page.html.description)))
  }

  /// Sends the browser on after a form was carried out, so that a reload repeats nothing. The path is ours, never the
  /// request's (A26).
  static func seeOther(_ path: String, cookies: [String] = []) -> Response {
    var response = Response(status: .seeOther, headers: [.location: path])
    for cookie in cookies { response.headers.append(.init(name: .setCookie, value: cookie)) }
    return response
  }

  /// Bytes that somebody else made: handed over as a file, never shown (A20).
  static func download(_ bytes: [UInt8], name: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "application/octet-stream", .contentSecurityPolicy: Armour.downloadPolicy,
        .contentDisposition: "attachment; filename=\"\(SafeName.of(name))\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
