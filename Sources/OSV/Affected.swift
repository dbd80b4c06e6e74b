internal import AdvisoryTypes
internal import JSON

extension OSV {
  /// One entry for each affected line.
  static func affected(_ advisory: Advisory, package: Package?, severities: Severities) -> [JSON] {
    advisory.lines.compactMap { line in
      guard let range = line.affected else { return nil }
      var object = JSON.Object()
      if let package {
        var name: JSON.Object = ["ecosystem": .string(package.ecosystem), "name": .string(package.name)]
        name["purl"] = advisory.purl.flatMap(PackageURL.init).map { .string($0.version(nil).description) }
        object["package"] = .object(name)
        object["ranges"] = [["type": "ECOSYSTEM", "events": .array(events(of: range, in: line))]]
      }
      object["severity"] = severities.lines[line.label]
      object["database_specific"] = specific(of: range, line: line, advisory: advisory)
      return .object(object)
    }
  }

  /// Where the range ends with the line and not with a fix, the event is `limit`: no claim that anything was fixed.
  private static func events(of range: VersionRange, in line: Advisory.Line) -> [JSON] {
    let introduced: JSON = ["introduced": .string(range.start ?? "0")]
    switch range.end {
    case .open: return [introduced]
    case .before(let version):
      return [introduced, [line.fixedVersion == version ? "fixed" : "limit": .string(version)]]
    case .through(let version): return [introduced, ["last_affected": .string(version)]]
    }
  }

  private static func specific(of range: VersionRange, line: Advisory.Line, advisory: Advisory) -> JSON {
    var object: JSON.Object = ["line": .string(line.label), "vers": .string(range.vers())]
    object["vendor"] = .nonEmpty(advisory.vendor)
    object["product"] = .nonEmpty(advisory.product)
    if case .affected(_, let solution) = line.status {
      object["solution"] =
        switch solution {
        case .fixed(let version, _): ["fixed": .string(version)]
        case .willNotFix(let reason): ["will_not_fix": .string(reason)]
        case .mitigationOnly(let reason): ["mitigation_only": .string(reason)]
        case .pending(let note): ["pending": .string(note)]
        }
    }
    return .object(object)
  }
}
