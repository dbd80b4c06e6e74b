extension JSON {
  /// The members of a JSON object, in their order; no name occurs twice.
  ///
  /// Looking up a name walks the members: right for records with tens of members, not for tables with thousands.
  public struct Object: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
      public let key: String
      public var value: JSON
    }

    public private(set) var members: [Member]

    public init() { members = [] }

    /// For the parser, which has already refused duplicates.
    init(distinct members: [Member]) { self.members = members }

    public var isEmpty: Bool { members.isEmpty }
    public var keys: [String] { members.map(\.key) }

    /// The value with that name. A new name is appended, a known one keeps its place, `nil` removes it.
    public subscript(key: String) -> JSON? {
      get { members.first { $0.key == key }?.value }
      set {
        let place = members.firstIndex { $0.key == key }
        switch (place, newValue) {
        case (let place?, let value?): members[place].value = value
        case (let place?, nil): members.remove(at: place)
        case (nil, let value?): members.append(Member(key: key, value: value))
        case (nil, nil): break
        }
      }
    }
  }
}

extension JSON.Object: ExpressibleByDictionaryLiteral {
  /// Keeps the order; of a name written twice the last value stands at the first place.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }
}
