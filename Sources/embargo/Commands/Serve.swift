import ArgumentParser
import Casework
import Desk
import Foundation
import Hummingbird
import Logging
import Mailroom
import Publishing
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// Serves the desk until it is told to stop.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serve the desk.")

  @OptionGroup var options: DeskOptions
  @Option(help: "Address and port to listen on.") var listen = "127.0.0.1:8080"

  func run() async throws {
    try await telling {
      let (host, port) = try Self.address(listen)
      let assembly = try await Assembly.open(Settings(options))
      let desk = assembly.desk
      try await desk.recordAddress(desk.settings.baseURL)
      try await assembly.tree.publish()
      if let token = try await desk.firstMember() {
        tell("Welcome. Log in as the first member with this link, which works once, for a day:")
        tell("  \(desk.settings.baseURL)/enter/\(token)")
      }
      let web = Website(
        desk: desk,
        settings: .init(
          baseURL: desk.settings.baseURL, host: host, port: port, treeRoot: "\(assembly.settings.data)/public")
      ).application(logger: desk.logger)
      let services: [any Service] = [
        web, assembly.outbox, Scheduler(desk: desk), MailReader(intake: assembly.intake),
      ]
      let group = ServiceGroup(
        configuration: .init(
          services: services.map { .init(service: $0) },
          gracefulShutdownSignals: [.sigterm, .sigint], logger: desk.logger))
      tell("The desk of \(desk.policy.project.name) is at \(desk.settings.baseURL)")
      try await group.run()
      await desk.database.close()
    }
  }

  static func address(_ text: String) throws -> (host: String, port: Int) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port)
    else { throw Sentence("“\(text)” is no address to listen on; it looks like 127.0.0.1:8080.") }
    let host = String(text[..<colon])
    return (host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host, port)
  }
}
