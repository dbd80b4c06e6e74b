import Testing
import Vault

@Suite("Sealing")
struct SealingTests {
  let context = SealContext(owner: "case-1", purpose: "event:reported", position: 3)
  let everyByte = (0...255).map { UInt8($0) }

  @Test("What is sealed opens byte for byte, the empty value too")
  func roundTrip() throws {
    let key = CaseKey()
    for bytes in [everyByte, [], [0], [UInt8](repeating: 7, count: 100_000)] {
      let sealed = try key.seal(bytes, for: context)
      #expect(try key.open(sealed, for: context) == bytes)
      #expect(sealed.count == bytes.count + 29)
    }
  }

  @Test("The same content never looks the same twice")
  func nonce() throws {
    let key = CaseKey()
    let seen = try Set((0..<100).map { _ in try key.seal(everyByte, for: context) })
    #expect(seen.count == 100)
  }

  @Test("A sealed value opens nowhere else")
  func moved() throws {
    let key = CaseKey()
    let sealed = try key.seal(everyByte, for: context)
    var elsewhere = [context, context, context, context]
    elsewhere[0].owner = "case-2"
    elsewhere[1].purpose = "event:assessed"
    elsewhere[2].position = 4
    elsewhere[3] = SealContext(owner: "case-1event", purpose: ":reported", position: 3)
    for context in elsewhere {
      #expect(throws: SealFault.damaged) { try key.open(sealed, for: context) }
    }
    #expect(throws: SealFault.damaged) { try CaseKey().open(sealed, for: context) }
  }

  @Test("Any changed, missing or additional byte is found")
  func damaged() throws {
    let key = CaseKey()
    let sealed = try key.seal([1, 2, 3], for: context)
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1 << UInt8.random(in: 0..<8)
      #expect(throws: SealFault.damaged) { try key.open(changed, for: context) }
      #expect(throws: SealFault.damaged) { try key.open(Array(sealed.prefix(index)), for: context) }
    }
    #expect(throws: SealFault.damaged) { try key.open(sealed + [0], for: context) }
  }

  @Test("A case's key is wrapped for this case and this desk only")
  func wrapped() throws {
    let (project, key) = (ProjectKey(), CaseKey())
    let wrapped = try project.wrap(key, for: "case-1")
    let sealed = try key.seal(everyByte, for: context)
    #expect(try project.unwrap(wrapped, for: "case-1").open(sealed, for: context) == everyByte)
    #expect(throws: SealFault.damaged) { try project.unwrap(wrapped, for: "case-2") }
    #expect(throws: SealFault.damaged) { try ProjectKey().unwrap(wrapped, for: "case-1") }
  }

  @Test("What belongs to no case is sealed under the project's key, each purpose under its own")
  func project() throws {
    let key = ProjectKey()
    let sealed = try key.seal(everyByte, for: SealContext(owner: "1", purpose: "mail"))
    #expect(try key.open(sealed, for: SealContext(owner: "1", purpose: "mail")) == everyByte)
    #expect(throws: SealFault.damaged) { try key.open(sealed, for: SealContext(owner: "1", purpose: "name")) }
  }
}

@Suite("Blinding, the chain and tokens")
struct BlindTests {
  @Test("A blinded value depends on the key, the domain and the bounds of its fields")
  func blind() {
    let key = ProjectKey()
    let base = key.blind(fields: [.text("ab"), .text("c")], domain: "one")
    #expect(base == key.blind(fields: [.text("ab"), .text("c")], domain: "one"))
    #expect(base != key.blind(fields: [.text("a"), .text("bc")], domain: "one"))
    #expect(base != key.blind(fields: [.text("ab"), .bytes([0x63])], domain: "one"))
    #expect(base != key.blind(fields: [.text("ab"), .text("c")], domain: "two"))
    #expect(base != ProjectKey().blind(fields: [.text("ab"), .text("c")], domain: "one"))
    #expect(constantTimeEqual(base, base))
    #expect(!constantTimeEqual(base, Array(base.dropLast())))
    #expect(!constantTimeEqual(base, [base[0] ^ 1] + base.dropFirst()))
  }

  @Test("A link depends on all links before, and a head's proof on its place")
  func chain() {
    let chain = Chain(ProjectKey())
    let first = chain.next(after: .start, [.text("a")])
    #expect(chain.next(after: first, [.text("b")]) != chain.next(after: .start, [.text("b")]))
    #expect(Chain(ProjectKey()).next(after: .start, [.text("a")]) != first)
    #expect(chain.proof(ofHead: first, at: 1) != chain.proof(ofHead: first, at: 2))
    #expect(chain.proof(ofHead: first, at: 1) != chain.next(after: first, [.integer(1)]))
    #expect(Chain.Hash([1, 2, 3]) == nil)
    #expect(Chain.Hash(first.bytes) == first)
  }

  @Test("Tokens have 128 bits, are never alike, and can be typed")
  func tokens() {
    let tokens = (0..<1000).map { _ in Random.token() }
    #expect(Set(tokens).count == 1000)
    #expect(tokens.allSatisfy { $0.count == 26 && Random.canonical($0) == $0 })
    // 2 bits are left over: the first character is one of eight, and all of them occur.
    #expect(Set(tokens.map { $0.prefix(1) }) == Set("01234567".map { String($0).prefix(1) }))
    var last = Constant(value: .max)
    #expect(Random.token(using: &last) == "7" + String(repeating: "z", count: 25))
    #expect(
      Random.canonical(" OIL0-" + String(repeating: "A", count: 22) + "\n") == "0110"
        + String(repeating: "a", count: 22))
    #expect(Random.canonical("") == nil)
    #expect(Random.canonical(String(repeating: "u", count: 26)) == nil)
    #expect(Random.canonical(String(repeating: "a", count: 27)) == nil)
    #expect(Random.canonical(String(repeating: "a", count: 10_000_000)) == nil)
  }

  struct Constant: RandomNumberGenerator {
    let value: UInt64
    mutating func next() -> UInt64 { value }
  }
}
