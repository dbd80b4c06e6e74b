import AdvisoryTypes
import CVSS
import Casework
import Foundation
import HTML

/// The severity of a case: a vector in each version, as text, buttons and sentences; SSVC beside it; and how it came about.
struct SeverityPage {
  var subject: Case
  var entries: [Entry]
  var now: Date
  /// The policy that the case came in under.
  var policy: Policy
  var names: [PartyID: String]
  var form: SeverityForm
  /// Which of ``groups`` the form was opened for.
  var group = 0
  var notice: Notice?
  /// Why whoever looks may not save the score, or the decision; nil if they may.
  var mayNotScore: String?
  var mayNotDecide: String?
  /// Proves that the form was made for whoever is signed in (A27).
  var token: String

  /// Why what was asked for was not done, or not yet.
  enum Notice: Equatable {
    case refusal(String)
    /// Others changed the scores after this page was made; the entries say what they did.
    case overtaken(Range<Int>)
  }

  var casePath: String { "/desk/cases/\(subject.id.text)" }
  var path: String { "\(casePath)/severity" }
  var banner: HTML { EmbargoBanner.html(subject, now: now) }

  /// The sets of release lines that have scores, those for all others first.
  static func groups(of subject: Case) -> [[String]] {
    var groups: [[String]] = [[]]
    for score in subject.assessment.scores where !groups.contains(score.lines) { groups.append(score.lines) }
    return groups
  }

  var groups: [[String]] { Self.groups(of: subject) }

  /// What the page opens with: the scores and the decision as they stand.
  static func form(for subject: Case, group: Int) -> SeverityForm {
    var form = SeverityForm()
    let lines = groups(of: subject)[group]
    form.lines = Set(lines)
    for score in subject.assessment.scores where score.lines == lines {
      if let vector = try? CVSS.Vector(parsing: score.vector) { form.put(vector, into: vector.version) }
      form.explanation = score.explanation ?? form.explanation
    }
    if let supplier = subject.ssvc { form.points = SupplierCard.points(of: supplier) }
    form.seen = subject.version
    return form
  }

  var content: HTML {
    let panels = zip(form.drafts, form.readings).map { VectorPanel(draft: $0, reading: $1).html }
    // The newest version is the longest; beside it there is room for the rest.
    let (left, right) = (panels.prefix(1), panels.dropFirst())
    return """
      <p class="crumbs"><a href="\(casePath)#assessment"><code>\(subject.id.text)</code> \
      \(visible(subject.report.submission?.title ?? ""))</a></p>
      <h1>Severity</h1>
      \(troubles)\(current)
      <form method="post" action="\(path)" data-previews-at="\(path)/preview" accept-charset="utf-8" autocomplete="off" \
      class="severity-form">
      <input type="hidden" name="form-token" value="\(token)">
      <input type="hidden" name="seen" value="\(form.seen)"><input type="hidden" name="group" value="\(group)">
      <button class="out-of-sight" name="do" value="look" tabindex="-1" aria-hidden="true" data-previews>Look</button>
      <p id="live-said" class="out-of-sight" role="status">\(said)</p>
      \(lines)
      <div class="quick"><p class="key-hint">Put the score together from the buttons, or paste a vector. <kbd>Tab</kbd> goes to the next metric, \
      <kbd>←</kbd> <kbd>→</kbd> choose<span data-with-script hidden>, and so does the letter on a button</span>.</p>
      \(mayNotScore == nil ? Self.quick : "")</div>
      <div class="sides">
      <div class="side">\(Array(left))</div>
      <div class="side">\(Array(right))\(supplier)</div>
      </div>
      \(saving)\
      <p id="live-notice" class="trouble" role="alert" hidden></p>
      </form>
      \(history)
      """
  }

  /// In one step (S36), without a way through the whole page.
  private static let quick: HTML = """
    <p><button class="quiet small" name="do" value="provisional">Save as provisional</button> \
    <a href="#save-title">Final…</a></p>
    """

  // MARK: Above the form

  private var troubles: HTML {
    switch notice {
    case nil: ""
    case .refusal(let sentence): "<p class=\"trouble\" role=\"alert\">\(visible(sentence))</p>\n"
    case .overtaken(let range):
      """
      <div class="trouble" role="alert"><p><b>Not saved: the scores changed while you had this page open.</b></p>
      <ul>
      \(range.map { "<li>\(event(entries[$0]))</li>\n" as HTML })</ul>
      <p>What stands now is in the table; what you typed is below, unchanged. Save it again to put it in place of theirs, or \
      <a href="\(path)">begin from theirs</a>.</p></div>

      """
    }
  }

  /// What is heard when something changes.
  private var said: String {
    let scores = zip(form.drafts, form.readings).map { draft, reading in
      "CVSS \(draft.version.rawValue): \(reading.words)."
    }
    let decision = card.supplier.map { " \($0.outcome.title)." } ?? ""
    return scores.joined(separator: " ") + decision
  }

  var knownLines: [String] {
    let known = policy.lines.map(\.label)
    let others = Set(subject.remediation.lines.keys).union(form.lines).subtracting(known).sorted()
    return known + others
  }

  private var lines: HTML {
    let boxes = knownLines.map { label -> HTML in
      """
      <label class="choice"><input type="checkbox" name="line" value="\(label)"\
      \(form.lines.contains(label) ? " checked" : "")> \(visible(label))</label>

      """
    }
    return """
      <fieldset class="lines"><legend>Release lines that this score is for</legend>
      \(boxes)<small>Tick none, and it is for every line that has no score of its own.</small></fieldset>
      """
  }

  var card: SupplierCard {
    SupplierCard(points: form.points, exploitation: subject.exploitation, factsPath: "\(casePath)#facts")
  }
}
