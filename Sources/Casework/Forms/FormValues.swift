/// What came in for a form: a list of values for each field's name, as HTML forms, repeated options and the API give
/// them.
public struct FormValues: Hashable, Sendable {
  private var values: [String: [String]]

  public init(_ values: [String: [String]]) { self.values = values }

  /// The values under the name; empty if there are none.
  public subscript(name: String) -> [String] {
    get { values[name] ?? [] }
    set { values[name] = newValue.isEmpty ? nil : newValue }
  }
}
