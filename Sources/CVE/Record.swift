public import AdvisoryTypes
public import JSON

extension CVE {
  /// The advisory as a whole record in the state PUBLISHED; `nil` for an advisory without CVE id.
  ///
  /// Left out, for want of a place: why a line is not affected, the history, and texts that are no CVSS vectors.
  ///
  /// - Parameter pageURL: where people read the advisory. It must be public before or with the record
  ///   (CNA rules 5.3.1).
  public static func record(for advisory: Advisory, assigner: Assigner, pageURL: String) -> JSON? {
    guard let id = advisory.cve else { return nil }
    return [
      "dataType": "CVE_RECORD",
      "dataVersion": "5.1.1",
      "cveMetadata": [
        "cveId": .string(id.description),
        "assignerOrgId": .string(assigner.organization),
        "assignerShortName": .string(assigner.shortName),
        "state": "PUBLISHED",
        "datePublished": .string(Timestamp.text(advisory.published)),
        "dateUpdated": .string(Timestamp.text(max(advisory.published, advisory.updated))),
      ],
      "containers": ["cna": container(for: advisory, assigner: assigner, pageURL: pageURL)],
    ]
  }

  /// The CNA's part, which is all that CVE Services takes (`{"cnaContainer": …}`).
  public static func container(for advisory: Advisory, assigner: Assigner, pageURL: String) -> JSON {
    var object: JSON.Object = [
      "providerMetadata": [
        "orgId": .string(assigner.organization), "shortName": .string(assigner.shortName),
        "dateUpdated": .string(Timestamp.text(max(advisory.published, advisory.updated))),
      ]
    ]
    object["title"] = JSON.nonEmpty(advisory.title).flatMap(\.string).map { .string(limited($0, to: 256)) }
    object["datePublic"] = .string(Timestamp.text(advisory.published))
    object["descriptions"] = [english(description(of: advisory))]
    object["affected"] = [affected(advisory)]
    object["problemTypes"] = advisory.cwe.map { cwe in
      var type: JSON.Object = [
        "lang": "en", "description": .string(cwe.name.map { "\(cwe) \($0)" } ?? cwe.description), "type": "CWE",
      ]
      // The schema has room for five digits.
      if cwe.number < 100_000 { type["cweId"] = .string(cwe.description) }
      return [["descriptions": [.object(type)]]]
    }
    object["references"] = references(of: advisory, pageURL: pageURL)
    object["metrics"] = metrics(of: advisory)
    object["configurations"] = texts([advisory.conditions])
    object["workarounds"] = texts(advisory.mitigations.map(text))
    object["solutions"] = texts(advisory.lines.compactMap(solution))
    object["exploits"] = texts([exploitation(advisory.exploited)])
    object["timeline"] = distinct(
      advisory.timeline.filter { JSON.nonEmpty($0.text) != nil }.map { moment in
        ["time": .string(Timestamp.text(moment.date)), "lang": "en", "value": .string(limited(moment.text, to: 4096))]
      })
    object["credits"] = distinct(
      advisory.credits.filter { JSON.nonEmpty($0.name) != nil }.map { credit in
        ["lang": "en", "value": .string(limited(credit.name, to: 4096)), "type": .string(credit.role.rawValue)]
      })
    object["source"] = ["advisory": .string(advisory.id), "discovery": "UNKNOWN"]
    return .object(object)
  }

  /// What happens and what it leads to; never who found it (CNA rules 5.2.4).
  private static func description(of advisory: Advisory) -> String {
    let parts: [String] = [advisory.summary, advisory.impact].filter { JSON.nonEmpty($0) != nil }
    if !parts.isEmpty { return parts.joined(separator: " ") }
    return JSON.nonEmpty(advisory.title) == nil ? advisory.id + " has no description." : advisory.title
  }

  private static func references(of advisory: Advisory, pageURL: String) -> JSON {
    var seen: Set<String> = [pageURL]
    let others = advisory.references.filter { WebAddress.isPlain($0.url) && seen.insert($0.url).inserted }.map {
      reference -> JSON in
      var object: JSON.Object = ["url": .string(reference.url)]
      object["name"] = JSON.nonEmpty(reference.summary).flatMap(\.string).map { .string(limited($0, to: 512)) }
      return .object(object)
    }
    let fixes = advisory.lines.compactMap { line -> JSON? in
      guard case .affected(_, .fixed(_, let url?)) = line.status, WebAddress.isPlain(url), seen.insert(url).inserted
      else {
        return nil
      }
      return ["url": .string(url), "tags": ["patch"]]
    }
    let own: JSON = [
      "url": .string(pageURL), "name": .string(limited(advisory.id + ": advisory", to: 512)),
      "tags": ["vendor-advisory"],
    ]
    // The schema takes 512 references.
    return .array(([own] + fixes + others).prefix(512).map { $0 })
  }

  private static func solution(_ line: Advisory.Line) -> String? {
    guard case .affected(_, let solution) = line.status else { return nil }
    return switch solution {
    case .fixed(let version, _): "Release line \(line.label): upgrade to \(version)."
    case .willNotFix(let reason): "Release line \(line.label) will not be fixed. \(reason)"
    case .mitigationOnly(let reason): "Release line \(line.label) will not be fixed; mitigations exist. \(reason)"
    case .pending(let note): "Release line \(line.label): there is no fix yet. \(note)"
    }
  }

  private static func text(_ mitigation: Advisory.Mitigation) -> String {
    let effect = mitigation.effect == .full ? "Avoids the vulnerability." : "Reduces the risk."
    let parts = [mitigation.action, mitigation.appliesTo.isEmpty ? "" : "Applies to: \(mitigation.appliesTo)", effect]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func exploitation(_ exploited: Advisory.Exploitation) -> String {
    switch exploited {
    case .none: ""
    case .publicPoC: "A proof of concept is public."
    case .active: "Attacks are known."
    }
  }

  private static func texts(_ texts: [String]) -> JSON? {
    distinct(texts.filter { JSON.nonEmpty($0) != nil }.map { english($0) })
  }

  /// The schema refuses repeated entries nearly everywhere.
  static func distinct(_ entries: [JSON]) -> JSON? {
    var seen: Set<JSON> = []
    return .nonEmpty(entries.filter { seen.insert($0).inserted })
  }
}
