import CVSS
import Foundation
import Testing

/// The published vectors lie beside the repository; without them the table tests are skipped and say so.
private let conformance: URL =
  ProcessInfo.processInfo.environment["EMBARGO_CONFORMANCE"].map { URL(filePath: $0) }
  ?? URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "../shared/conformance")

private let tables = conformance.appending(path: "cvss")
private let haveTables = FileManager.default.fileExists(atPath: tables.path)

/// Rows of a table whose vectors have base metrics alone.
private func baseRows(_ name: String) throws -> [(vector: String, score: String, severity: String)] {
  try String(contentsOf: tables.appending(path: name), encoding: .utf8).split(separator: "\n").dropFirst()
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    .filter { $0[0].split(separator: "/").count == 9 }
    .map { ($0[0], $0[1], $0[2]) }
}

@Suite struct `A CVSS 3 base vector` {
  // Skipped where the conformance tables are not at hand (EMBARGO_CONFORMANCE names their folder).
  @Test(.enabled(if: haveTables, "no conformance tables"), arguments: ["v3.0.tsv", "v3.1.tsv"])
  func `has the score and severity of the published tables`(table: String) throws {
    let rows = try baseRows(table)
    #expect(rows.count > 100)
    for row in rows {
      let vector = try CVSS.Version3(parsing: row.vector)
      #expect(vector.score.description == row.score, "\(row.vector)")
      #expect(vector.severity.rawValue == row.severity, "\(row.vector)")
    }
  }

  @Test func `rounds 3_0 in decimals, not in binary fractions`() throws {
    let vector = try CVSS.Version3(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
    #expect(vector.score.description == "9.8")
    #expect(vector.severity == .critical)
  }

  @Test func `is written in the order of the specification`() throws {
    let vector = try CVSS.Version3(parsing: "CVSS:3.0/A:N/I:L/C:H/S:C/UI:R/PR:H/AC:H/AV:P")
    #expect(vector.vector == "CVSS:3.0/AV:P/AC:H/PR:H/UI:R/S:C/C:H/I:L/A:N")
    #expect(try CVSS.Version3(parsing: vector.vector) == vector)
  }

  @Test func `without impact scores nothing`() throws {
    let vector = try CVSS.Version3(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:N/A:N")
    #expect(vector.score.description == "0.0")
    #expect(vector.severity == .none)
  }

  @Test(arguments: [
    ("", CVSS.Fault.Code.unknownVersion, 0),
    ("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownVersion, 0),
    ("CVSS:4.0/AV:N", .unknownVersion, 0),
    ("CVSS:3.1 /AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownVersion, 0),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H", .missingMetric, 40),
    ("CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .repeatedMetric, 14),
    ("CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownValue, 9),
    ("CVSS:3.1/AV:n/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownValue, 9),
    ("CVSS:3.1/AV/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownValue, 9),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/", .unknownMetric, 45),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P", .notBase, 45),
    ("CVSS:3.1/Au:N", .unknownMetric, 9),
  ]) func `that is none is refused with the place`(text: String, code: CVSS.Fault.Code, offset: Int) {
    let fault = #expect(throws: CVSS.Fault.self) { try CVSS.Version3(parsing: text) }
    #expect(fault?.code == code)
    #expect(fault?.offset == offset)
  }

  @Test func `of any length is refused without effort`() {
    let long = "CVSS:3.1" + String(repeating: "/AV:N", count: 100_000)
    #expect(throws: CVSS.Fault.self) { try CVSS.Version3(parsing: long) }
  }
}

@Suite struct `The severity scale` {
  @Test(arguments: [
    (0, CVSS.Severity.none), (1, .low), (39, .low), (40, .medium), (69, .medium), (70, .high), (89, .high),
    (90, .critical), (100, .critical),
  ]) func `has the borders of the specification`(tenths: Int, severity: CVSS.Severity) {
    #expect(CVSS.severity(tenths) == severity)
  }
}
