/// The rules say no: a sentence for the person who asked, that says what is missing and where to do it.
///
/// Not an error of the program: pages show it beside the form (409), the command line prints it and exits with 2.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// One or more whole sentences.
  public var sentence: String
  /// The rule's id in the requirements, such as `S24` or `E6`.
  public var rule: String

  public init(_ sentence: String, rule: String) {
    self.sentence = sentence
    self.rule = rule
  }

  public var description: String { sentence }
}
