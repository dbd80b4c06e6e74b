import AdvisoryTypes
import Casework
import Foundation
import HTML

/// A reporter's own place: the state in words, whose move it is, what comes when, and the conversation.
struct RoomPage {
  var subject: Case
  var policy: Policy
  var now: Date
  /// What the reporter may do now, but for writing.
  var commands: [CommandView]
  var token: String
  /// A message that was refused, and why.
  var unsent: CommandView.Attempt?

  var page: Page {
    let handle = subject.id.text
    return Page(
      audience: .reporter, title: "\(handle)", banner: EmbargoBanner.html(subject, now: now),
      navigation: """
        <span class="home">Your report <code>\(handle)</code></span>
        <form method="post" action="/leave"><input type="hidden" name="form-token" value="\(token)">\
        <button type="submit" class="quiet">Leave</button></form>
        """,
      content: """
        <h1>\(visible(subject.report.submission?.title ?? handle))</h1>
        <dl class="strip">
        \(row("Where it stands", "\(subject.statusForReporter(at: now))"))\
        \(row("Whose move", "\(move)"))\
        \(row("What comes next", next))\
        \(row("Published as", published))</dl>
        <section aria-labelledby="thread"><h2 id="thread">Conversation</h2>
        \(Thread(letters: letters, names: [:], readerIsTeam: false, files: nil).html)
        \(writing)
        </section>
        \(severity)
        <section aria-labelledby="more"><h2 id="more">What you can do</h2>
        \(commands.isEmpty ? "<p>Nothing but writing, at the moment.</p>" as HTML : "\(commands.map(\.html))")</section>
        """)
  }

  /// What the reporter proposed, and what the team decided in the end, with its words for the reporter. Provisional scores,
  /// unless they go out as they are, and why a score changed, are the team's (S30, S37).
  private var severity: HTML {
    let assessment = subject.assessment
    let goesOut = assessment.finalScoreWaiver != nil || subject.publication.advisory != nil
    let ours = assessment.scores.filter { $0.isFinal || goesOut }
    let yours = subject.assessment.proposals.filter { $0.side == .reporter }
    let asTyped = yours.isEmpty ? subject.report.submission?.vector : nil
    guard !ours.isEmpty || !yours.isEmpty || asTyped != nil || assessment.isReconsidered else { return "" }
    let proposed = yours.map { proposal -> HTML in
      "<li>\(chip(proposal.vector)) <code>\(breakable(proposal.vector))</code>\(proposal.by == .reporter ? "" : " noted by the team" as HTML)</li>\n"
    }
    let decided = ours.map { score -> HTML in
      """
      <li>\(chip(score.vector))\(score.isFinal ? "" : " provisional" as HTML)\(score.lines.isEmpty ? "" : " for \(visible(score.lines.joined(separator: ", ")))" as HTML) \
      <code>\(breakable(score.vector))</code>\(score.explanation.map { "<p class=\"prose\">\(visible($0))</p>" as HTML })</li>

      """
    }
    let undecided: HTML =
      assessment.isReconsidered ? "Our final score is being looked at again." : "Nothing final yet."
    let typed: HTML? = asTyped.map { "<code>\(visible($0))</code>, which is no CVSS vector." }
    return """
      <section aria-labelledby="severity"><h2 id="severity">Severity</h2>
      <dl class="facts">
      \(row("You proposed", proposed.isEmpty ? typed : "<ul class=\"plain\">\n\(proposed)</ul>"))\
      \(row("The team decided", decided.isEmpty ? undecided : "<ul class=\"plain\">\n\(decided)</ul>"))</dl>
      </section>
      """
  }

  /// Letters to the team alone are nobody else's (S11).
  private var letters: [Conversation.Letter] { subject.conversation.letters.filter { $0.audience == .reporter } }

  private var move: String {
    switch subject.waitingOn {
    case .reporter: "Yours: we wait for you."
    case .team: "Ours."
    case .nobody: "Nobody’s: this report is closed."
    }
  }

  /// The next date that concerns the reporter. Our own deadlines of other kinds are no promise to them.
  private var next: HTML? {
    if let proposal = subject.embargo.proposal, proposal.awaitsReporter {
      return "Please answer our proposal to publish not before \(moment(proposal.until)): \(visible(proposal.reason))"
    }
    let promise = subject.clocks(under: policy).first {
      [.acknowledge, .firstResponse].contains($0.id) && $0.isRunning()
    }
    if let promise {
      return
        "\(promise.id.promise): by \(moment(promise.due))\(promise.isOverdue(at: now) ? ". We are late, and sorry." : "")"
    }
    if subject.publication.advisory == nil, let date = subject.embargo.ownDate?.date {
      return "We intend to publish on \(moment(date))."
    }
    if let end = subject.embargo.terms?.end { return "The embargo ends on \(moment(end))." }
    return nil
  }

  private var published: HTML? {
    subject.publication.advisory.map { "<a href=\"/advisories/\($0.id).html\">\(visible($0.id))</a>" }
  }

  private var writing: HTML {
    // A closed report still takes the words of somebody who contests a no.
    guard subject.report.state != .closed || subject.takesWordsAfterClosing else {
      return "<p>This report is closed. New information is welcome as <a href=\"/report\">a new report</a>.</p>"
    }
    let refusal: HTML = unsent.map { "<p class=\"trouble\" role=\"alert\">\(visible($0.sentence))</p>\n" } ?? ""
    return """
      <form method="post" action="/room/\(subject.id.text)/do/write" class="composer shared" accept-charset="utf-8">
      \(refusal)<input type="hidden" name="form-token" value="\(token)">
      <p><label for="text">Write to the team</label> <small>Only the team reads it.</small>
      <textarea id="text" name="text" rows="5" required>
      \(unsent?.values["text"]?.first ?? "")</textarea></p>
      <p><button type="submit">Send to the team</button></p>
      </form>
      """
  }
}
