/// What a command asks for: the one description of its fields, from which pages, the command line and the API are made.
///
/// Everything in it is a text. Nothing depends on the time of day: the same case and policy give the same form.
public struct CommandForm: Hashable, Sendable {
  public let name: Case.Command.Name
  /// In the imperative, for a button: `Propose a date`.
  public let title: String
  /// One or two sentences: what it does, and who will read it.
  public let explanation: String
  public let fields: [Field]

  /// One thing to fill in.
  public struct Field: Hashable, Sendable {
    /// In kebab case: the name in an HTML form, the option on the command line, the key in the API.
    public let name: String
    public let label: String
    /// One or two sentences with an example where one helps; empty if the label says it all.
    public let help: String
    public let kind: Kind
    /// Nothing goes without it. Some fields that are not required are asked for depending on others; their help says
    /// when.
    public let isRequired: Bool
    /// What may stand in the field at first, from what the case knows. Entries of a `list` or of `choices` stand one
    /// per line.
    public let suggestion: String?
  }

  public enum Kind: Hashable, Sendable {
    /// One line of text, at most ``CommandForm/lineLimit`` bytes.
    case line
    /// Text of several lines, at most ``CommandForm/textLimit`` bytes; the rows are a proposal for its height.
    case text(rows: Int)
    /// A date and time in UTC: `2026-12-14 14:00`, also `2026-12-14T14:00Z`. The hour is never guessed (S71).
    case date
    /// Exactly one of the options.
    case choice([Option])
    /// Any of the options, as a value each.
    case choices([Option])
    /// Yes or no: present with `yes` (`on`, `true`, `1`) or `no` (`off`, `false`, `0`); absent means no.
    case flag
    /// One entry per line, or a value each.
    case list
    /// Not for people: says which state of the case the form was made for. Its value is the suggestion.
    case hidden
  }

  public struct Option: Hashable, Sendable {
    public let value: String
    public let label: String
  }

  /// Bytes that a line may have.
  public static let lineLimit = 2_000
  /// Bytes that a text or a list may have. What is longer is refused, never cut (A14).
  public static let textLimit = 65_536

  /// The form for a command on this case.
  ///
  /// Nil for what the desk gives by itself: a report comes in as a submission, time passes, channels hand in receipts.
  public static func form(for name: Case.Command.Name, of subject: Case, policy: Policy) -> CommandForm? {
    FormRecipe.recipe(for: name, of: subject, policy: policy)?.form
  }

  /// Reads what somebody filled in. Whether the command is allowed is for the case to decide.
  ///
  /// Values of names that are not in the form are ignored. `release` also takes `advisory-id`, which the desk puts
  /// in: it must overwrite whatever came from outside under that name. Attachments of a message are added by the
  /// caller.
  ///
  /// - Throws: a refusal that names the field's label; also for the commands that have no form.
  public static func command(
    _ name: Case.Command.Name, from values: FormValues, of subject: Case
  ) throws(Refusal) -> Case.Command {
    guard let recipe = FormRecipe.recipe(for: name, of: subject, policy: nil) else {
      throw Refusal("“\(name.rawValue)” is done by the desk itself; there is no form for it.", rule: "3.2")
    }
    return try recipe.read(FormReader(values: values))
  }
}
