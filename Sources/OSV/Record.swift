public import AdvisoryTypes
public import JSON

extension OSV {
  /// The advisory as a record.
  ///
  /// With a package the affected versions are ranges of type `ECOSYSTEM`. Without one the format has no truthful range for
  /// them: `GIT` wants commits, `SEMVER` wants three-part versions, and both would be guesses. Then the lines stand in
  /// `database_specific` with `vers` ranges, for people and for tools that look there, and the record says so.
  ///
  /// Vectors stand at the top where the same hold for every affected line, else with each line. Left out, for want of a
  /// place: lines that are not affected or under investigation, TLP, and the history.
  ///
  /// - Parameter pageURL: where people read the advisory.
  public static func record(for advisory: Advisory, package: Package? = nil, pageURL: String) -> JSON {
    var object: JSON.Object = [
      "schema_version": "1.7.5",
      "id": .string(identifier(advisory.id)),
      "modified": .string(Timestamp.text(max(advisory.published, advisory.updated))),
      "published": .string(Timestamp.text(advisory.published)),
    ]
    object["aliases"] = advisory.cve.map { [.string($0.description)] }
    object["summary"] = .nonEmpty(advisory.title)
    object["details"] = .nonEmpty(details(of: advisory))
    let severities = Severities(of: advisory)
    object["severity"] = severities.top
    object["affected"] = .nonEmpty(affected(advisory, package: package, severities: severities))
    object["references"] = references(of: advisory, pageURL: pageURL)
    object["credits"] = .nonEmpty(
      advisory.credits.filter { JSON.nonEmpty($0.name) != nil }.map { credit in
        let type = String(credit.role.rawValue.uppercased().map { $0 == " " ? "_" : $0 })
        return ["name": .string(credit.name), "type": .string(type)]
      })
    object["database_specific"] = specific(advisory, hasRanges: package != nil, severities: severities)
    return .object(object)
  }

  private static func details(of advisory: Advisory) -> String {
    let mitigations = advisory.mitigations.filter { JSON.nonEmpty($0.action) != nil }
    let sections = [
      ("", advisory.summary), ("", advisory.details), ("Impact", advisory.impact), ("Affected if", advisory.conditions),
      ("Workarounds", mitigations.map { "- \($0.action)" }.joined(separator: "\n")),
    ]
    return sections.filter { JSON.nonEmpty($0.1) != nil }
      .map { title, text in title.isEmpty ? text : "## \(title)\n\n\(text)" }
      .joined(separator: "\n\n")
  }

  private static func references(of advisory: Advisory, pageURL: String) -> JSON {
    var references: [JSON] = [["type": "ADVISORY", "url": .string(pageURL)]]
    for line in advisory.lines {
      guard case .affected(_, .fixed(_, let url?)) = line.status, WebAddress.isPlain(url) else { continue }
      references.append(["type": "FIX", "url": .string(url)])
    }
    if let repository = advisory.repository, WebAddress.isPlain(repository) {
      references.append(["type": "PACKAGE", "url": .string(repository)])
    }
    references += advisory.references.filter { WebAddress.isPlain($0.url) }.map {
      ["type": "WEB", "url": .string($0.url)]
    }
    return .array(references)
  }

  private static func specific(_ advisory: Advisory, hasRanges: Bool, severities: Severities) -> JSON {
    var object: JSON.Object = ["advisory": .string(advisory.id)]
    object["cwe_ids"] = advisory.cwe.map { [.string($0.description)] }
    object["severity"] = severities.highest.map(JSON.string)
    object["provisional_scores"] = .nonEmpty(severities.provisional.map(JSON.string))
    var omissions: [JSON] = []
    if !hasRanges, !advisory.lines.isEmpty {
      omissions.append(
        "The product belongs to no ecosystem of this format: see affected[].database_specific for the ranges.")
    }
    let unsaid = advisory.lines.filter { if case .affected = $0.status { false } else { true } }.map(\.label)
    if !unsaid.isEmpty {
      omissions.append("Not affected or under investigation, see the advisory: \(unsaid.joined(separator: ", ")).")
    }
    for vector in severities.omitted { omissions.append(.string("Not among the severities: \(vector)")) }
    object["omitted"] = .nonEmpty(omissions)
    return .object(object)
  }
}
