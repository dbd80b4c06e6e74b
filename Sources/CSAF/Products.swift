internal import AdvisoryTypes
internal import JSON

/// The products that an advisory speaks of, each with its id and the group of statuses it belongs to.
///
/// A product is a range of versions of one release line, or the version with the fix. Its id is made of product and line,
/// so it stays the same from one revision of the advisory to the next.
struct Products {
  struct Product {
    let id: String
    let name: String
    let branch: (category: String, name: String)
    let purl: String?
    /// The line it comes from.
    let line: Advisory.Line
    let status: Status
  }

  enum Status: String {
    case affected = "known_affected"
    case notAffected = "known_not_affected"
    case underInvestigation = "under_investigation"
    case fixed
  }

  private(set) var all: [Product] = []
  private let vendor: String
  private let product: String

  init(of advisory: Advisory) {
    vendor = CSAF.firstText(advisory.vendor, advisory.publisher.name, advisory.product, "unknown")
    product = CSAF.firstText(advisory.product, vendor)
    let purl = advisory.purl.flatMap(PackageURL.init)
    var ids: Set<String> = []
    var fixedVersions: Set<String> = []

    func unique(_ id: String) -> String {
      var candidate = id
      var number = 2
      while !ids.insert(candidate).inserted {
        candidate = "\(id)-\(number)"
        number += 1
      }
      return candidate
    }

    for line in advisory.lines {
      let range = line.affected ?? line.versions
      let status: Status =
        switch line.status {
        case .affected: .affected
        case .notAffected: .notAffected
        case .underInvestigation: .underInvestigation
        }
      all.append(
        Product(
          id: unique("\(product)-\(line.label)"), name: "\(product) \(range.text)",
          branch: ("product_version_range", range.vers()), purl: purl?.version(nil).description, line: line,
          status: status))
      guard case .affected(_, .fixed(let version, _)) = line.status, JSON.nonEmpty(version) != nil,
        fixedVersions.insert(version).inserted
      else { continue }
      // What could be taken for a range must not stand in a branch for one version (6.1.31).
      let isVersion = VersionRange.isVersion(version)
      let branch =
        isVersion ? ("product_version", version) : ("product_version_range", VersionRange.vers(only: version))
      all.append(
        Product(
          id: unique("\(product)-\(version)-fixed"), name: "\(product) \(version)", branch: branch,
          purl: (isVersion ? purl?.version(version) : nil)?.description, line: line, status: .fixed))
    }
  }

  var isEmpty: Bool { all.isEmpty }

  func ids(_ status: Status) -> [JSON] { all.filter { $0.status == status }.map { .string($0.id) } }

  /// The `product_tree`: vendor, product, and under it a branch for each range or version (section 3.1.2).
  var tree: JSON? {
    guard !isEmpty else { return nil }
    let leaves = all.map { product in
      var full: JSON.Object = ["name": .string(product.name), "product_id": .string(product.id)]
      full["product_identification_helper"] = product.purl.map { ["purl": .string($0)] }
      return JSON.object([
        "category": .string(product.branch.category), "name": .string(product.branch.name), "product": .object(full),
      ])
    }
    let products: JSON = ["category": "product_name", "name": .string(product), "branches": .array(leaves)]
    return ["branches": [["category": "vendor", "name": .string(vendor), "branches": [products]]]]
  }

  /// The `product_status` (section 3.2.3.9): every product in exactly one group, for contradictions fail 6.1.6.
  var statuses: JSON? {
    var object = JSON.Object()
    for status in [Status.fixed, .affected, .notAffected, .underInvestigation] {
      object[status.rawValue] = .nonEmpty(ids(status))
    }
    object["first_fixed"] = object[Status.fixed.rawValue]
    return object.isEmpty ? nil : .object(object)
  }
}
