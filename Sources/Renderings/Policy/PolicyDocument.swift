import Casework

/// The policy in the order in which a reporter reads it; one content for Markdown and for the page.
struct PolicyDocument {
  enum Block {
    case heading(String)
    /// The project's own words, Markdown.
    case prose(String)
    /// A sentence of ours, plain text.
    case sentence(String)
    /// Sentences of ours, plain text.
    case points([String])
    case facts([Fact])
    /// Plain text in every cell; the first one of a row names it.
    case table(columns: [String], rows: [[String]])
  }

  /// A name and what it stands for; with an address it is a link.
  struct Fact {
    let label: String
    let text: String
    let link: String?

    /// An address of any other scheme stays text.
    init(label: String, text: String, link: String? = nil) {
      self.label = label
      self.text = text
      self.link = link.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("mailto:") ? $0 : nil }
    }
  }

  let title: String
  private(set) var blocks: [Block] = []

  init(_ policy: Policy) {
    title = "Security policy of \(policy.project.name)"
    let prose = policy.prose
    say(nil, prose.introduction)
    add("How to report", [.facts(Self.doors(policy.project))])
    say("When to report", prose.occasions)
    say("What to send", prose.reporting)
    say("Public already, or used in attacks", prose.exploited)
    add("What happens then", Self.own(prose.response) + Self.promises(policy))
    add("The date of disclosure", Self.own(prose.disclosure) + [.points(Self.dates(policy))])
    add("Where we publish", Self.own(prose.lists) + [.facts(Self.places(policy))])
    say("Priorities and safe defaults", prose.priorities)
    add("Supported releases", [Self.releases(policy.lines)])
    say("Scope", prose.scope)
    add("Rules we have set ourselves", [.points(Self.rules(policy.switches))])
    say("Credit", prose.credit)
    say("Safe harbour", prose.safeHarbour)
    say("If you disagree", prose.appeal)
    add(
      "This text",
      [
        .sentence(
          "It is made from the policy that the project's disclosure desk works by, version \(policy.version). "
            + "A report is handled under the version in force when it arrives.")
      ])
  }

  private mutating func add(_ heading: String, _ parts: [Block]) {
    blocks.append(.heading(heading))
    blocks += parts
  }

  /// A chapter that is only there when the project has something to say.
  private mutating func say(_ heading: String?, _ words: String) {
    guard !words.isEmpty else { return }
    if let heading { blocks.append(.heading(heading)) }
    blocks.append(.prose(words))
  }

  private static func own(_ words: String) -> [Block] { words.isEmpty ? [] : [.prose(words)] }
}
