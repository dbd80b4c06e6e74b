import Casework
import HTML

/// The form for a report: exactly what the policy asks for (S19), every field but one optional.
struct ReportPage {
  var policy: Policy
  var form = ReportForm()
  var troubles: [ReportForm.Trouble] = []
  /// What the rules said when the form itself was fine.
  var refusal: String?

  var page: Page {
    let name = policy.project.name
    return Page(
      audience: .everybody, title: "Report a vulnerability in \(name)", navigation: Page.publicNavigation(name),
      content: """
        <h1>Report a vulnerability in \(name)</h1>
        \(refused)<p class="lead">Only the description is needed. You may stay unnamed, you may be unsure, and you can add \
        to it later: at the end you get a handle and a secret that lead back to your report.</p>
        <form method="post" action="/report" enctype="multipart/form-data" accept-charset="utf-8">
        <fieldset>
        <legend>The report</legend>
        \(line("title", "Subject", form.title, help: "What it is about, in one line."))
        \(text("text", "What you have found", form.text, rows: 10, isRequired: true, help: "Confirmed or only suspected."))
        \(text("steps", "Steps to reproduce it", form.steps, rows: 6,
          help: "In detail, with proof-of-concept scripts or logs. Screenshots and other files go below."))
        \(text("effects", "What it does", form.effects, help: "What happens when it is used."))
        \(text("configuration", "Hardware and software configuration", form.configuration,
          help: "What you saw it on, with the version of \(name)."))
        \(text("attack-surface", "How it touches normal use", form.attackSurface,
          help: "And an estimate of the attack surface, if there is one."))
        \(text("other-projects", "Other projects or dependencies involved", form.otherProjects))
        \(impact)
        \(line("vector", "CVSS vector", form.vector,
          help: "If you have one, such as CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H. Nobody has to."))
        <p><label for="files">Files</label> <small id="files-help">Scripts, screenshots, logs. All together up to \
        \(SubmittedForm.mostBytes >> 20) MB.</small>
        <input type="file" id="files" name="files" multiple aria-describedby="files-help"></p>
        </fieldset>
        <fieldset>
        <legend>Is it known already?</legend>
        \(tick("public", "It is public already: others can read about it.", form.isPublic))
        \(line("public-where", "Where", form.publicWhere, help: "An address or words."))
        \(tick("exploited", "I know, or believe, that it is being attacked.", form.isExploited))
        \(line("exploited-how", "What is known of it", form.exploitedHow))
        </fieldset>
        <fieldset>
        <legend>You</legend>
        \(line("name", "Your name", form.name, help: "Or a pseudonym, or nothing.", complete: "name"))
        \(line("affiliation", "Affiliation", form.affiliation, complete: "organization"))
        \(line("contact", "Mail address", form.contact, kind: "email",
          help: "We only write that there is something new, never what. Without it, look into your room now and then.",
          complete: "email"))
        \(credit)
        </fieldset>
        <p><button type="submit">Send the report</button></p>
        </form>
        """)
  }

  private var refused: HTML {
    guard refusal != nil || !troubles.isEmpty else { return "" }
    let items = troubles.map { "<li><a href=\"#\($0.field)\">\($0.sentence)</a></li>\n" as HTML }
    return """
      <div class="trouble" role="alert"><p><b>The report was not taken yet.</b> What you wrote is still here; \
      files have to be chosen again.</p>
      <ul>
      \(refusal.map { "<li>\(visible($0))</li>\n" as HTML })\(items)</ul></div>

      """
  }

  private func trouble(_ name: String) -> HTML? {
    troubles.first { $0.field == name }.map { "<span class=\"trouble\" id=\"\(name)-trouble\">\($0.sentence)</span>" }
  }

  private func line(
    _ name: String, _ label: String, _ value: String, kind: String = "text", help: String? = nil,
    complete: String = "off"
  ) -> HTML {
    """
    <p><label for="\(name)">\(label)</label>\(hint(name, help)) \(trouble(name))
    <input type="\(kind)" id="\(name)" name="\(name)" value="\(value)" maxlength="\(ReportForm.longestLine)" \
    autocomplete="\(complete)"\(described(name, help))></p>
    """
  }

  private func text(
    _ name: String, _ label: String, _ value: String, rows: Int = 4, isRequired: Bool = false, help: String? = nil
  ) -> HTML {
    let required: HTML = isRequired ? " required" : ""
    // A line break right after the tag is not part of the text (HTML standard), so that one that is typed survives.
    return """
      <p><label for="\(name)">\(label)</label>\(hint(name, help)) \(trouble(name))
      <textarea id="\(name)" name="\(name)" rows="\(rows)"\(required)\(described(name, help))>
      \(value)</textarea></p>
      """
  }

  private func hint(_ name: String, _ help: String?) -> HTML? {
    help.map { " <small id=\"\(name)-help\">\($0)</small>" }
  }

  private func described(_ name: String, _ help: String?) -> HTML {
    let ids = [help.map { _ in "\(name)-help" }, trouble(name).map { _ in "\(name)-trouble" }].compactMap { $0 }
    return ids.isEmpty ? "" : " aria-describedby=\"\(ids.joined(separator: " "))\""
  }

  private func tick(_ name: String, _ label: String, _ isOn: Bool) -> HTML {
    """
    <p class="choice"><input type="checkbox" id="\(name)" name="\(name)" value="yes"\(isOn ? " checked" : "")> \
    <label for="\(name)">\(label)</label></p>
    """
  }

  private var impact: HTML {
    let boxes = Impact.allCases.map { impact -> HTML in
      """
      <label class="choice"><input type="checkbox" name="impact" value="\(impact.rawValue)"\
      \(form.impact.contains(impact) ? " checked" : "")> \(Self.words(for: impact))</label>

      """
    }
    return "<fieldset><legend>What is lost? Tick what you know; none is fine.</legend>\n\(boxes)</fieldset>"
  }

  private static func words(for impact: Impact) -> String {
    switch impact {
    case .confidentiality: "Confidentiality: somebody reads what they must not"
    case .integrity: "Integrity: somebody changes what they must not"
    case .availability: "Availability: it crashes, hangs or is worn out"
    case .privilege: "Privilege: somebody gains rights"
    case .other: "Something else"
    }
  }

  private var credit: HTML {
    let choices: [(ReportForm.Credit, String)] = [
      (.later, "I decide later"), (.named, "Yes, under this name:"), (.unnamed, "No, leave me out"),
    ]
    let radios = choices.map { choice, label -> HTML in
      """
      <label class="choice"><input type="radio" name="credit" value="\(choice.rawValue)"\
      \(form.credit == choice ? " checked" : "")> \(label)</label>

      """
    }
    return """
      <fieldset><legend>Shall the advisory name you?</legend>
      \(radios)\(line("credit-name", "Name to be credited", form.creditName))
      </fieldset>
      """
  }
}
