public import JSON

/// How events are written into the books, for ever.
///
/// Every wire name and every key is written by hand in this folder; nothing is synthesized. An event that was written
/// once is read for ever: a new shape gets a new version number, and what was written under an old one is still read. A
/// golden file for each name and version holds this still, with every value of every vocabulary in it.
extension Case.Event {
  /// The dotted name under which the event stands in the books: `report.received`.
  public var wireName: String { coded.name }

  /// What happened, without the name: an object that begins with its version, such as `{"v":1,"text":"…"}`.
  ///
  /// Dates are RFC 3339 in UTC with milliseconds; finer fractions are lost. Sets are sorted.
  public var json: JSON {
    let coded = coded
    var object: JSON.Object = ["v": .integer(coded.version)]
    for member in coded.payload.members { object[member.key] = member.value }
    return .object(object)
  }

  /// Reads what ``wireName`` and ``json`` wrote. Keys that are not known are ignored.
  ///
  /// - Throws: a fault that names the event and the place in it.
  public init(wireName: String, json: JSON) throws(EventFault) {
    let reader = EventReader(json, at: wireName)
    func read<Event: CodedEvent>(_: Event.Type) throws(EventFault) -> Event? {
      guard let name = Event.WireName(rawValue: wireName) else { return nil }
      // The name first: of an unknown event even the version means nothing.
      guard try (1...Event.version(of: name)).contains(reader.integer("v")) else {
        throw EventFault(code: .unknownVersion, reason: "\(wireName) has a version that is not known")
      }
      return try Event(name, reader)
    }
    if let event = try read(Report.Event.self) {
      self = .report(event)
    } else if let event = try read(Conversation.Event.self) {
      self = .conversation(event)
    } else if let event = try read(Facts.Event.self) {
      self = .facts(event)
    } else if let event = try read(Embargo.Event.self) {
      self = .embargo(event)
    } else if let event = try read(Assessment.Event.self) {
      self = .assessment(event)
    } else if let event = try read(Remediation.Event.self) {
      self = .remediation(event)
    } else if let event = try read(Identifiers.Event.self) {
      self = .identifiers(event)
    } else if let event = try read(Plan.Event.self) {
      self = .plan(event)
    } else if let event = try read(AdvisoryDraft.Event.self) {
      self = .advisory(event)
    } else if let event = try read(Publication.Event.self) {
      self = .publication(event)
    } else {
      throw EventFault(code: .unknownEvent, reason: "no event is called “\(wireName.excerpt(64))”")
    }
  }

  /// The version of the shape that is written here; member `v` of each event.
  var version: Int { coded.version }

  private var coded: (name: String, version: Int, payload: JSON.Object) {
    func write<Event: CodedEvent>(_ event: Event) -> (String, Int, JSON.Object) {
      (event.wireName.rawValue, Event.version(of: event.wireName), event.payload)
    }
    return switch self {
    case .report(let event): write(event)
    case .conversation(let event): write(event)
    case .facts(let event): write(event)
    case .embargo(let event): write(event)
    case .assessment(let event): write(event)
    case .remediation(let event): write(event)
    case .identifiers(let event): write(event)
    case .plan(let event): write(event)
    case .advisory(let event): write(event)
    case .publication(let event): write(event)
    }
  }

  /// All names, for the tests that want a golden file for each.
  static var wireNames: [String] {
    func names<Event: CodedEvent>(_: Event.Type) -> [String] { Event.WireName.allCases.map(\.rawValue) }
    return names(Report.Event.self) + names(Conversation.Event.self) + names(Facts.Event.self)
      + names(Embargo.Event.self) + names(Assessment.Event.self) + names(Remediation.Event.self)
      + names(Identifiers.Event.self) + names(Plan.Event.self) + names(AdvisoryDraft.Event.self)
      + names(Publication.Event.self)
  }
}

/// The events of one topic. Its wire names are an enum, so that both directions are switches that the compiler checks.
protocol CodedEvent {
  associatedtype WireName: RawRepresentable<String> & CaseIterable
  var wireName: WireName { get }
  /// The members beside `v`.
  var payload: JSON.Object { get }
  /// The version that is written; the ones before it are read.
  static func version(of name: WireName) -> Int
  init(_ name: WireName, _ reader: EventReader) throws(EventFault)
}

extension CodedEvent {
  static func version(of _: WireName) -> Int { 1 }
}
