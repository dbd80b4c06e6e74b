internal import AdvisoryTypes
internal import CVSS
internal import JSON

extension CVE {
  /// An entry for each score, of whatever version.
  ///
  /// A score for all lines is of the scenario `GENERAL`, which holds wherever no other does; one for some lines names each.
  /// The schema has no member for a score that is not final, so `other` says it.
  static func metrics(of advisory: Advisory) -> JSON? {
    distinct(
      advisory.scores.compactMap { score in
        guard let vector = try? CVSS.Vector(parsing: score.vector) else { return nil }
        let names = score.lines.isEmpty ? ["GENERAL"] : score.lines.map { limited("Release line \($0)", to: 4096) }
        var object: JSON.Object = ["format": "CVSS"]
        object["scenarios"] = distinct(names.map { ["lang": "en", "value": .string($0)] })
        object[member(vector.version)] = content(vector)
        if score.isProvisional { object["other"] = ["type": "status", "content": ["provisional": true]] }
        return .object(object)
      })
  }

  private static func member(_ version: CVSS.Version) -> String {
    switch version {
    case .v2_0: "cvssV2_0"
    case .v3_0: "cvssV3_0"
    case .v3_1: "cvssV3_1"
    case .v4_0: "cvssV4_0"
    }
  }

  /// FIRST's JSON of a vector: each score that its metrics speak of. That of version 4.0 has the base score alone; threat and
  /// environment stand in the vector.
  private static func content(_ vector: CVSS.Vector) -> JSON {
    var object: JSON.Object = [
      "version": .string(vector.version.rawValue), "vectorString": .string(vector.vector),
    ]
    func add(_ name: String, _ score: CVSS.Score?) {
      guard let score else { return }
      object["\(name)Score"] = .number(score.description)
      // Version 2.0 has no bands.
      guard vector.version != .v2_0 else { return }
      object["\(name)Severity"] = .string(CVSS.Severity(score, in: vector.version).rawValue.uppercased())
    }
    add("base", vector.baseScore)
    if vector.has(.temporal) { add("temporal", vector.temporalScore) }
    if vector.has(.environmental) { add("environmental", vector.environmentalScore) }
    return .object(object)
  }
}
