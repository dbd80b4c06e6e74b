/// A file name that no system and no header can misunderstand.
enum SafeName {
  /// Files with these endings are opened by nothing that runs what is in them. Any other name gets `.bin` at its end, so
  /// that a double click on a proof of concept does not start it.
  private static let inert: Set<String> = [
    "bin", "bz2", "csv", "diff", "eml", "gif", "gz", "jpeg", "jpg", "json", "log", "md", "patch", "pcap", "png", "sql",
    "tar", "txt", "xz", "zip", "zst",
  ]

  static func of(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    var safe = ""
    for byte in last.utf8.prefix(100) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        safe.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "."): if !safe.isEmpty, !safe.hasSuffix(".") { safe.append(".") }
      default: if !safe.hasSuffix("_") { safe.append("_") }
      }
    }
    while safe.hasSuffix(".") { safe.removeLast() }
    if safe.isEmpty { safe = "file" }
    let ending = safe.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    return inert.contains(ending) ? safe : safe + ".bin"
  }
}
