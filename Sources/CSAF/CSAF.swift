internal import AdvisoryTypes
internal import JSON

/// The Common Security Advisory Framework 2.0 (OASIS): documents, and the files with which a provider offers them.
public enum CSAF {
  /// The address of the schema that written documents follow.
  public static let schema = "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json"

  /// The name of a document's file (section 5.1): lower case, runs of anything unusual become one underscore.
  public static func fileName(id: String) -> String {
    var name = ""
    for scalar in id.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "+", "-": name.unicodeScalars.append(scalar)
      default: if name.last != "_" { name += "_" }
      }
    }
    return name + ".json"
  }
}
