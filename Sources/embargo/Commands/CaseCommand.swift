import AdvisoryTypes
import ArgumentParser
import Casework
import Desk
import Foundation
import JSON
import Storage

struct CaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Cases: list, show, and act.",
    subcommands: [List.self, Show.self, Commands.self, Do.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List all cases, the most urgent first.")
    @OptionGroup var options: DeskOptions
    @Flag(help: "Write JSON.") var json = false

    func run() async throws {
      try await telling {
        let rows = try await Assembly.open(Settings(options)).desk.cases()
        if json {
          print(JSON.array(rows.map(\.view)).text(pretty: true))
        } else if rows.isEmpty {
          print("No reports yet.")
        } else {
          for row in rows {
            let due = row.nextDue.map { "\(row.nextClock?.rawValue ?? "") due \($0.utcText)" } ?? ""
            print("\(row.id)  \(row.phase)  waiting on \(row.waitingOn)  \(due)  \(row.title)")
          }
        }
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a case, as it is or as it was.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The case's handle.") var handle: String
    @Option(help: "As of this time: 2026-12-01, or 2026-12-01T14:00Z.") var at: String?
    @Flag(help: "Write JSON.") var json = false

    func run() async throws {
      try await telling {
        let desk = try await Assembly.open(Settings(options)).desk
        let time = try at.map(CaseCommand.time)
        guard let id = CaseID(handle), let subject = try await desk.load(id, at: time) else {
          throw Sentence("There is no such case" + (at.map { " at \($0)" } ?? "") + ".")
        }
        let now = time ?? desk.now
        let policy = desk.policy(of: subject)
        if json {
          print(subject.view(at: now, policy: policy).text(pretty: true))
        } else {
          print(CaseText.text(of: subject, at: now, policy: policy))
        }
      }
    }
  }

  struct Commands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show which commands a member may use on a case now, with their fields.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The case's handle.") var handle: String
    @Option(name: .customLong("as"), help: "The member's name or id.") var member: String

    func run() async throws {
      try await telling {
        let desk = try await Assembly.open(Settings(options)).desk
        guard let id = CaseID(handle), let subject = try await desk.load(id) else {
          throw Sentence("There is no such case.")
        }
        let party = try await desk.member(called: member).party
        let context = Case.Context(now: desk.now, party: party, policy: desk.policy, gates: desk.gates)
        for name in Case.Command.Name.allCases {
          guard let form = CommandForm.form(for: name, of: subject, policy: desk.policy) else { continue }
          do throws(Refusal) {
            try subject.permits(name, in: context)
            print("\(name.rawValue): \(form.explanation)")
            for field in form.fields {
              let choices = field.options.isEmpty ? "" : " One of \(field.options.joined(separator: ", "))."
              print(
                "    \(field.name)\(field.isRequired ? "" : " (optional)"): \(field.label). \(field.help)\(choices)")
            }
          } catch {
            print("\(name.rawValue): not now. \(error.sentence)")
          }
        }
      }
    }
  }

  struct Do: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Use a command on a case: embargo case do HANDLE acknowledge --as Ann text='Thank you, …'")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The case's handle.") var handle: String
    @Argument(help: "The command; embargo case commands HANDLE shows which there are.") var command: String
    @Argument(help: "Its fields as name=value; a field may be given several times.") var fields: [String] = []
    @Option(name: .customLong("as"), help: "The member's name or id.") var member: String

    func run() async throws {
      try await telling {
        let desk = try await Assembly.open(Settings(options)).desk
        guard let id = CaseID(handle), let subject = try await desk.load(id) else {
          throw Sentence("There is no such case.")
        }
        guard let name = Case.Command.Name(rawValue: command) else {
          throw Sentence("There is no command “\(command)”; embargo case commands \(handle) shows which there are.")
        }
        let party = try await desk.member(called: member).party
        try checkFields(of: CommandForm.form(for: name, of: subject, policy: desk.policy))
        if name == .release {
          // The handle has to be typed again; the desk draws the advisory's id.
          let checked = try CommandForm.command(
            name, from: values(adding: ["advisory-id": ["to be drawn"]]), of: subject)
          guard case .publication(.release(_, let note)) = checked else { return }
          print("Published as \(try await desk.publish(id, by: party, note: note)).")
          return
        }
        let command = try CommandForm.command(name, from: values(), of: subject)
        try await desk.perform(command, on: id, by: party)
        guard let after = try await desk.load(id) else { return }
        print("Done. The case is now: \(after.phase(at: desk.now).rawValue).")
      }
    }

    /// A page's form may carry more than its fields; whoever types a name that is none has mistyped it.
    private func checkFields(of form: CommandForm?) throws {
      guard let form else { return }
      let names = form.fields.map(\.name)
      for field in fields {
        guard let name = field.split(separator: "=").first, !names.contains(String(name)) else { continue }
        let known = names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))"
        throw Sentence("“\(form.name.rawValue)” has no field “\(name.prefix(40))”; \(known).")
      }
    }

    private func values(adding own: [String: [String]] = [:]) throws -> FormValues {
      var values: [String: [String]] = [:]
      for field in fields {
        guard let equals = field.firstIndex(of: "=") else {
          throw Sentence("“\(field.prefix(40))” is no field; write name=value.")
        }
        values[String(field[..<equals]), default: []].append(String(field[field.index(after: equals)...]))
      }
      return FormValues(values.merging(own) { $1 })
    }
  }

  static func time(_ text: String) throws -> Date {
    let text = text.replacing(" UTC", with: "Z").replacing(" ", with: "T")
    let full =
      text.count == 16
      ? text + ":00Z" : text.count == 10 ? text + "T23:59:59Z" : text.count == 17 ? text.dropLast() + ":00Z" : text
    guard let date = Timestamp.date(full) else {
      throw Sentence("“\(text)” is no time; write 2026-12-01 or 2026-12-01T14:00Z.")
    }
    return date
  }
}

extension CaseRow {
  var view: JSON {
    [
      "handle": .string(id.text), "title": .string(title), "phase": .string(phase),
      "report": .string(report.rawValue), "embargo": .string(embargo.rawValue), "facts": .string(facts),
      "received": .string(Timestamp.text(receivedAt)), "touched": .string(Timestamp.text(touchedAt)),
      "next_clock": nextClock.map { .string($0.rawValue) } ?? .null,
      "next_due": nextDue.map { .string(Timestamp.text($0)) } ?? .null, "waiting_on": .string(waitingOn),
      "priority": priority.map(JSON.string) ?? .null,
    ]
  }
}

extension CommandForm.Field {
  /// The values that a choice takes; empty for every other kind.
  fileprivate var options: [String] {
    switch kind {
    case .choice(let options), .choices(let options): options.map(\.value)
    default: []
    }
  }
}
