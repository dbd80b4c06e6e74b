import ArgumentParser
import Casework
import Desk
import Foundation
import JSON
import Storage

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Prove that the history is what it was.", subcommands: [Verify.self])

  /// Recomputes the chain over every event and opens each one. Exits with 1 if anything was changed.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Verify every event of the books.")
    @OptionGroup var options: DeskOptions
    @Flag(help: "Write JSON.") var json = false

    func run() async throws {
      try await telling {
        let result = try await Assembly.open(Settings(options)).desk.audit()
        if json {
          print(
            JSON.object([
              "events": .integer(result.events), "faults": .array(result.faults.map(JSON.string)),
              "head": .string(result.head),
            ]).text(pretty: true))
        } else {
          for fault in result.faults { print(fault) }
          print(
            result.faults.isEmpty
              ? "\(result.events) events, nothing was changed. Head: \(result.head)"
              : "\(result.events) events, \(result.faults.count) faults.")
        }
        if !result.faults.isEmpty { throw ExitCode(1) }
      }
    }
  }
}

/// Makes the tables that lists read from the events again.
struct Rebuild: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Throw the tables away and make them again from the events.")
  @OptionGroup var options: DeskOptions

  func run() async throws {
    try await telling {
      print("\(try await Assembly.open(Settings(options)).desk.rebuild()) cases rebuilt.")
    }
  }
}

struct OutboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox", abstract: "What leaves the house.",
    subcommands: [List.self, Run.self, Retry.self, Confirm.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List what is not delivered yet.")
    @OptionGroup var options: DeskOptions
    @Flag(help: "Write JSON.") var json = false

    func run() async throws {
      try await telling {
        let entries = try await Assembly.open(Settings(options)).desk.outbox()
        if json {
          print(
            JSON.array(
              entries.map { entry in
                [
                  "id": .string(entry.id), "case": entry.caseID.map(JSON.string) ?? .null,
                  "channel": .string(entry.channel), "state": .string(entry.state.rawValue),
                  "attempts": .integer(entry.attempts), "next": .string(entry.nextAt.utcText),
                  "error": entry.error.map(JSON.string) ?? .null,
                ]
              }
            ).text(pretty: true))
        } else {
          for entry in entries {
            print(
              "\(entry.id)  \(entry.caseID ?? "")  \(entry.channel)  \(entry.state.rawValue)  attempts \(entry.attempts)  \(entry.error ?? "")"
            )
          }
        }
      }
    }
  }

  struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Carry out everything that is due now.")
    @OptionGroup var options: DeskOptions

    func run() async throws {
      try await telling {
        let assembly = try await Assembly.open(Settings(options))
        _ = try await Scheduler(desk: assembly.desk).tick()
        print("\(try await assembly.outbox.drain()) delivered.")
      }
    }
  }
}

extension OutboxCommand {
  struct Retry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Try a held, failed or uncertain delivery again. An uncertain one may then arrive twice.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The delivery's id; embargo outbox list shows it.") var id: String

    func run() async throws {
      try await telling {
        guard try await Assembly.open(Settings(options)).desk.retry(delivery: id) else {
          throw Sentence("No delivery “\(id)” is held, failed or uncertain; embargo outbox list shows what there is.")
        }
        print("It will be tried again.")
      }
    }
  }

  struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say that an uncertain delivery did arrive, and how you know.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The delivery's id; embargo outbox list shows it.") var id: String
    @Option(help: "How you know, such as the address in the list's archive.") var proof: String

    func run() async throws {
      try await telling {
        guard try await Assembly.open(Settings(options)).desk.confirm(delivery: id, proof: proof) else {
          throw Sentence("No delivery “\(id)” is uncertain; embargo outbox list shows what there is.")
        }
        print("Recorded.")
      }
    }
  }
}
