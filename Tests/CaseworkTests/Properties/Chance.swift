import Casework
import Foundation

/// Draws parties, times and words: mostly sensible ones.
struct Chance {
  private var generator: SplitMix

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &generator) }
  mutating func happens(_ percent: Int) -> Bool { roll(100) < percent }
  mutating func pick<Choices: RandomAccessCollection>(_ choices: Choices) -> Choices.Element
  where Choices.Index == Int { choices[choices.startIndex + roll(choices.count)] }
  mutating func one<Word: CaseIterable>(_: Word.Type = Word.self) -> Word { pick(Array(Word.allCases)) }

  private static let words = ["the wick", "a lamp that melts its glass", "Ünïcödé 🔥", "unknown", "1.x"]
  private static let nonsense = ["", " ", "\n\t", "\u{0}\u{202E}", String(repeating: "x", count: 70_000)]

  mutating func text() -> String { happens(96) ? pick(Self.words) : pick(Self.nonsense) }
  mutating func texts() -> [String] { (0..<roll(4)).map { _ in text() } }

  /// Mostly within the weeks around now, seldom at the end of all days.
  mutating func date(around now: Date) -> Date {
    switch roll(50) {
    case 0: .distantPast
    case 1: .distantFuture
    case 2...9: now.addingTimeInterval(Double(-roll(3_000_000)))
    default: now.addingTimeInterval(Double(roll(4_000_000)))
    }
  }

  private static let crew: [Party] = [
    .reporter, .desk, .triager("tess"), .triager("tim"), .developer("dora"), .releaseManager("rhea"),
    .coordinator("cleo"), .coordinator("bert"), Party(PartyID("ada"), roles: [.admin, .auditor]),
    Party(PartyID("max"), roles: [.triager, .coordinator, .releaseManager, .developer]),
    Party(PartyID("nemo"), roles: []),
  ]

  /// Anybody, but mostly somebody whose role allows the command.
  mutating func party(for name: Case.Command.Name) -> Party {
    let allowed = Permissions.roles(for: name)
    let able = happens(90) ? Self.crew.filter { !$0.roles.isDisjoint(with: allowed) } : Self.crew
    return pick(able.isEmpty ? Self.crew : able)
  }

  /// Anybody with a role for it who is none of these.
  mutating func party(for name: Case.Command.Name, but others: PartyID?) -> Party {
    let allowed = Permissions.roles(for: name)
    return pick(Self.crew.filter { !$0.roles.isDisjoint(with: allowed) && $0.id != others })
  }

  mutating func policy() -> Policy {
    var policy = Fiction.policy
    policy.embargo.defaultDays = pick([21, 21, 7, nil, 60])
    policy.switches.finalSayNeedsTwo = happens(80)
    policy.switches.actOnUnsafeDefaults = happens(10)
    if happens(30) { policy.switches.cvssVersions = ["4.0", "3.1"] }
    if happens(5) { policy.lines = [] }
    return policy
  }
}
