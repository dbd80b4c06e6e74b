import Casework
import Desk
import Foundation

extension Stage {
  /// W7: a fluent report about a function that does not exist. Rejected, with reasons, by two.
  func rejected() async throws {
    say("W7  A report that is no vulnerability: rejected with reasons, by two people.")
    say("\n\(clock.now.utcText)  A report arrives, in HTML alone")
    let id = try await mail("W7", from: "findings@scanner.example")
    try await later(hours: 3, "Triage")
    try await act(ben, "acknowledges", .report(.acknowledge(text: "Thank you. We look at it.")), on: id)
    let opening = desk.policy.dispositions[.unverifiedGenerated] ?? ""
    func rejection(_ why: String) -> Rejection {
      Rejection(
        disposition: .unverifiedGenerated, claim: "A heap overflow in pg_decode_tenant_blob(), tenant.c line 812.",
        tested:
          "We searched all branches since 6.0 for the function and the file; we built 7.4.0 and looked for the symbol.",
        why: why, evidence: "A file and line that exist, or a command that crashes a server.",
        elsewhere: "If it is another product's function, its own security team.",
        appeal: "Answer in this room; somebody else than us two will look at it.")
    }
    if !opening.isEmpty {
      try await refused(ben, "rejects with the policy's sentence alone", .report(.reject(rejection(opening))), on: id)
    }
    try await act(
      ben, "writes the reasons",
      .report(.reject(rejection("Neither the function nor the file exists in any version."))), on: id)
    try await refused(ben, "confirms it himself", .report(.confirmRejection), on: id)
    try await act(cleo, "confirms it as second reviewer", .report(.confirmRejection), on: id)
    try await ring()
    try await showLastLetter(id)
  }
}
