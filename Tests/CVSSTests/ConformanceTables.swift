import Foundation

/// The published vectors lie beside the repository; without them the table tests are skipped and say so.
enum ConformanceTables {
  private static let folder: URL =
    (ProcessInfo.processInfo.environment["EMBARGO_CONFORMANCE"].map { URL(filePath: $0) }
    ?? URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "../shared/conformance"))
    .appending(path: "cvss")

  static let areThere = FileManager.default.fileExists(atPath: folder.path)

  static func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  /// The rows of a table, each as its columns by their names.
  static func rows(_ name: String) throws -> [[String: String]] {
    let lines = try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(names, $0)) { first, _ in first } }
  }
}
