import Desk
import Foundation

/// How a letter's bytes get to a mail server.
public protocol LetterTransport: Sendable {
  /// Sends one letter to one recipient.
  ///
  /// - Parameters:
  ///   - bytes: the whole message, CRLF line ends.
  ///   - id: its Message-ID without brackets.
  ///   - commit: called right before the step that cannot be taken back.
  /// - Returns: the server's answer, for the receipt.
  /// - Throws: `CarryFault`.
  func send(
    _ bytes: [UInt8], id: String, from: String, to: String, commit: @Sendable () async throws -> Void
  ) async throws -> String
}

/// Puts letters into a folder, one file each, for a mail server that picks them up, or for looking at them.
///
/// Repeating is harmless: the same letter is the same file.
public struct LetterFolder: LetterTransport {
  let path: String

  public init(path: String) { self.path = path }

  public func send(
    _ bytes: [UInt8], id: String, from: String, to: String, commit: @Sendable () async throws -> Void
  ) async throws -> String {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    let name = String(id.prefix { $0 != "@" }) + ".eml"
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: folder.appendingPathComponent(name), options: .atomic)
    } catch {
      throw CarryFault.temporary("The folder for outgoing mail cannot be written.")
    }
    return "put into the folder for outgoing mail as \(name)"
  }
}
