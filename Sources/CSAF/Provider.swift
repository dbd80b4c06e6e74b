public import AdvisoryTypes
public import FoundationEssentials
public import JSON

extension CSAF {
  /// A document in a provider's tree.
  public struct Entry: Hashable, Sendable {
    public let advisory: Advisory
    /// Relative to the directory of its TLP label: `1900/whpg-1900-0001.json`.
    public let path: String
    public let current: Date

    /// The folder is the year of the first release, not of the last (section 7.1.11).
    public init(_ advisory: Advisory) {
      self.advisory = advisory
      let digits = String(Timestamp.year(advisory.published))
      let year = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      path = "\(year)/\(CSAF.fileName(id: CSAF.trackingID(of: advisory)))"
      current = CSAF.currentReleaseDate(of: advisory)
    }
  }

  /// `provider-metadata.json` (section 7.1.7) of a provider that offers a directory and a ROLIE feed, all of it TLP:WHITE.
  ///
  /// - Parameters:
  ///   - url: where the file itself lies, ending in `/provider-metadata.json`.
  ///   - directory: the folder that holds `index.txt` and `changes.csv`.
  ///   - feed: the ROLIE feed, ending in `.json`.
  ///   - updated: moves with every change of a document.
  public static func providerMetadata(
    url: String, publisher: Advisory.Publisher, directory: String, feed: String, updated: Date
  ) -> JSON {
    let rolie: JSON = [
      "feeds": [["summary": "All public advisories", "tlp_label": "WHITE", "url": .string(feed)]]
    ]
    return JSON.object([
      "canonical_url": .string(url),
      "distributions": [["directory_url": .string(directory)], ["rolie": rolie]],
      "last_updated": .string(Timestamp.text(updated)),
      "list_on_CSAF_aggregators": true,
      "metadata_version": "2.0",
      "mirror_on_CSAF_aggregators": true,
      "publisher": CSAF.publisher(publisher),
      "role": "csaf_provider",
    ]).sorted
  }

  /// `index.txt` (section 7.1.12): the path of every document, one a line.
  public static func index(of entries: [Entry]) -> String {
    entries.map(\.path).sorted().map { $0 + "\n" }.joined()
  }

  /// `changes.csv` (section 7.1.13): path and current release date in quotes, the newest first, without a heading.
  public static func changes(of entries: [Entry]) -> String {
    newestFirst(entries).map { "\"\($0.path)\",\"\(Timestamp.text($0.current))\"\n" }.joined()
  }

  /// The ROLIE feed in its JSON form (section 7.1.15).
  ///
  /// - Parameters:
  ///   - id: letters, digits, `+`, `-`, `_` and `.` only.
  ///   - url: the feed's own address; https.
  ///   - directory: the address that the entries' paths are relative to, without a slash at its end.
  ///   - hashes: the endings of the hash files beside each document, such as `sha256`.
  public static func feed(
    of entries: [Entry], id: String, title: String, url: String, directory: String, hashes: [String], updated: Date
  ) -> JSON {
    [
      "feed": [
        "id": .string(id),
        "title": .string(title),
        "link": [["rel": "self", "href": .string(url)]],
        "category": [["scheme": "urn:ietf:params:rolie:category:information-type", "term": "csaf"]],
        "updated": .string(Timestamp.text(updated)),
        "entry": .array(
          newestFirst(entries).map { feedEntry($0, address: "\(directory)/\($0.path)", hashes: hashes) }),
      ]
    ]
  }

  private static func feedEntry(_ entry: Entry, address: String, hashes: [String]) -> JSON {
    let hashLinks: [JSON] = hashes.map { ["rel": "hash", "href": .string("\(address).\($0)")] }
    var object: JSON.Object = [
      "id": .string(trackingID(of: entry.advisory)),
      "title": .string(title(of: entry.advisory)),
      "link": .array([["rel": "self", "href": .string(address)]] + hashLinks),
      "published": .string(Timestamp.text(entry.advisory.published)),
      "updated": .string(Timestamp.text(entry.current)),
    ]
    object["summary"] = JSON.nonEmpty(entry.advisory.summary).map { ["content": $0] }
    object["content"] = ["type": "application/json", "src": .string(address)]
    object["format"] = ["schema": .string(schema), "version": "2.0"]
    return .object(object)
  }

  /// Ties are broken by the path, so that the order never depends on the order of the input.
  private static func newestFirst(_ entries: [Entry]) -> [Entry] {
    entries.sorted { ($1.current, $0.path) < ($0.current, $1.path) }
  }
}
