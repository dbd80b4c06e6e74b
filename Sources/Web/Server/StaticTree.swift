import Glibc
import Hummingbird

/// Serves the published files. The folder's link `current` is followed anew for each request, so that a publication is
/// seen at once and whole.
struct StaticTree: Sendable {
  let root: String

  /// The file under a path of the site, or nil: if nothing is published, if there is no such file, and for whatever lies
  /// outside of the tree.
  func file(_ path: String) -> [UInt8]? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard !parts.isEmpty, parts.count <= 12, parts.allSatisfy(Self.isPlain),
      let tree = Self.realPath(root + "/current"), let file = Self.realPath(tree + "/" + parts.joined(separator: "/")),
      file.hasPrefix(tree + "/")
    else { return nil }
    return Self.read(file)
  }

  func response(to request: Request) -> Response? {
    var path = request.uri.path
    if path.hasSuffix("/") { path += "index.html" }
    guard let bytes = file(path) else { return nil }
    let tag = Self.tag(of: bytes)
    var headers: HTTPFields = [
      .contentType: Self.mediaType(of: path), .eTag: tag, .cacheControl: "public, no-cache",
      .crossOriginResourcePolicy: "cross-origin", .accessControlAllowOrigin: "*",
    ]
    if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
    headers[.contentLength] = String(bytes.count)
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Names as the tree has them. Dots lead nowhere but into `.well-known`, and nothing is decoded.
  private static func isPlain(_ part: Substring) -> Bool {
    guard part.first != "." || part == ".well-known" else { return false }
    return part.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A file's bytes. Folders cannot be read so, and what is no file has no end to seek.
  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let length = lseek(descriptor, 0, SEEK_END)
    guard length >= 0, length <= 64 << 20, lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
    var filled = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      while filled < length, let base = buffer.baseAddress {
        let read = Glibc.read(descriptor, base + filled, length - filled)
        guard read > 0 else { break }
        filled += read
      }
      count = filled
    }
    return filled == length ? bytes : nil
  }

  /// Two different hashes of the bytes and their number: the same bytes always have the same tag, which tells nothing of
  /// when they were made (A30).
  private static func tag(of bytes: [UInt8]) -> String {
    var (first, second): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15)
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
      second = (second &+ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
      second ^= second >> 32
    }
    return "\"\(String(first, radix: 36))-\(String(second, radix: 36))-\(bytes.count)\""
  }

  private static func mediaType(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "json": "application/json"
    case "atom": "application/atom+xml"
    case "xml": "application/xml"
    case "csv": "text/csv; charset=utf-8"
    case "md": "text/markdown; charset=utf-8"
    case "svg": "image/svg+xml"
    default: "text/plain; charset=utf-8"
    }
  }
}
