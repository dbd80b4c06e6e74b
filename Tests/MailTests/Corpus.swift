import Foundation

/// The public test mails, which lie outside this repository: some are GPL and are read, never copied. Tests that need
/// them are skipped where they are missing; set EMBARGO_CONFORMANCE to the folder that holds `mail/`.
enum Corpus {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["EMBARGO_CONFORMANCE"].map { URL(fileURLWithPath: $0) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let beside = package.deletingLastPathComponent().appendingPathComponent("shared/conformance")
    let mail = (named ?? beside).appendingPathComponent("mail")
    return FileManager.default.fileExists(atPath: mail.path) ? mail : nil
  }()

  static var isPresent: Bool { folder != nil }

  /// All `.eml` files, as `folder/name.eml`, sorted.
  static let messages: [String] = {
    guard let folder, let files = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".eml") }.sorted()
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    guard let folder else { return [] }
    return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static func json(_ name: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(try bytes(name)), options: [.fragmentsAllowed])
  }
}
