public import AdvisoryTypes
internal import CVSS
public import JSON

extension CSAF {
  /// The advisory as a document of the profile `csaf_security_advisory` (section 4.4).
  ///
  /// Valid by the schema and the mandatory tests of section 6.1 whatever the advisory holds. What the format cannot say is
  /// left out: vectors of CVSS 4.0 and that a score is provisional, and weaknesses whose exact name is not known, stand in notes instead.
  ///
  /// - Parameters:
  ///   - canonicalURL: where this document will lie; it becomes the reference of category `self`.
  ///   - pageURL: where people read the advisory.
  ///   - engine: the program that writes; no entry about it if `nil`.
  public static func document(
    for advisory: Advisory, canonicalURL: String? = nil, pageURL: String? = nil, engine: String? = nil
  ) -> JSON {
    let products = Products(of: advisory)
    var document: JSON.Object = [
      // Without a product nothing of the profile can be said; the base profile asks for none.
      "category": products.isEmpty ? "csaf_base" : "csaf_security_advisory",
      "csaf_version": "2.0",
      "distribution": ["tlp": ["label": .string(label(advisory.tlp)), "url": "https://www.first.org/tlp/"]],
      "lang": "en",
      "publisher": publisher(advisory.publisher),
      "title": .string(title(of: advisory)),
      "tracking": tracking(of: advisory, engine: engine),
    ]
    document["references"] = references(of: advisory, canonicalURL: canonicalURL, pageURL: pageURL)
    document["aggregate_severity"] = rated(advisory).map(\.vector.severity).max().map {
      ["text": .string($0.rawValue)]
    }
    var root: JSON.Object = ["document": .object(document)]
    root["product_tree"] = products.tree
    root["vulnerabilities"] = [vulnerability(of: advisory, products: products)]
    return JSON.object(root).sorted
  }

  /// The `publisher` object of documents and provider metadata.
  static func publisher(_ publisher: Advisory.Publisher) -> JSON {
    var object: JSON.Object = [
      "category": "vendor",
      "name": .string(firstText(publisher.name, publisher.namespace)),
      "namespace": .string(publisher.namespace),
    ]
    object["contact_details"] = .nonEmpty(publisher.contact)
    return .object(object)
  }

  static func title(of advisory: Advisory) -> String {
    firstText(advisory.title, advisory.id, "Security advisory")
  }

  /// The first text that is not blank: the schema refuses empty ones.
  static func firstText(_ texts: String...) -> String {
    for text in texts where JSON.nonEmpty(text) != nil { return text }
    return "unknown"
  }

  /// TLP 1.0 words, the only ones of this version of the format.
  private static func label(_ tlp: TLP) -> String {
    switch tlp {
    case .clear: "WHITE"
    case .green: "GREEN"
    case .amber, .amberStrict: "AMBER"
    case .red: "RED"
    }
  }

  private static func references(of advisory: Advisory, canonicalURL: String?, pageURL: String?) -> JSON? {
    func reference(_ category: String, _ summary: String, _ url: String) -> JSON {
      ["category": .string(category), "summary": JSON.nonEmpty(summary) ?? .string(url), "url": .string(url)]
    }
    let own = [("CSAF document", canonicalURL), ("Advisory", pageURL)].compactMap { summary, url in
      url.map { reference("self", summary, $0) }
    }
    let others = advisory.references.filter { WebAddress.isPlain($0.url) }
      .map { reference("external", $0.summary, $0.url) }
    return .nonEmpty(own + others)
  }
}
