import Casework

/// What somebody typed into the report form, as typed: it is shown back when the form is refused.
///
/// It asks for what the policy asks for (S19), and needs nothing of it but the text (S3).
struct ReportForm: Equatable {
  var title = ""
  var text = ""
  var name = ""
  var affiliation = ""
  var contact = ""
  var steps = ""
  var effects = ""
  var configuration = ""
  var attackSurface = ""
  var vector = ""
  var otherProjects = ""
  var isPublic = false
  var publicWhere = ""
  var isExploited = false
  var exploitedHow = ""
  var impact: Set<Impact> = []
  var credit: Credit = .later
  var creditName = ""

  enum Credit: String, CaseIterable { case later, named, unnamed }

  /// All text together, in bytes. More is refused, never cut (A14).
  static let mostText = 1 << 20
  static let longestLine = 1_000

  init() {}

  init(_ form: SubmittedForm) {
    for field in Self.lines + Self.texts { self[keyPath: field.path] = form[field.name] }
    isPublic = !form["public"].isEmpty
    isExploited = !form["exploited"].isEmpty
    impact = Set(form.all("impact").compactMap(Impact.init))
    credit = Credit(rawValue: form["credit"]) ?? .later
  }

  // A key path to a stored property captures nothing, so that it may be shared.
  struct Field: @unchecked Sendable {
    var path: WritableKeyPath<ReportForm, String>
    var name: String
    var label: String
  }

  static let lines: [Field] = [
    Field(path: \.title, name: "title", label: "Subject"), Field(path: \.name, name: "name", label: "Your name"),
    Field(path: \.affiliation, name: "affiliation", label: "Affiliation"),
    Field(path: \.contact, name: "contact", label: "Mail address"),
    Field(path: \.vector, name: "vector", label: "CVSS vector"),
    Field(path: \.creditName, name: "credit-name", label: "Name to be credited"),
  ]

  static let texts: [Field] = [
    Field(path: \.text, name: "text", label: "What you have found"),
    Field(path: \.steps, name: "steps", label: "Steps to reproduce it"),
    Field(path: \.effects, name: "effects", label: "What it does"),
    Field(path: \.configuration, name: "configuration", label: "Hardware and software configuration"),
    Field(path: \.attackSurface, name: "attack-surface", label: "Attack surface"),
    Field(path: \.otherProjects, name: "other-projects", label: "Other projects or dependencies"),
    Field(path: \.publicWhere, name: "public-where", label: "Where it is public"),
    Field(path: \.exploitedHow, name: "exploited-how", label: "What is known of attacks"),
  ]
}
