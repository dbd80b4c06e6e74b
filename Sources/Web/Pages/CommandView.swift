import Casework
import HTML

/// A command as a folded form: the same fields that the command line and the API know.
struct CommandView {
  var form: CommandForm
  /// Where its forms go, such as `/desk/cases/K7Q2M-9XW4T/do`.
  var path: String
  /// Proves that the form was made for whoever is signed in (A27).
  var token: String
  /// What somebody typed, if it was refused, and why.
  var refused: Attempt?

  struct Attempt {
    var name: Case.Command.Name
    var values: [String: [String]]
    var sentence: String
  }

  var html: HTML {
    let name = form.name.rawValue
    return """
      <details class="command" id="do-\(name)"\(refused == nil ? "" : " open")>
      <summary>\(form.title)</summary>
      <form method="post" action="\(path)/\(name)" accept-charset="utf-8" autocomplete="off">
      <p class="explanation">\(form.explanation)</p>
      \(refused.map { "<p class=\"trouble\" role=\"alert\">\(visible($0.sentence))</p>\n" as HTML })\
      <input type="hidden" name="form-token" value="\(token)">
      \(form.fields.map(field))<p><button type="submit">\(form.title)</button></p>
      </form>
      </details>

      """
  }

  private func field(_ field: CommandForm.Field) -> HTML {
    let id = "\(form.name.rawValue)-\(field.name)"
    let values = values(of: field)
    let value = values.first ?? ""
    let help: HTML? = field.help.isEmpty ? nil : " <small id=\"\(id)-help\">\(field.help)</small>"
    let described: HTML = help == nil ? "" : " aria-describedby=\"\(id)-help\""
    let required: HTML = field.isRequired ? " required" : ""
    let label: HTML = "<label for=\"\(id)\">\(field.label)</label>\(help)\n"
    let attributes: HTML = " id=\"\(id)\" name=\"\(field.name)\"\(required)\(described)"
    switch field.kind {
    case .hidden:
      // What the page shows now, not what an earlier page showed: whoever sends it has seen this one.
      return "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.suggestion)\">\n"
    case .line: return "<p>\(label)<input type=\"text\"\(attributes) value=\"\(value)\"></p>\n"
    case .date:
      return """
        <p>\(label)<span class="date"><input type="text" placeholder="2026-12-14 14:00"\(attributes) value="\(value)"> \
        UTC</span></p>

        """
    case .text(let rows): return "<p>\(label)\(area(attributes, rows, value))</p>\n"
    case .list: return "<p>\(label)\(area(attributes, 4, values.joined(separator: "\n")))</p>\n"
    case .flag:
      return """
        <p class="choice"><input type="checkbox"\(attributes) value="yes"\(Self.isOn(value) ? " checked" : "")> \
        <label for="\(id)">\(field.label)</label>\(help)</p>

        """
    case .choice(let options):
      return "<p>\(label)<select\(attributes)>\n\(choices(options, value, isRequired: field.isRequired))</select></p>\n"
    case .choices(let options):
      return
        "<fieldset\(described)><legend>\(field.label)</legend>\(help)\n\(boxes(options, field.name, values))</fieldset>\n"
    }
  }

  /// What was typed, else what the form suggests.
  private func values(of field: CommandForm.Field) -> [String] {
    if let refused { return refused.values[field.name] ?? [] }
    guard let suggestion = field.suggestion else { return [] }
    if case .choices = field.kind { return suggestion.split(separator: "\n").map(String.init) }
    return [suggestion]
  }

  private func area(_ attributes: HTML, _ rows: Int, _ value: String) -> HTML {
    "<textarea rows=\"\(rows)\"\(attributes)>\n\(value)</textarea>"
  }

  /// Nothing is chosen unless somebody chose it: a default would send a letter to the wrong reader some day (S11).
  private func choices(_ options: [CommandForm.Option], _ value: String, isRequired: Bool) -> HTML {
    let none: HTML = "<option value=\"\">\(isRequired ? "Choose…" : "–")</option>\n"
    let rows = options.map { option -> HTML in
      "<option value=\"\(option.value)\"\(option.value == value ? " selected" : "")>\(option.label)</option>\n"
    }
    return "\(none)\(rows)"
  }

  private func boxes(_ options: [CommandForm.Option], _ name: String, _ chosen: [String]) -> HTML {
    let rows = options.map { option -> HTML in
      """
      <label class="choice"><input type="checkbox" name="\(name)" value="\(option.value)"\
      \(chosen.contains(option.value) ? " checked" : "")> \(option.label)</label>

      """
    }
    return "\(rows)"
  }

  private static func isOn(_ value: String) -> Bool { ["yes", "true", "on", "1"].contains(value.lowercased()) }
}
