import CVSS
import Testing

@Suite struct `An explanation` {
  @Test func `has a line for each defined metric, below the headings of its parts`() throws {
    let vector = try CVSS.Vector(
      parsing: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N/E:P/CR:X/MSI:S/U:Amber")
    let told = vector.explanation()
    #expect(
      told.sections.map { "\($0.title): " + $0.lines.map(\.text).joined(separator: " ") } == [
        "The attack: AV:N AC:L AT:P PR:N UI:N", "The impact on the vulnerable system: VC:H VI:L VA:N",
        "The impact on other systems: SC:N SI:N SA:N", "At present: E:P",
        "The impact on other systems in this environment: MSI:S",
        "Besides, without influence on the score: U:Amber",
      ])
    #expect(told.sections.flatMap(\.lines).map(\.metric) == vector.metrics)
    #expect(told.score == vector.score && told.severity == vector.severity && told.parts.isEmpty)
    #expect(
      told.nomenclature?.rawValue == "CVSS-BTE" && told.nomenclature?.phrase == "base, threat and environmental metrics"
    )
    let line = try #require(told.sections.first?.lines.first)
    #expect(line.value == "Network" && line.sentence.hasPrefix("The attacker comes over the network"))
  }

  @Test(arguments: [
    ("AV:N/AC:L/Au:N/C:P/I:P/A:P", ["Base"]), ("AV:N/AC:L/Au:N/C:P/I:P/A:P/E:U", ["Base", "Temporal"]),
    ("AV:N/AC:L/Au:N/C:P/I:P/A:P/TD:L", ["Base", "Environmental"]),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", ["Base"]),
    ("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/RL:O", ["Base", "Temporal"]),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:X/MAV:P", ["Base", "Environmental"]),
  ]) func `tells the scores whose metrics are set`(text: String, titles: [String]) throws {
    let told = try CVSS.Vector(parsing: text).explanation()
    #expect(told.parts.map(\.title) == titles)
    #expect(told.parts.last?.score == told.score && told.parts.last?.severity == told.severity)
    #expect(told.nomenclature == nil && told.macrovector == nil)
  }
}

@Suite struct `A change that crosses a band` {
  @Test(arguments: CVSS.Version.allCases)
  func `is one value, has the score of its vector, and stands behind the nearer ones`(version: CVSS.Version) throws {
    var chance = Chance(state: 7)
    for _ in 0..<300 {
      let vector = try chance.vector(version)
      let changes = vector.changes()
      for change in changes {
        #expect(change.vector == vector.setting(change.metric, to: change.to) && change.from == vector[change.metric])
        #expect(change.score == change.vector.score && change.severity == change.vector.severity)
        #expect(change.severity != vector.severity && change.isHigher == (change.severity > vector.severity))
        #expect(change.to != change.from && change.to != change.metric.undefinedCode)
      }
      let distances = changes.map { abs($0.score.tenths - vector.score.tenths) }
      #expect(distances == distances.sorted(), "\(vector)")
      #expect(Set(changes.map { "\($0.metric):\($0.to)" }).count == changes.count, "\(vector)")
    }
  }

  @Test(arguments: CVSS.Version.allCases)
  func `is found whichever metric it is`(version: CVSS.Version) throws {
    var chance = Chance(state: 11)
    for _ in 0..<300 {
      let vector = try chance.vector(version)
      let found = Set(vector.changes().map { "\($0.metric):\($0.to)" })
      for metric in vector.metrics {
        for code in metric.codes where code != metric.undefinedCode {
          let changed = try #require(vector.setting(metric, to: code))
          #expect(
            found.contains("\(metric):\(code)") == (changed.severity != vector.severity), "\(vector) \(metric):\(code)")
        }
      }
    }
  }

  @Test func `is tried for base metrics alone where nothing else is set`() throws {
    let vector = try CVSS.Vector(parsing: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/AU:Y")
    #expect(vector.changes().allSatisfy { $0.metric.group == .base && !$0.isHigher && $0.severity == .high })
    let maturity = try #require(CVSS.Metric.named("E", in: .v4_0))
    let threatened = try #require(vector.setting(maturity, to: "A"))
    #expect(threatened.changes().contains { $0.metric.name == "E" && $0.to == "U" })
  }

  @Test func `is tried for people's safety where the environment is described`() throws {
    let text = "CVSS:4.0/AV:L/AC:L/AT:N/PR:L/UI:N/VC:N/VI:L/VA:N/SC:N/SI:L/SA:N"
    #expect(try !CVSS.Vector(parsing: text).changes().contains { $0.metric.name == "MSI" })
    let changes = try CVSS.Vector(parsing: text + "/IR:M").changes()
    #expect(changes.contains { $0.metric.name == "MSI" && $0.to == "S" && $0.isHigher })
    #expect(!changes.contains { $0.metric.name == "MAV" }, "AV says the same")
    #expect(changes.contains { $0.metric.group == .base })
  }

  @Test func `by the nearest value alone leaves out what is no news`() throws {
    let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
    let all = vector.changes().map { "\($0.metric):\($0.to) \($0.score)" }
    let nearest = vector.changes(nearestOnly: true).map { "\($0.metric):\($0.to) \($0.score)" }
    #expect(all == ["AV:A 8.8", "PR:L 8.8", "UI:R 8.8", "AV:L 8.4", "AC:H 8.1", "PR:H 7.2", "AV:P 6.8"])
    #expect(nearest == ["AV:A 8.8", "PR:L 8.8", "UI:R 8.8", "AC:H 8.1", "AV:P 6.8"])
  }

  @Test func `need not exist`() throws {
    #expect(try CVSS.Vector(parsing: "AV:N/AC:L/Au:N/C:C/I:C/A:C").changes().isEmpty)
  }
}

/// Vectors by chance, the same ones in every run (SplitMix64).
private struct Chance {
  var state: UInt64

  mutating func vector(_ version: CVSS.Version) throws -> CVSS.Vector {
    var values: [String: String] = [:]
    let optional = next() % 4
    for metric in CVSS.Metric.all(of: version) where metric.isMandatory || next() % 4 < optional {
      values[metric.name] = metric.codes[Int(next() % UInt64(metric.codes.count))]
    }
    return try CVSS.Vector(version, values)
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
