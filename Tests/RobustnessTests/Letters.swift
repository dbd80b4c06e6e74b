import Foundation

/// Mails as they come from outside.
enum Letters {
  /// A small report with a file, different from every other.
  static func report(_ number: Int) -> [UInt8] {
    let text = """
      From: Rita <rita\(number)@reporter.example>
      To: security@warehousepg.org
      Subject: Report \(number)
      Message-ID: <\(number).\(UUID().uuidString)@reporter.example>
      Date: Mon, 23 Nov 2026 10:00:00 +0000
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain; charset=utf-8

      Something is wrong in part \(number).
      --b
      Content-Type: application/octet-stream
      Content-Disposition: attachment; filename="poc\(number).bin"
      Content-Transfer-Encoding: base64

      \(Data("content \(number)".utf8).base64EncodedString())
      --b--

      """
    return Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8)
  }
}

/// The public test mails, which lie outside this repository; none of them is copied into it.
enum Corpus {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["EMBARGO_CONFORMANCE"].map { URL(fileURLWithPath: $0) }
    let beside = House.root.deletingLastPathComponent().appendingPathComponent("shared/conformance")
    let mail = (named ?? beside).appendingPathComponent("mail")
    return FileManager.default.fileExists(atPath: mail.path) ? mail : nil
  }()

  static let names: [String] = {
    guard let folder, let files = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".eml") }.sorted()
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    guard let folder else { return [] }
    return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }
}
