internal import JSON

/// Records of the Open Source Vulnerability format (OpenSSF), schema 1.7.
public enum OSV {
  /// A package of one of the ecosystems that the format lists, such as `PyPI` or `Debian:12`.
  public struct Package: Hashable, Sendable {
    public let ecosystem: String
    public let name: String

    public init(ecosystem: String, name: String) {
      self.ecosystem = ecosystem
      self.name = name
    }
  }

  /// The record's id: as it is where its prefix is registered, else with `x_` before it, which the format keeps for
  /// databases that are not.
  public static func identifier(_ id: String) -> String {
    let prefix = id.prefix { $0 != "-" }
    let isRegistered = id.hasPrefix("x_") || (prefix != id[...] && registered.contains(String(prefix)))
    return isRegistered ? id : "x_" + id
  }

  /// Prefixes that somebody who is no distribution may meet; the rest of the registry gets an `x_` it does not need.
  private static let registered: Set<String> = [
    "BIT", "CURL", "CVE", "DRUPAL", "EEF", "GHSA", "GO", "HSEC", "JLSEC", "OSEC", "OSV", "PSF", "PYSEC", "RSEC",
    "RUSTSEC",
  ]
}
