internal import AdvisoryTypes
internal import CVSS
internal import JSON

extension CSAF {
  /// The scores whose vectors are ones, each with its vector.
  static func rated(_ advisory: Advisory) -> [(score: Advisory.Score, vector: CVSS.Vector)] {
    advisory.scores.compactMap { score in score.cvss.map { (score, $0) } }
  }

  /// The `scores` (section 3.2.3.13), which have room for versions 2 and 3.
  ///
  /// Affected products with the same vectors share an entry; a product has one vector of each version (6.1.7).
  static func scores(of advisory: Advisory, products: Products) -> JSON? {
    .nonEmpty(
      groups(of: advisory, products: products).map { group in
        var object = JSON.Object()
        for case let vector? in group.scores.map(\.cvss) {
          object[vector.version == .v2_0 ? "cvss_v2" : "cvss_v3"] = content(vector)
        }
        object["products"] = .array(group.products)
        return .object(object)
      })
  }

  /// What ``scores(of:products:)`` cannot say: vectors of version 4.0, those of lines that are not affected, and who has not
  /// decided yet.
  static func scoreNotes(of advisory: Advisory, products: Products) -> [(title: String, text: String)] {
    let carried = Set(groups(of: advisory, products: products).flatMap(\.scores))
    return advisory.scores.compactMap { score in
      guard let vector = score.cvss else { return ("Further CVSS vector", score.vector) }
      let isCarried = carried.contains(score)
      guard !isCarried || score.isProvisional else { return nil }
      var words = ["\(rating(vector)): \(vector.vector)"]
      if !score.lines.isEmpty {
        words.append("For release lines: \(score.lines.joined(separator: ", ")).")
      } else if advisory.scores.contains(where: { !$0.lines.isEmpty && $0.majorVersion == score.majorVersion }) {
        words.append("For all other release lines.")
      }
      if score.isProvisional { words.append("Provisional: the publisher has not made its final call yet.") }
      return (isCarried ? "Provisional score" : "CVSS \(vector.version.rawValue) vector", words.joined(separator: "\n"))
    }
  }

  /// The affected products by the scores that they carry, in the order of the products.
  private static func groups(
    of advisory: Advisory, products: Products
  ) -> [(scores: [Advisory.Score], products: [JSON])] {
    let rated = rated(advisory).map(\.score)
    var groups: [(scores: [Advisory.Score], products: [JSON])] = []
    for product in products.all where product.status == .affected {
      let holding = rated.holding(for: product.line.label)
      let scores = [2, 3].compactMap { holding.preferred(ofMajorVersion: $0) }
      if scores.isEmpty { continue }
      if let place = groups.firstIndex(where: { $0.scores == scores }) {
        groups[place].products.append(.string(product.id))
      } else {
        groups.append((scores, [.string(product.id)]))
      }
    }
    return groups
  }

  /// The number in words, with the nomenclature that version 4.0 wants beside it (CVSS 4.0 section 1.3).
  private static func rating(_ vector: CVSS.Vector) -> String {
    let words = "\(vector.score) \(vector.severity.rawValue)"
    guard case .version4(let vector) = vector else { return words }
    return "\(words) (\(vector.nomenclature.rawValue))"
  }

  /// FIRST's JSON of a vector of version 2 or 3: each score that the vector's metrics speak of.
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

extension Advisory.Score {
  /// Nil for a text that is no vector.
  fileprivate var cvss: CVSS.Vector? { try? CVSS.Vector(parsing: vector) }
}
