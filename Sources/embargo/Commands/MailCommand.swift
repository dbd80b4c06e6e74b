import ArgumentParser
import Casework
import Desk
import Foundation
import JSON
import Mailroom
import Storage

struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "Mail that comes in.",
    subcommands: [Receive.self, List.self, Source.self, Admit.self])

  /// Made for a pipe from a mail server: 0 means that the mail is kept, 75 that the server has to keep it and try again.
  struct Receive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep a mail from standard input as a report. Exits with 0 (kept) or 75 (try again).")

    @OptionGroup var options: DeskOptions
    @Option(help: "Envelope sender. [SENDER]") var sender: String?
    @Option(help: "Envelope recipient. [ORIGINAL_RECIPIENT, else the policy's address]") var recipient: String?

    func run() async throws {
      do {
        let environment = ProcessInfo.processInfo.environment
        let settings = try Settings(options, environment: environment)
        let raw = try Self.read(limit: settings.maximumMail)
        let assembly = try await Assembly.open(settings)
        _ = try await assembly.intake.receive(
          raw, sender: sender ?? environment["SENDER"],
          recipient: recipient ?? environment["ORIGINAL_RECIPIENT"])
        await assembly.desk.database.close()
      } catch {
        // The mail server quotes this to nobody while it defers; still, it holds nothing of the mail.
        complain("\(error)")
        throw ExitCode(75)
      }
    }

    /// Reads the mail, and no more than one byte over the limit.
    private static func read(limit: Int) throws -> [UInt8] {
      var raw: [UInt8] = []
      while let chunk = try FileHandle.standardInput.read(upToCount: 1 << 20), !chunk.isEmpty {
        raw.append(contentsOf: chunk)
        if raw.count > limit { throw MailIntake.TooLarge(size: raw.count, limit: limit) }
      }
      return raw
    }
  }

  /// Lists kept mail: what became a case, and what waits in the tray.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List kept mail.")
    @OptionGroup var options: DeskOptions
    @Flag(help: "Write JSON.") var json = false

    func run() async throws {
      try await telling {
        let items = try await Assembly.open(Settings(options)).desk.keptMail()
        if json {
          print(
            JSON.array(
              items.map { item in
                [
                  "id": .string(item.id), "received": .string(item.receivedAt.utcText),
                  "state": .string(item.state.rawValue),
                  "size": .integer(item.size), "copies": .integer(item.copies),
                  "case": item.caseID.map(JSON.string) ?? .null, "note": item.note.map(JSON.string) ?? .null,
                ]
              }
            ).text(pretty: true))
        } else {
          for item in items {
            print(
              "\(item.id)  \(item.receivedAt.utcText)  \(item.state.rawValue)  \(item.size) bytes  \(item.caseID ?? item.note ?? "")"
            )
          }
        }
      }
    }
  }

  /// Writes a mail's raw bytes, exactly as they came.
  struct Source: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the raw source of a mail to standard output, byte for byte.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The handle of a case, or the id of a kept mail.") var id: String

    func run() async throws {
      try await telling {
        let desk = try await Assembly.open(Settings(options)).desk
        var raw: [UInt8]?
        if let handle = CaseID(id) { raw = try await desk.source(of: handle) }
        if raw == nil { raw = try await desk.mail(id)?.raw }
        guard let raw else { throw Sentence("There is no mail for “\(id)”; embargo mail list shows what there is.") }
        FileHandle.standardOutput.write(Data(raw))
      }
    }
  }

  /// Makes a case of a mail that the desk left in the tray.
  struct Admit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a case of a mail that waits in the tray.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The id of the mail; embargo mail list shows it.") var id: String

    func run() async throws {
      try await telling {
        guard let caseID = try await Assembly.open(Settings(options)).intake.admitByHand(id) else {
          throw Sentence("No mail “\(id)” waits in the tray; embargo mail list shows what does.")
        }
        print("Case \(caseID).")
      }
    }
  }
}
