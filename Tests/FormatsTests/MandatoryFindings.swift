import AdvisoryTypes
import CVSS
import JSON

/// The mandatory tests of CSAF 2.0 section 6.1 that a document written here could fail, and some optional ones of 6.2 that
/// writers promise; read from the standard, not from the writer.
func mandatoryFindings(_ document: JSON) -> [String] {
  var findings: [String] = []
  func check(_ number: String, _ holds: Bool) { if !holds { findings.append(number) } }

  let leaves = products(in: document["product_tree"])
  let defined = leaves.compactMap { $0["product"]?["product_id"]?.string }
  let vulnerabilities = document["vulnerabilities"]?.array ?? []
  check("6.1.1", Set(references(in: .array(vulnerabilities))).isSubset(of: Set(defined)))
  check("6.1.2", Set(defined).count == defined.count)
  for vulnerability in vulnerabilities { checkVulnerability(vulnerability, check) }
  for leaf in leaves {
    if let purl = leaf["product"]?["product_identification_helper"]?["purl"]?.string {
      check("6.1.13", PackageURL(purl)?.description == purl)
    }
    if leaf["category"] == "product_version", let name = leaf["name"]?.string?.lowercased() {
      let tokens = name.split { !$0.isLetter }.map(String.init)
      let words: Set = ["after", "all", "before", "earlier", "later", "prior", "versions"]
      check("6.1.31", !name.contains("<") && !name.contains(">") && words.isDisjoint(with: tokens))
    }
  }

  let tracking = document["document"]?["tracking"]
  let history = tracking?["revision_history"]?.array ?? []
  let numbers = history.compactMap { $0["number"]?.string.flatMap { Int($0) } }
  let dates = history.compactMap { $0["date"]?.string }
  check("6.1.14", dates.count == history.count && dates == dates.sorted() && numbers == numbers.sorted())
  check("6.1.16", tracking?["version"]?.string == numbers.last.map(String.init))
  check("6.1.18", tracking?["status"] != "final" || !numbers.contains(0))
  check("6.1.21", numbers == Array(1..<(history.count + 1)))
  check("6.1.22", Set(numbers).count == history.count)
  let current = tracking?["current_release_date"]?.string ?? ""
  check("6.2.6", dates.allSatisfy { $0 <= current } && (tracking?["initial_release_date"]?.string ?? "~") <= current)

  let category = document["document"]?["category"]?.string ?? ""
  check("6.1.26", ["csaf_base", "csaf_security_advisory"].contains(category))
  if category == "csaf_security_advisory" {
    check("6.1.27.4", document["product_tree"] != nil)
    check("6.1.27.5", vulnerabilities.allSatisfy { $0["notes"]?.array?.isEmpty == false })
    check("6.1.27.6", vulnerabilities.allSatisfy { $0["product_status"]?.object?.isEmpty == false })
    check("6.1.27.11", !vulnerabilities.isEmpty)
  }
  return findings
}

private func checkVulnerability(_ vulnerability: JSON, _ check: (String, Bool) -> Void) {
  func ids(_ keys: String...) -> Set<String> {
    Set(keys.flatMap { vulnerability["product_status"]?[$0]?.array ?? [] }.compactMap(\.string))
  }
  let affected = ids("known_affected", "first_affected", "last_affected")
  let groups = [affected, ids("known_not_affected"), ids("fixed", "first_fixed"), ids("under_investigation")]
  check("6.1.6", groups.map(\.count).reduce(0, +) == Set(groups.flatMap { $0 }).count)

  let scores = vulnerability["scores"]?.array ?? []
  for version in ["cvss_v2", "cvss_v3"] {
    let scored = scores.filter { $0[version] != nil }.flatMap { $0["products"]?.array ?? [] }
    check("6.1.7", Set(scored).count == scored.count)
    for case let object? in scores.map({ $0[version] }) {
      let vector = (object["vectorString"]?.string).flatMap { try? CVSS.Vector(parsing: $0) }
      let written = ["base", "temporal", "environmental"].map { name in
        [object["\(name)Score"]?.number, object["\(name)Severity"]?.string]
      }
      check("6.1.9", vector != nil && written == computed(vector))
      check("6.1.10", object["version"]?.string == vector?.version.rawValue)
    }
  }
  let remediations = vulnerability["remediations"]?.array ?? []
  check("6.1.29", remediations.allSatisfy { $0["product_ids"]?.array?.isEmpty == false })
  check(
    "6.2.2", affected.isSubset(of: Set(remediations.flatMap { $0["product_ids"]?.array ?? [] }.compactMap(\.string))))
  let flags = vulnerability["flags"]?.array ?? []
  check("6.1.32", flags.allSatisfy { $0["product_ids"]?.array?.isEmpty == false })
  let flagged = flags.flatMap { $0["product_ids"]?.array ?? [] }
  check("6.1.33", Set(flagged).count == flagged.count)
  check(
    "profile: flags for products that are not affected", Set(flagged.compactMap(\.string)) == ids("known_not_affected"))
}

/// Base, temporal and environmental score, each with its severity where the version's JSON has one.
private func computed(_ vector: CVSS.Vector?) -> [[String?]] {
  guard let vector else { return [] }
  let scores = [
    vector.baseScore, vector.has(.temporal) ? vector.temporalScore : nil,
    vector.has(.environmental) ? vector.environmentalScore : nil,
  ]
  return scores.map { score in
    let severity = score.map { CVSS.Severity($0, in: vector.version).rawValue.uppercased() }
    return [score?.description, vector.version == .v2_0 ? nil : severity]
  }
}

/// The leaves of a product tree.
private func products(in node: JSON?) -> [JSON] {
  (node?["branches"]?.array ?? []).flatMap { branch in branch["product"] == nil ? products(in: branch) : [branch] }
}

/// Every product id that is referred to.
private func references(in value: JSON) -> [String] {
  switch value {
  case .array(let elements): elements.flatMap(references)
  case .object(let object):
    object.members.flatMap { member in
      ["product_ids", "products"].contains(member.key) || member.key.hasPrefix("known_")
        || ["fixed", "first_fixed", "under_investigation"].contains(member.key)
        ? member.value.array?.compactMap(\.string) ?? [] : references(in: member.value)
    }
  default: []
  }
}
