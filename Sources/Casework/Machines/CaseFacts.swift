/// What has happened in the world about one vulnerability: six facts, none of which is ever undone (Vultron CS).
///
/// The description spells the standard's six letters, upper case for "it happened": `VfdpXa` is a vendor that knows,
/// no fix, nothing deployed, no public word, a public exploit, no attacks seen. A fix that is deployed is ready, and
/// a fix that is ready has a vendor who knows; so 32 of the 64 combinations exist, and no other value can be made.
public struct CaseFacts: Hashable, Sendable, CustomStringConvertible {
  /// One fact coming true; the raw values are the letters of the standard.
  public enum Event: String, CaseIterable, Sendable, Hashable {
    case vendorAware = "V"
    case fixReady = "F"
    case fixDeployed = "D"
    case publicAware = "P"
    case exploitPublic = "X"
    case attacksObserved = "A"
  }

  private let happened: Set<Event>

  /// Nothing has happened: `vfdpxa`.
  public init() { happened = [] }

  /// Nil where a fix is deployed that is not ready, or ready at a vendor who does not know.
  public init?(_ events: some Sequence<Event>) {
    let happened = Set(events)
    guard !happened.contains(.fixDeployed) || happened.contains(.fixReady) else { return nil }
    guard !happened.contains(.fixReady) || happened.contains(.vendorAware) else { return nil }
    self.happened = happened
  }

  /// Reads six letters like `VfdpXa`; nil for anything else, and for the impossible.
  public init?(_ letters: String) {
    let characters = Array(letters.prefix(Event.allCases.count + 1))
    guard characters.count == Event.allCases.count else { return nil }
    var events: [Event] = []
    for (event, character) in zip(Event.allCases, characters) {
      if String(character) == event.rawValue {
        events.append(event)
      } else if String(character) != event.rawValue.lowercased() {
        return nil
      }
    }
    self.init(events)
  }

  public var description: String {
    Event.allCases.map { happened.contains($0) ? $0.rawValue : $0.rawValue.lowercased() }.joined()
  }

  public var vendorAware: Bool { happened.contains(.vendorAware) }
  public var fixReady: Bool { happened.contains(.fixReady) }
  public var fixDeployed: Bool { happened.contains(.fixDeployed) }
  public var publicAware: Bool { happened.contains(.publicAware) }
  public var exploitPublic: Bool { happened.contains(.exploitPublic) }
  public var attacksObserved: Bool { happened.contains(.attacksObserved) }

  /// All 32, in the order of table V-CS: along the vendor's path, and within it P before X before A.
  public static let all: [CaseFacts] = {
    let paths: [[Event]] = [[], [.vendorAware], [.vendorAware, .fixReady], [.vendorAware, .fixReady, .fixDeployed]]
    let outside: [[Event]] = [[], [.publicAware], [.exploitPublic], [.publicAware, .exploitPublic]]
    let attacks: [[Event]] = [[], [.attacksObserved]]
    return paths.flatMap { path in
      attacks.flatMap { attack in outside.compactMap { CaseFacts(path + attack + $0) } }
    }
  }()

  /// These facts and one more, whatever the order of things; unchanged where that would be impossible.
  ///
  /// For what one is told. What one does oneself goes through `after(_:)`.
  func recording(_ event: Event) -> CaseFacts { CaseFacts(happened.union([event])) ?? self }
}
