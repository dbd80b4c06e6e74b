import Foundation
import JSON
import Testing

@testable import Casework

@Suite struct `An event in the books` {
  static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "golden")

  /// What the file of a wire name holds: its samples, in the order in which they are written down here.
  static func text(_ name: String) -> String {
    JSON.array(SampleEvents.named(name).map(\.json)).text(pretty: true) + "\n"
  }

  /// The version under which an event of this name is written today.
  static func version(_ name: String) -> Int { SampleEvents.named(name).first?.version ?? 1 }

  /// A golden file is written once and never again: what it shows stands in somebody's books. `EMBARGO_GOLDEN=write`
  /// adds the files of new events and leaves the others alone.
  static func file(_ name: String, version: Int) throws -> Data {
    let file = golden.appending(path: "\(name).v\(version).json")
    if ProcessInfo.processInfo.environment["EMBARGO_GOLDEN"] == "write",
      !FileManager.default.fileExists(atPath: file.path)
    {
      try Data(text(name).utf8).write(to: file)
    }
    return try Data(contentsOf: file)
  }

  @Test(arguments: Case.Event.wireNames)
  func `is written as its golden file says, to the byte`(name: String) throws {
    #expect(!SampleEvents.named(name).isEmpty, "there is no sample of \(name)")
    #expect(String(decoding: try Self.file(name, version: Self.version(name)), as: UTF8.self) == Self.text(name))
  }

  @Test(arguments: Case.Event.wireNames)
  func `is read from its golden file as what it was`(name: String) throws {
    for version in 1...Self.version(name) {
      let entries = try #require(try JSON(parsing: Self.file(name, version: version)).array)
      let events = try entries.map { try Case.Event(wireName: name, json: $0) }
      let samples =
        version == Self.version(name)
        ? SampleEvents.named(name) : SampleEvents.earlier(name, version: version)
      #expect(!samples.isEmpty)
      #expect(events == samples)
    }
  }

  @Test func `has a golden file, and no golden file is left without its event`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.golden.path)
    let wanted = Case.Event.wireNames.flatMap { name in (1...Self.version(name)).map { "\(name).v\($0).json" } }
    #expect(Set(files) == Set(wanted))
    #expect(Case.Event.wireNames.count == Set(Case.Event.wireNames).count)
  }

  @Test func `comes back equal, whatever it says`() throws {
    var random = RandomEvents(seed: 20_261_214)
    for _ in 0..<5_000 {
      let event = random.event()
      let bytes = event.json.bytes()
      let back = try Case.Event(wireName: event.wireName, json: JSON(parsing: bytes))
      #expect(back == event, "\(event)")
      #expect(back.json.bytes() == bytes)
    }
  }

  @Test func `of any name turns up among random ones, so that none is forgotten there`() {
    var random = RandomEvents(seed: 1)
    let names = Set((0..<5_000).map { _ in random.event().wireName })
    #expect(names == Set(Case.Event.wireNames))
  }

  @Test(arguments: SampleEvents.all)
  func `is read although it has keys that nobody knows yet`(event: Case.Event) throws {
    #expect(try Case.Event(wireName: event.wireName, json: event.json.withUnknownKeys) == event)
  }

  @Test(arguments: SampleEvents.all)
  func `is not read as something else when a member is missing or of another kind`(event: Case.Event) throws {
    let object = try #require(event.json.object)
    for key in object.keys {
      var without = object
      without[key] = nil
      // What may be missing is nil afterwards, and that is another event.
      let read = try? Case.Event(wireName: event.wireName, json: .object(without))
      #expect(read != event, "\(event.wireName) without \(key)")
      for wrong in [.number("1.5"), .array([.array([])]), .object([:])] as [JSON] {
        var changed = object
        changed[key] = wrong
        #expect(throws: EventFault.self, "\(event.wireName), \(key)") {
          try Case.Event(wireName: event.wireName, json: .object(changed))
        }
      }
    }
  }

  @Test func `of a name or a version from the future is refused by that name`() {
    #expect(throws: EventFault(code: .unknownEvent, reason: "no event is called “report.forgotten”")) {
      try Case.Event(wireName: "report.forgotten", json: ["v": 1])
    }
    #expect(throws: EventFault(code: .unknownVersion, reason: "report.accepted has a version that is not known")) {
      try Case.Event(wireName: "report.accepted", json: ["v": 2])
    }
    #expect(throws: EventFault(code: .wrongShape, reason: "report.responded.plan[1].due is no date")) {
      try Case.Event(
        wireName: "report.responded",
        json: [
          "v": 1, "text": "", "workarounds": ["is": "known", "list": []],
          "plan": [
            ["what": "", "owner": "", "due": "2026-12-14T14:00:00.000Z"],
            ["what": "", "owner": "", "due": "2026-12-14T14:00:00Z"],
          ],
        ])
    }
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (1_797_256_800.25, "2026-12-14T14:00:00.250Z"),
    (-0.001, "1969-12-31T23:59:59.999Z"),
    (0.9996, "1970-01-01T00:00:01.000Z"), (951_782_400.5, "2000-02-29T00:00:00.500Z"),
    (1e300, "9999-12-31T23:59:59.000Z"),
    (-.infinity, "0000-01-01T00:00:00.000Z"), (.nan, "1970-01-01T00:00:00.000Z"),
    (Date.distantPast.timeIntervalSince1970, "0000-12-30T00:00:00.000Z"),
  ]) func `has its dates in UTC to the millisecond`(seconds: Double, text: String) {
    #expect(JSON.date(Date(timeIntervalSince1970: seconds)) == .string(text))
  }
}

extension JSON {
  /// The same with a member more in every object.
  fileprivate var withUnknownKeys: JSON {
    switch self {
    case .array(let elements): return .array(elements.map(\.withUnknownKeys))
    case .object(let object):
      var more: JSON.Object = ["unknown": ["v": 99]]
      for member in object.members { more[member.key] = member.value.withUnknownKeys }
      return .object(more)
    default: return self
    }
  }
}
