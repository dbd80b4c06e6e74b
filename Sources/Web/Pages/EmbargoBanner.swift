import Casework
import Foundation
import HTML

/// Stands above every page of a case: whether there is silence, and until when.
enum EmbargoBanner {
  static func html(_ subject: Case, now: Date) -> HTML {
    let embargo = subject.embargo
    let facts = subject.facts.state
    if facts.publicAware || facts.exploitPublic {
      return banner(
        "open", subject.facts.byOurselves ? "Public, by our own advisory." : "Public already. No embargo holds.")
    }
    if embargo.state.inForce, let end = embargo.terms?.end {
      let revising: HTML =
        embargo.proposal.map { " A new date is proposed: \(moment($0.until)). Until it is agreed, the old one holds." }
        ?? ""
      return banner("closed", "Embargo until \(moment(end)), \(distance(from: now, to: end)).\(revising)")
    }
    if let proposal = embargo.proposal {
      return banner("proposed", "An embargo until \(moment(proposal.until)) is proposed, and not agreed yet.")
    }
    if embargo.state == .exited { return banner("open", "The embargo has ended.") }
    return banner("open", "No embargo. Anybody in this case may publish.")
  }

  private static func banner(_ kind: String, _ text: HTML) -> HTML {
    "<div class=\"embargo \(kind)\" role=\"status\">\(text)</div>\n"
  }
}
