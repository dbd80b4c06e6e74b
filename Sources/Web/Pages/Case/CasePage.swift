import Casework
import Foundation
import HTML
import Storage

/// Everything the team knows about a case, and everything the rules now allow to do with it.
struct CasePage {
  var subject: Case
  var entries: [Entry]
  var now: Date
  /// The policy that the case came in under.
  var policy: Policy
  var names: [PartyID: String]
  var deliveries: [OutboxEntry]
  /// The case came by mail, whose raw bytes are kept.
  var hasSource: Bool
  /// What the rules allow now.
  var commands: [CommandView]
  /// What they do not, with the sentence that says why and what would be needed.
  var notNow: [(title: String, sentence: String)]

  var path: String { "/desk/cases/\(subject.id.text)" }

  var banner: HTML { EmbargoBanner.html(subject, now: now) }

  var content: HTML {
    """
    <h1><code>\(subject.id.text)</code> \(visible(subject.report.submission?.title ?? ""))</h1>
    \(strip)
    \(claims)\(contents)
    \(section("conversation", "Conversation", Thread(
      letters: subject.conversation.letters, names: names, readerIsTeam: true, files: "\(path)/files").html))
    \(section("report", "Report", report))
    \(section("clocks", "Clocks", clocks))
    \(section("facts", "Facts", facts))
    \(section("embargo", "Embargo and dates", embargo))
    \(section("assessment", "Assessment and severity", assessment))
    \(section("fix", "Fix", matrix))
    \(section("identifier", "CVE id", identifier))
    \(section("plan", "Communication plan", plan))
    \(section("advisory", "Advisory", advisory))
    \(section("history", "History", history))
    \(refusals)
    """
  }

  /// The three questions: what state, whose move, by when.
  private var strip: HTML {
    let next = subject.nextDeadline(under: policy)
    let due: HTML =
      next.map { clock in
        let late: HTML = clock.isOverdue(at: now) ? " class=\"late\"" : ""
        return "<span\(late)>\(clock.id.promise): \(moment(clock.due)), \(distance(from: now, to: clock.due))</span>"
      } ?? "Nothing is promised at the moment."
    return """
      <dl class="strip">
      \(row("Phase", "\(subject.phase(at: now).rawValue)"))\(row("Whose move", "\(mover)"))\(row("By when", due))\
      \(row("Priority", "\(subject.priority?.rawValue ?? "not assessed")"))</dl>
      """
  }

  private var mover: String {
    switch subject.waitingOn {
    case .team: "the team"
    case .reporter: "the reporter"
    case .nobody: "nobody"
    }
  }

  private var claims: HTML {
    let items = subject.facts.claims.map { claim -> HTML in
      """
      <li><b>\(claim.fact.words)</b>, says \(visible(names.name(of: claim.by))) (\(moment(claim.at))): \
      <span class="prose">\(visible(claim.evidence.text))</span></li>

      """
    }
    guard !items.isEmpty else { return "" }
    return
      "<div class=\"claims\" role=\"status\"><p>Claimed, and waiting for a decision:</p><ul>\n\(items)</ul></div>\n"
  }

  private var contents: HTML {
    """
    <nav class="contents" aria-label="This case"><a href="#conversation">Conversation</a> <a href="#report">Report</a> \
    <a href="#clocks">Clocks</a> <a href="#facts">Facts</a> <a href="#embargo">Embargo</a> \
    <a href="#assessment">Assessment</a> <a href="#fix">Fix</a> <a href="#identifier">CVE</a> <a href="#plan">Plan</a> \
    <a href="#advisory">Advisory</a> <a href="#history">History</a> <a href="#not-now">Not now</a></nav>
    """
  }

  private func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
    let forms = commands.filter { $0.form.name.section == id }.map(\.html)
    return """
      <section id="\(id)" aria-labelledby="\(id)-title">
      <h2 id="\(id)-title">\(title)</h2>
      \(content)
      \(forms)</section>
      """
  }

  private var refusals: HTML {
    let items = notNow.map { "<div><dt>\($0.title)</dt><dd>\(visible($0.sentence))</dd></div>\n" as HTML }
    return """
      <section id="not-now"><details><summary>Not now (\(notNow.count))</summary>
      <dl class="not-now">
      \(items)</dl></details></section>
      """
  }
}

extension Case.Command.Name {
  /// The section of the case page in which its form stands.
  var section: String {
    switch self {
    case .receive, .acknowledge, .respond, .reproduce, .validate, .invalidate, .accept, .defer, .reject,
      .confirmRejection, .declineRejection, .declareUnsafeDefault, .close, .chooseCredit:
      "report"
    case .write: "conversation"
    case .recordFact, .confirmClaim, .refuteClaim: "facts"
    case .proposeDate, .acceptDate, .declineDate, .decideDate, .approveDate, .terminateEmbargo, .passTime: "embargo"
    case .assess, .lowerPriority, .approveLowerPriority, .score, .withdrawScore, .proposeScore, .waiveFinalScore,
      .decideSSVC:
      "assessment"
    case .setLine, .setTimeline, .registerRelease: "fix"
    case .reserveCVE, .waiveCVE, .returnCVE, .confirmCVERecord: "identifier"
    case .editPlan, .addMitigation, .declareNoMitigation, .approvePlan: "plan"
    case .draftAdvisory, .approveAdvisory, .release, .recordReceipt: "advisory"
    }
  }
}
