import Foundation
import JSON
import Testing

/// The official schemas lie beside the repository; the checks that need them are skipped where they are not, and say so.
enum Conformance {
  static let folder: URL =
    ProcessInfo.processInfo.environment["EMBARGO_CONFORMANCE"].map { URL(filePath: $0) }
    ?? URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "../shared/conformance")

  static let isAtHand = FileManager.default.fileExists(atPath: folder.appending(path: "csaf").path)
}

/// Asks an independent validator (Python's jsonschema) about documents.
enum SchemaCheck {
  static func expectValid(_ documents: [JSON], kind: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "embargo-\(kind)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try documents.enumerated().map { index, document in
      let file = folder.appending(path: "\(index).json")
      try Data(document.bytes(pretty: true)).write(to: file)
      return file.path
    }
    let (status, output) = try run(kind: kind, paths: paths)
    #expect(status == 0, "\(output.prefix(4000))")
  }

  static func run(kind: String, paths: [String]) throws -> (status: Int32, output: String) {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Schemas/validate.py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let python = ProcessInfo.processInfo.environment["EMBARGO_PYTHON"] ?? "python3"
    process.arguments = [python, script.standardized.path, Conformance.folder.path, kind] + paths
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
