import ArgumentParser
import Foundation

/// Tells one report's whole way in simulated time, with the real desk, real books and real mail.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell a scenario in simulated time: W1, W2, W5 or W7.")

  @OptionGroup var options: DeskOptions
  @Argument(
    help: "W1 an ordinary report, W2 already public, W5 an unsafe default, W7 rejected with reasons.")
  var scenario = "W1"
  @Option(help: "Folder with the scenarios' mails.") var mails = "examples/mails"

  func run() async throws {
    try await telling {
      let stage = try await Stage.open(options, scenario: scenario, mails: mails)
      switch scenario.uppercased() {
      case "W1": try await stage.tenantRows()
      case "W2": try await stage.alreadyPublic()
      case "W5": try await stage.unsafeDefault()
      case "W7": try await stage.rejected()
      default: throw Sentence("There is no scenario “\(scenario)”; there are W1, W2, W5 and W7.")
      }
      try await stage.curtain()
    }
  }
}
