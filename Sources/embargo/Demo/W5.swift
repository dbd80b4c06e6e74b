import Casework
import Desk
import Foundation

extension Stage {
  /// W5: “trust authentication is default”. Not acted on as a vulnerability, answered with guidance, kept for better defaults.
  func unsafeDefault() async throws {
    say("W5  An unsafe default: the policy does not act on it, and says so honestly.")
    say("\n\(clock.now.utcText)  A report arrives")
    let id = try await mail("W5", from: "omar@auditor.example")
    try await later(hours: 2, "The same morning")
    try await act(ann, "acknowledges", .report(.acknowledge(text: "Thank you, Omar. I look at it.")), on: id)
    let guidance = desk.policy.project.hardeningGuide ?? desk.policy.project.url
    func answers(bypass: Bool) -> UnsafeDefault {
      UnsafeDefault(
        isDefault: true, bypassesControl: bypass, documented: true,
        explanation:
          "initdb warns about trust authentication, and the installation guide asks for --auth=scram-sha-256.",
        guidance: guidance, hardeningItem: "Make scram-sha-256 the default of initdb in the next minor release.")
    }
    try await refused(
      ann, "answers “a configured control is bypassed: yes”", .report(.declareUnsafeDefault(answers(bypass: true))),
      on: id)
    try await act(ann, "answers the three questions", .report(.declareUnsafeDefault(answers(bypass: false))), on: id)
    try await ring()
    try await showLastLetter(id)
  }

  /// The last letter, as the reporter reads it.
  func showLastLetter(_ id: CaseID) async throws {
    guard let letter = try await desk.load(id)?.conversation.letters.last else { return }
    say("\n  The reporter reads in the room:")
    for line in letter.text.split(separator: "\n", omittingEmptySubsequences: false) { say("    │ \(line)") }
  }
}
