/// Names of files from strangers.
enum FileName {
  /// Longest safe name in bytes of UTF-8: below every file system's 255, with room for a suffix.
  static let mostBytes = 200

  /// The last component of what the sender wrote, without anything that a file system, a shell, a browser's header or an
  /// eye could mistake; `fallback` if nothing is left.
  static func safe(_ name: String, fallback: String) -> String {
    let last = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last ?? ""[...].unicodeScalars
    var scalars = String.UnicodeScalarView()
    for scalar in last { scalars.append(isAllowed(scalar) ? scalar : "_") }
    var start = scalars.startIndex
    while start < scalars.endIndex, isDroppedAtStart(scalars[start]) { start = scalars.index(after: start) }
    var end = scalars.endIndex
    while end > start, isDroppedAtEnd(scalars[scalars.index(before: end)]) { end = scalars.index(before: end) }
    var safe = shortened(String(scalars[start..<end]))
    if isDevice(safe) { safe = "_" + safe }
    return safe.unicodeScalars.allSatisfy { $0 == "_" || $0 == "." } ? fallback : safe
  }

  /// A name for a part without one.
  static func fallback(for mediaType: String, number: Int) -> String {
    switch mediaType {
    case "text/calendar": "calendar.ics"
    case "message/rfc822", "message/global": "message-\(number).eml"
    case "message/delivery-status", "message/disposition-notification", "message/feedback-report":
      "\(mediaType.dropFirst(8)).txt"
    case "text/rfc822-headers": "headers.txt"
    case "application/pgp-signature": "signature.asc"
    case "application/pgp-encrypted": "pgp-version.txt"
    case "application/pgp-keys": "key.asc"
    case "application/pkcs7-mime", "application/x-pkcs7-mime": "smime.p7m"
    case "application/pkcs7-signature", "application/x-pkcs7-signature": "smime.p7s"
    case "application/ms-tnef": "winmail.dat"
    default: "attachment-\(number).\(extensions[mediaType] ?? "bin")"
    }
  }

  private static let extensions = [
    "text/plain": "txt", "text/html": "html", "text/csv": "csv", "text/markdown": "md", "text/x-patch": "patch",
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/svg+xml": "svg",
    "application/pdf": "pdf", "application/zip": "zip", "application/json": "json", "application/gzip": "gz",
  ]

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "*", "?", "\"", "<", ">", "|", "/", "\\": false
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
      default: true
      }
    }
  }

  private static func isDroppedAtStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "-" || scalar.properties.isWhitespace
  }

  private static func isDroppedAtEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar.properties.isWhitespace
  }

  /// Cuts the middle, so that the extension stays.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > mostBytes else { return name }
    let suffix = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[$0...] } ?? ""
    let kept = suffix.utf8.count <= 20 ? String(suffix) : ""
    return PlainText.prefix(of: name, bytes: mostBytes - 1 - kept.utf8.count) + kept
  }

  /// CON, NUL, COM1 and their family open devices on Windows, whatever extension they carry.
  private static func isDevice(_ name: String) -> Bool {
    let stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }.map(\.lowercasedASCII)
    if stem.count == 4, stem.starts(with: "com".utf8) || stem.starts(with: "lpt".utf8) {
      return (0x30...0x39).contains(stem[3])
    }
    return ["con", "prn", "aux", "nul"].contains(String(decoding: stem, as: UTF8.self))
  }
}
