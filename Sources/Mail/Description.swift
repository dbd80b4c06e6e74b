/// What a part's header says about its body.
struct Description {
  let contentType: ParameterizedValue
  let disposition: ParameterizedValue?
  let encoding: TransferEncoding
  let hasTwoContentTypes: Bool
  let isContentTypeUnreadable: Bool

  /// RFC 2046 allows 70; some mailers need more.
  static let longestBoundary = 200

  /// Of two Content-Type fields the first counts: it is the one the sender's mailer wrote, later ones were added.
  init(_ fields: [Field], byDefault defaultType: String) {
    let types = fields.lazy.filter { $0.isNamed("Content-Type") }.map(\.bytes)
    hasTwoContentTypes = types.dropFirst().first != nil
    let read = types.first.map { ParameterizedValue(reading: $0) }
    let isReadable = read.map { Description.isMediaType($0.value) } ?? true
    isContentTypeUnreadable = !isReadable
    if let read, isReadable {
      contentType = read
    } else if let read {
      // RFC 2045 section 5.2: text, unless it plainly is a file.
      let isFile = read["name"] != nil || read.value.hasPrefix("application")
      contentType = ParameterizedValue(
        value: isFile ? "application/octet-stream" : defaultType, parameters: read.parameters)
    } else {
      contentType = ParameterizedValue(value: defaultType)
    }
    disposition = fields.first("Content-Disposition").map { ParameterizedValue(reading: $0.bytes) }
    encoding = fields.first("Content-Transfer-Encoding").map { TransferEncoding($0.bytes) } ?? .identity
  }

  var isMultipart: Bool { contentType.value.hasPrefix("multipart/") }
  var isMessage: Bool { contentType.value == "message/rfc822" || contentType.value == "message/global" }
  var nests: Bool { isMultipart || isMessage }
  /// Parts of a digest are messages unless they say otherwise (RFC 2046 section 5.1.5).
  var childType: String { contentType.value == "multipart/digest" ? "message/rfc822" : "text/plain" }
  var hasUnknownCharset: Bool { contentType["charset"].map { Charset.decoder(for: $0) == nil } ?? false }

  var boundary: [UInt8]? {
    guard let text = contentType["boundary"] else { return nil }
    var bytes = Array(text.utf8)
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return bytes.isEmpty || bytes.count > Self.longestBoundary ? nil : bytes
  }

  private static func isMediaType(_ value: String) -> Bool {
    let halves = value.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    return halves.count == 2
      && halves.allSatisfy { half in
        !half.isEmpty && half.count < 128 && half.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      }
  }
}
