import Casework
import PolicyFile
import Testing

@Suite("A hostile policy file")
struct HostileTests {
  @Test("An alias bomb is refused before it grows")
  func bomb() {
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, last) in zip("bcdefghi", "abcdefgh") {
      text += "\(name): &\(name) [\(Array(repeating: "*\(last)", count: 9).joined(separator: ", "))]\n"
    }
    text += "? *i\n: 1\n"
    let findings = PolicyFile.check(text)
    #expect(findings.count == 1)
    #expect(findings.first?.line == 1)
    #expect(findings.first?.reason.contains("anchor") == true)
  }

  @Test(
    "An anchor is found wherever YAML allows one",
    arguments: [
      "&a x", "[&a x]", "{a: &a x}", "[1,&a x]", "- &a x", "--- &a x", "{\"a\":&a x}", "!!str &a x", "\u{FEFF}&a x",
    ]
  )
  func anchors(text: String) {
    #expect(PolicyFile.check(text).contains { $0.reason.contains("anchor") })
  }

  @Test("An ampersand in a text is no anchor", arguments: ["R & D", "AT&T", "https://sample.example/?a=1&b=2"])
  func ampersand(words: String) throws {
    let text = smallest + "prose:\n  scope: |\n    \(words)\n"
    #expect(try PolicyFile.read(text).prose.scope == words)
  }

  @Test("More than 256 KB are not looked at")
  func size() {
    let findings = PolicyFile.check(smallest + "# " + String(repeating: "x", count: PolicyFile.limit))
    #expect(findings.map(\.reason) == ["is larger than 256 KB; no policy needs that"])
  }

  @Test(
    "Deep nesting ends in a finding",
    arguments: ["[", "{a: ", "- ", "? ", "- [", "[{a: ", "a:\n "])
  func depth(opening: String) {
    let text = String(String(repeating: opening, count: 60_000).prefix(PolicyFile.limit))
    #expect(PolicyFile.check(text).contains { $0.severity == .error })
  }

  @Test("Long lists, many keys and many repeated keys end in findings")
  func breadth() {
    let keys = (0..<20_000).map { "key\($0): 1\n" }.joined()
    let found = PolicyFile.check(smallest + keys)
    #expect((1...200).contains(found.count))
    #expect(
      !PolicyFile.check(smallest + "channels:\n  lists: [" + String(repeating: "a, ", count: 80_000) + "]\n").isEmpty)
    #expect(!PolicyFile.check(String(repeating: "a: 1\n", count: 20_000)).isEmpty)
  }

  @Test(
    "Texts that are no policy are refused",
    arguments: ["", "\n", "# only\n", "7", "- a", "---\n---\n", "\0", "%YAML 9\n", "\u{FEFF}"])
  func other(text: String) {
    #expect(throws: PolicyFaults.self) { try PolicyFile.read(text) }
  }

  @Test("Ten thousand damaged policies are each read or refused, and none stops the program", arguments: 0..<20)
  func fuzz(seed: Int) throws {
    var chance = SplitMix(state: UInt64(seed))
    let originals = [smallest, String(try Repository.text("policies/warehousepg/policy.yaml").prefix(5_000))]
    let spice = Array("[]{}&*?!|>%@`'\"#-:, \n\t\r\0é\u{E0FF}\u{2028}a1~<=").map(String.init)
    for round in 0..<500 {
      var letters = Array(originals[round % 10 == 0 ? 1 : 0])
      for _ in 0..<Int.random(in: 1...6, using: &chance) {
        let place = Int.random(in: 0..<letters.count, using: &chance)
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: letters[place] = Character(spice.randomElement(using: &chance) ?? " ")
        case 1: letters.insert(contentsOf: spice.randomElement(using: &chance) ?? " ", at: place)
        case 2: letters.removeSubrange(place..<min(letters.count, place + Int.random(in: 1...40, using: &chance)))
        default:
          let end = min(letters.count, place + Int.random(in: 1...60, using: &chance))
          letters.insert(contentsOf: Array(letters[place..<end]), at: Int.random(in: 0...place, using: &chance))
        }
        if letters.isEmpty { letters = ["a"] }
      }
      let text = String(letters)
      let hasErrors = PolicyFile.check(text).contains { $0.severity == .error }
      #expect(((try? PolicyFile.read(text)) == nil) == hasErrors)
    }
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
