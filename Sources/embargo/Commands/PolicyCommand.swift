import ArgumentParser
import Casework
import Desk
import Foundation
import PolicyFile
import Renderings
import Storage

struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "The project's policy.", subcommands: [Check.self, Render.self])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a policy: errors with line and key, and advice. Exits with 1 on an error.")
    @Argument(help: "The policy's file.") var file: String

    func run() async throws {
      try await telling {
        let findings = PolicyFile.check(try text(of: file))
        for finding in findings { print(finding.text(in: file)) }
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        print("\(file): the policy can be used.")
      }
    }
  }

  struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write the policy as a document.")
    @Argument(help: "The policy's file.") var file: String
    @Option(name: .customLong("as"), help: "security.md, security.txt or page.") var format: String
    @Option(help: "The address of the desk, for links.") var url = "http://127.0.0.1:8080"

    func run() async throws {
      try await telling {
        let policy = try PolicyCommand.read(text(of: file), named: file)
        switch format {
        case "security.md": print(PolicyText.securityMarkdown(policy), terminator: "")
        case "security.txt":
          print(
            PolicyText.securityTxt(policy, expires: SystemClock().now.addingTimeInterval(300 * 86_400), baseURL: url),
            terminator: "")
        case "page": print("\(PolicyText.page(policy))")
        default: throw Sentence("“\(format)” is no document of a policy; there are security.md, security.txt and page.")
        }
      }
    }
  }

  static func read(_ text: String, named file: String) throws -> Policy {
    do {
      return try PolicyFile.read(text)
    } catch {
      // Advice is for `policy check`.
      throw Sentence(error.findings.filter { $0.severity == .error }.map { $0.text(in: file) }.joined(separator: "\n"))
    }
  }
}

private func text(of file: String) throws -> String {
  guard let data = FileManager.default.contents(atPath: file) else {
    throw Sentence("The policy \(file) cannot be read.")
  }
  return String(decoding: data, as: UTF8.self)
}
