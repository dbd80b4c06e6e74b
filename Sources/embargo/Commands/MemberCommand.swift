import ArgumentParser
import Casework
import Desk
import JSON
import Storage

struct MemberCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "The people of the desk.",
    subcommands: [Add.self, List.self, Link.self, Disable.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a member, and print a link that logs in once.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The member's name.") var name: String
    @Option(
      name: .customLong("role"),
      help: "A role; may be given several times: triager, developer, release-manager, coordinator, auditor, admin.")
    var roles: [String]

    func run() async throws {
      try await telling {
        let assignable: Set<Role> = [.triager, .developer, .releaseManager, .coordinator, .auditor, .admin]
        let parsed = try roles.map { text in
          guard let role = Role(rawValue: text), assignable.contains(role) else {
            throw Sentence(
              "“\(text)” is no role; there are \(assignable.map(\.rawValue).sorted().joined(separator: ", ")).")
          }
          return role
        }
        let desk = try await Assembly.open(Settings(options)).desk
        let (member, link) = try await desk.addMember(named: name, roles: Set(parsed))
        print("\(member.id)  \(member.name)")
        print("\(desk.settings.baseURL)/enter/\(link)")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the members.")
    @OptionGroup var options: DeskOptions
    @Flag(help: "Write JSON.") var json = false

    func run() async throws {
      try await telling {
        let members = try await Assembly.open(Settings(options)).desk.members()
        if json {
          print(
            JSON.array(
              members.map { member in
                [
                  "id": .string(member.id), "name": .string(member.name),
                  "roles": .array(member.roles.map { .string($0.rawValue) }.sorted { $0.text() < $1.text() }),
                ]
              }
            ).text(pretty: true))
        } else {
          for member in members {
            print("\(member.id)  \(member.name)  \(member.roles.map(\.rawValue).sorted().joined(separator: ", "))")
          }
        }
      }
    }
  }

  struct Link: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print a new link that logs a member in once.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The member's id or name.") var member: String

    func run() async throws {
      try await telling {
        let desk = try await Assembly.open(Settings(options)).desk
        let found = try await desk.member(called: member)
        guard let link = try await desk.link(for: found.id) else { throw Sentence("There is no such member.") }
        print("\(desk.settings.baseURL)/enter/\(link)")
      }
    }
  }
}

extension MemberCommand {
  struct Disable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lock a member out, and end their sessions.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The member's id or name.") var member: String

    func run() async throws {
      try await telling {
        let desk = try await Assembly.open(Settings(options)).desk
        let found = try await desk.member(called: member)
        _ = try await desk.disable(found.id)
        print("\(found.name) is locked out.")
      }
    }
  }
}

extension Desk {
  /// A member by id or by name, for somebody who sits at the machine.
  func member(called text: String) async throws -> Member {
    let members = try await members()
    let found = members.filter { $0.id == text || $0.name == text }
    guard found.count == 1, let member = found.first else {
      throw Sentence(
        found.isEmpty
          ? "There is no member “\(text)”; embargo member list shows who there is."
          : "There are several members called “\(text)”; give the id.")
    }
    return member
  }
}
