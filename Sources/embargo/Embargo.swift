import ArgumentParser

/// The one executable: the desk, and everything that can be done with it from a terminal.
@main
struct EmbargoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embargo",
    abstract: "The desk on which a project keeps the promises of its SECURITY.md.",
    discussion: """
      Without any settings the desk lives in the current folder: SQLite in embargo.db, the key in embargo.key, the public \
      tree in public/. Everything that an option sets can be set by the environment as well; see docs/operations.md.
      """,
    subcommands: [
      Serve.self, CaseCommand.self, MailCommand.self, MemberCommand.self, OutboxCommand.self, PolicyCommand.self,
      AuditCommand.self, Rebuild.self, CVSSCommand.self, Demo.self, Bench.self,
    ])
}
