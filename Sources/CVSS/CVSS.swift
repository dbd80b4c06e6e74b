/// The Common Vulnerability Scoring System of FIRST: vectors of versions 2.0, 3.0, 3.1 and 4.0 as values.
///
/// ``Vector`` reads any version; ``Version2``, ``Version3`` and ``Version4`` have the metrics of one as typed properties.
/// Scores are counted in whole numbers alone, so they are the decimal-exact ones of the specifications on every machine.
public enum CVSS {
  /// The vector to carry into formats that have room for one of version 3: the first of 3.1, else the first of 3.0.
  /// Texts that are no vectors, and those of other versions, are passed over.
  public static func preferred(among texts: [String]) -> Vector? {
    let vectors = texts.compactMap { try? Version3(parsing: $0) }
    return (vectors.first { $0.version == .v3_1 } ?? vectors.first).map(Vector.version3)
  }
}
