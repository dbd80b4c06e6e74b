internal import AdvisoryTypes
internal import JSON

extension CVE {
  /// The one `product`: for each release line what lies before, in and after the affected range.
  ///
  /// `defaultStatus` is left out, which means unknown: nothing is claimed about lines that the advisory does not name.
  static func affected(_ advisory: Advisory) -> JSON {
    func name(_ texts: String..., limit: Int) -> JSON {
      .string(limited(texts.first { JSON.nonEmpty($0) != nil } ?? "n/a", to: limit))
    }
    var object: JSON.Object = [
      "vendor": name(advisory.vendor, advisory.publisher.name, limit: 512),
      "product": name(advisory.product, advisory.vendor, limit: 2048),
    ]
    if let repository = advisory.repository, WebAddress.isPlain(repository) { object["repo"] = .string(repository) }
    if let versions = distinct(advisory.lines.flatMap(versions)) {
      object["versions"] = versions
    } else {
      object["defaultStatus"] = "unknown"
    }
    return .object(object)
  }

  private static func versions(of line: Advisory.Line) -> [JSON] {
    switch line.status {
    case .notAffected: return [entry(line.versions, "unaffected", line)]
    case .underInvestigation: return [entry(line.versions, "unknown", line)]
    case .affected:
      guard let affected = line.affected else { return [] }
      var entries = [entry(affected, "affected", line)]
      if !line.isAffectedFromItsBeginning, let start = affected.start {
        entries.insert(entry(VersionRange(from: line.versions.start, to: .before(start)), "unaffected", line), at: 0)
      }
      if let fixed = line.fixedVersion {
        // A line without computable end gets none: what lies beyond the fix is then left unsaid, but for the fix itself.
        entries.append(
          line.versions.end == .open
            ? single(fixed, "unaffected") : entry(VersionRange(from: fixed, to: line.versions.end), "unaffected", line))
      }
      return entries
    }
  }

  private static func single(_ version: String, _ status: String) -> JSON {
    ["version": .string(limited(version, to: 1024)), "status": .string(status)]
  }

  /// `0` means from the beginning, `*` without end, and the end of a line is written as the whole branch: `7.3.*`.
  private static func entry(_ range: VersionRange, _ status: String, _ line: Advisory.Line) -> JSON {
    var object: JSON.Object = [
      "version": .string(limited(range.start ?? "0", to: 1024)), "status": .string(status), "versionType": "custom",
    ]
    switch range.end {
    case .open: object["lessThan"] = "*"
    case .before(let version):
      let isEndOfLine = range.end == line.versions.end
      let end = isEndOfLine ? (line.versions.start ?? "") + ".*" : version
      object["lessThan"] = .string(limited(end, to: 1024))
    case .through(let version): object["lessThanOrEqual"] = .string(limited(version, to: 1024))
    }
    return .object(object)
  }
}
