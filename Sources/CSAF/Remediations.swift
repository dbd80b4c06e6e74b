internal import AdvisoryTypes
internal import JSON

extension CSAF {
  /// What operators can do (section 3.2.3.12): one entry for each affected line, then the mitigations.
  static func remediations(of advisory: Advisory, products: Products) -> [JSON] {
    let affected = products.ids(.affected)
    guard !affected.isEmpty else { return [] }
    let mitigations = advisory.mitigations.compactMap { mitigation in
      JSON.nonEmpty(text(of: mitigation)).map { details -> JSON in
        [
          // A workaround avoids the vulnerability altogether, a mitigation makes the risk smaller.
          "category": mitigation.effect == .full ? "workaround" : "mitigation",
          "details": details,
          "product_ids": .array(affected),
        ]
      }
    }
    return products.all.compactMap { remediation(for: $0, of: advisory) } + mitigations
  }

  private static func remediation(for product: Products.Product, of advisory: Advisory) -> JSON? {
    guard product.status == .affected, case .affected(_, let solution) = product.line.status else { return nil }
    var object: JSON.Object = ["product_ids": [.string(product.id)]]
    func set(_ category: String, _ details: String, otherwise standard: String) {
      object["category"] = .string(category)
      object["details"] = JSON.nonEmpty(details) ?? .string(standard)
    }
    switch solution {
    case .fixed(let version, let url):
      set(
        "vendor_fix", version.isEmpty ? "" : "Upgrade to \(version).", otherwise: "Upgrade to a version with the fix.")
      if let url, WebAddress.isPlain(url) { object["url"] = .string(url) }
    case .willNotFix(let reason): set("no_fix_planned", reason, otherwise: "No fix is planned for this release line.")
    case .mitigationOnly(let reason):
      set("no_fix_planned", reason, otherwise: "No fix is planned for this release line; see the mitigations.")
    case .pending(let note): set("none_available", note, otherwise: "There is no fix yet.")
    }
    return .object(object)
  }

  private static func text(of mitigation: Advisory.Mitigation) -> String {
    let parts = [
      ("", mitigation.action), ("Applies to: ", mitigation.appliesTo), ("Side effects: ", mitigation.sideEffects),
      ("To check: ", mitigation.verify), ("To undo: ", mitigation.undo),
    ]
    return parts.filter { JSON.nonEmpty($0.1) != nil }.map { $0.0 + $0.1 }.joined(separator: "\n\n")
  }
}
