import ArgumentParser

/// What script/bench runs, on an optimized build.
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the desk or the CVSS library; by script/bench on an optimized build.",
    subcommands: [BenchDesk.self, BenchCVSS.self], defaultSubcommand: BenchDesk.self)
}
