import Testing

@testable import CVSS

@Suite struct `Reading a vector` {
  @Test(arguments: CVSS.Version.allCases, [0, 30, 70, 100])
  func `gives the same when it is written and read again`(version: CVSS.Version, optional: Int) throws {
    var chance = SplitMix64(state: UInt64(optional))
    for _ in 0..<300 {
      let vector = try CVSS.Vector(parsing: version.randomText(optional: optional, using: &chance))
      #expect(try CVSS.Vector(parsing: vector.vector) == vector)
    }
  }

  @Test(arguments: CVSS.Version.allCases, [0, 50, 100])
  func `gives the same the quick way and the patient way`(version: CVSS.Version, optional: Int) throws {
    var chance = SplitMix64(state: 7)
    for _ in 0..<300 {
      let text = version.randomText(optional: optional, using: &chance)
      let patient = try CVSS.MetricTable.of(version).parse(text.utf8.span, from: version.prefix.utf8.count)
      #expect(try CVSS.Vector(parsing: text) == CVSS.Vector(version, patient), "\(text)")
      #expect(version.quick(text) != nil, "\(text)")
    }
  }

  @Test(arguments: CVSS.Version.allCases)
  func `refuses the quick way whatever the patient way refuses`(version: CVSS.Version) throws {
    var chance = SplitMix64(state: 11)
    for _ in 0..<4000 {
      var bytes = Array(version.randomText(optional: 60, using: &chance).utf8)
      let index = Int.random(in: 0..<bytes.count, using: &chance)
      switch Int.random(in: 0..<3, using: &chance) {
      case 0: bytes[index] = UInt8.random(in: 0...127, using: &chance)
      case 1: bytes.remove(at: index)
      default: bytes.insert(UInt8.random(in: 0...127, using: &chance), at: index)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let quick = version.quick(text) else { continue }
      let patient = try CVSS.MetricTable.of(version).parse(text.utf8.span, from: version.prefix.utf8.count)
      #expect(CVSS.Vector(version, quick) == CVSS.Vector(version, patient), "\(text)")
    }
  }

  @Test(arguments: CVSS.Version.allCases)
  func `takes of each metric the values of the specification and no other byte`(version: CVSS.Version) {
    var chance = SplitMix64(state: 13)
    let parts = version.randomParts(optional: 100, using: &chance)
    for (index, metric) in CVSS.Metric.all(of: version).enumerated() {
      for byte in 0...127 as ClosedRange<UInt8> {
        var parts = parts
        let code = String(UnicodeScalar(byte))
        parts[index] = "\(metric.name):\(code)"
        let vector = try? CVSS.Vector(parsing: version.prefix + parts.joined(separator: "/"))
        #expect((vector != nil) == metric.codes.contains(code), "\(metric) \(byte)")
        if let vector { #expect(vector[metric] == code) }
      }
    }
  }

  @Test(arguments: [CVSS.Version.v2_0, .v3_0, .v3_1])
  func `of 2_0 and 3 takes the metrics in any order`(version: CVSS.Version) throws {
    var chance = SplitMix64(state: 17)
    for _ in 0..<200 {
      let parts = version.randomParts(optional: 40, using: &chance)
      let vector = try CVSS.Vector(parsing: version.prefix + parts.joined(separator: "/"))
      let shuffled = version.prefix + parts.shuffled(using: &chance).joined(separator: "/")
      #expect(try CVSS.Vector(parsing: shuffled) == vector)
    }
  }

  @Test func `of 4_0 refuses disorder where it is`() throws {
    var chance = SplitMix64(state: 19)
    for _ in 0..<200 {
      var parts = CVSS.Version.v4_0.randomParts(optional: 40, using: &chance)
      let index = Int.random(in: 1..<parts.count, using: &chance)
      parts.swapAt(index - 1, index)
      let before = parts[..<index].reduce(9) { $0 + $1.utf8.count + 1 }
      let text = CVSS.Version.v4_0.prefix + parts.joined(separator: "/")
      let fault = #expect(throws: CVSS.Fault.self) { try CVSS.Version4(parsing: text) }
      #expect(fault?.code == .outOfOrder)
      #expect(fault?.offset == before)
      #expect(fault?.metric == parts[index].split(separator: ":").first.map(String.init))
    }
  }

  @Test func `works for strings that do not lie in one piece`() throws {
    let text = "xxCVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:Hxx"
    let part = String(text.dropFirst(2).dropLast(2))
    #expect(try CVSS.Version3(parsing: part).score.description == "9.8")
    #expect(CVSS.Version3("CVSS:3.1") == nil)
    #expect(CVSS.Version2("AV:N") == nil)
  }
}

extension CVSS.Version {
  /// What the quick way makes of a text.
  fileprivate func quick(_ text: String) -> CVSS.Packed? {
    let bytes = text.utf8.span.bytes
    return switch self {
    case .v2_0: CVSS.Version2.scan(bytes)
    case .v3_0, .v3_1: CVSS.Version3.scan(bytes)
    case .v4_0: CVSS.Version4.scan(bytes)
    }
  }
}
