import AdvisoryTypes
import Foundation
import JSON
import Testing

@Suite struct `Identifiers` {
  @Test(arguments: ["CVE-1900-0001", "CVE-1900-1234567890123456789"]) func `of vulnerabilities are known by their form`(
    id: String
  ) {
    #expect(CVEID(id)?.description == id)
    #expect(CVEID(id)?.year == 1900)
  }

  @Test(arguments: [
    "", "CVE-1900-001", "cve-1900-0001", "CVE-190-0001", "CVE-1900-0001 ", "CVE-1900-00٣1",
    "CVE-1900-12345678901234567890", "XCVE-1900-0001", "CVE--1900-0001",
  ])
  func `that are none are refused`(id: String) { #expect(CVEID(id) == nil) }

  @Test(arguments: [
    ("CWE-89", true), ("CWE-079", false), ("CWE-", false), ("CWE-1234567", false), ("cwe-89", false), ("CWE-8x", false),
  ])
  func `of weaknesses likewise`(id: String, isOne: Bool) { #expect((CWEID(id) != nil) == isOne) }

  // Skipped where the tables are not at hand (EMBARGO_CONFORMANCE names their folder).
  @Test(.enabled(if: FileManager.default.fileExists(atPath: cweTable.path), "no conformance tables"))
  func `of weaknesses have their names to the letter`() throws {
    var known = 0
    for row in try String(contentsOf: cweTable, encoding: .utf8).split(separator: "\n").dropFirst() {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let name = CWEID(fields[0])?.name else { continue }
      #expect(name == fields[1])
      #expect(fields[2] == "weakness")
      known += 1
    }
    #expect(known > 200)
  }
}

private let cweTable: URL =
  (ProcessInfo.processInfo.environment["EMBARGO_CONFORMANCE"].map { URL(filePath: $0) }
  ?? URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "../shared/conformance"))
  .appending(path: "cwe/cwe-4.15.tsv")

@Suite struct `A package URL` {
  @Test(arguments: [
    ("pkg:github/Warehouse-PG/Warehouse-PG@7.3.5", "pkg:github/warehouse-pg/warehouse-pg@7.3.5"),
    ("pkg://pypi//Django_Foo@1.0", "pkg:pypi/django-foo@1.0"),
    ("PKG:npm/%40angular/animation@12.3.1", "pkg:npm/%40angular/animation@12.3.1"),
    ("pkg:generic/a%20b?Z=1&a=x%26y&e=#sub/../dir", "pkg:generic/a%20b?a=x%26y&z=1#sub/dir"),
    ("pkg:generic/a@", "pkg:generic/a"),
    ("pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie", "pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie"),
  ]) func `is written in its canonical form`(text: String, canonical: String) {
    #expect(PackageURL(text)?.description == canonical)
    #expect(PackageURL(canonical)?.description == canonical)
  }

  @Test(arguments: [
    "", "pkg:", "pkg:generic", "pkg:generic/", "npm/a", "pkg:1x/a", "pkg:g%65n/a", "pkg:generic/a%zz",
    "pkg:generic/a?x=1&x=2", "pkg:generic/a%ff",
  ])
  func `that is none is refused`(text: String) { #expect(PackageURL(text) == nil) }
}

@Suite struct `A timestamp` {
  @Test(arguments: [
    "1970-01-01T00:00:00Z", "2000-02-29T23:59:59Z", "1900-03-01T00:00:00Z", "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
  ])
  func `comes back as it was written`(text: String) throws {
    #expect(Timestamp.text(try #require(Timestamp.date(text))) == text)
  }

  @Test(arguments: [
    "1900-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-32T00:00:00Z",
    "2026-01-01T24:00:00Z", "2026-01-01T00:00:60Z", "2026-01-01 00:00:00Z", "2026-01-01T00:00:00",
    "2026-01-01T00:00:00+00:00", "٢026-01-01T00:00:00Z", "",
  ])
  func `that does not exist is refused`(text: String) { #expect(Timestamp.date(text) == nil) }

  @Test func `agrees with the calendar since there is one`() {
    let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
    let dates = (-140_000..<400_000).filter { $0 % 7 == 0 }.map {
      Date(timeIntervalSince1970: Double($0) * 86_400 + 86_399.9)
    }
    #expect(dates.first { Timestamp.day($0) != $0.formatted(style) } == nil)
  }

  @Test func `of any date at all is one of the years that can be written`() {
    #expect(Timestamp.text(.distantFuture).hasSuffix("Z"))
    #expect(Timestamp.text(Date(timeIntervalSince1970: .infinity)) == "9999-12-31T23:59:59Z")
    #expect(Timestamp.text(Date(timeIntervalSince1970: -1e300)) == "0000-01-01T00:00:00Z")
    #expect(Timestamp.text(Date(timeIntervalSince1970: .nan)) == "1970-01-01T00:00:00Z")
  }
}

@Suite struct `A release line` {
  private func line(_ label: String, from: String, _ solution: Advisory.Line.Solution) -> Advisory.Line {
    Advisory.Line(label: label, status: .affected(from: from, solution: solution))
  }

  @Test func `is affected up to its fix and never beyond its own end`() {
    #expect(
      line("7.3", from: "7.3.2", .fixed(version: "7.3.5", url: nil)).affected?.vers() == "vers:generic/>=7.3.2|<7.3.5")
    #expect(
      line("7.3", from: "0", .fixed(version: "7.3.5-rc1", url: nil)).affected?.vers() == "vers:generic/>=7.3|<7.3.5-rc1"
    )
    #expect(line("7.3", from: "", .pending(note: "")).affected?.vers() == "vers:generic/>=7.3|<7.4")
    #expect(line("7.2", from: "", .fixed(version: "7.3.5", url: nil)).affected?.vers() == "vers:generic/>=7.2|<7.3")
    #expect(line("7.2", from: "", .fixed(version: "7.3.5", url: nil)).fixedVersion == nil)
    #expect(line("7.9", from: "", .fixed(version: "7.9.10", url: nil)).affected?.vers() == "vers:generic/>=7.9|<7.9.10")
    #expect(line("7.x", from: "", .willNotFix(reason: "")).affected?.vers() == "vers:generic/>=7|<8")
    #expect(line("main", from: "0", .pending(note: "")).affected?.vers() == "vers:generic/*")
    #expect(
      line("main", from: "a b", .fixed(version: "c|d", url: nil)).affected?.vers() == "vers:generic/>=a%20b|<c%7Cd")
  }

  @Test func `knows whether it was affected from its beginning`() {
    #expect(line("7.3", from: "7.3.0", .pending(note: "")).isAffectedFromItsBeginning)
    #expect(!line("7.3", from: "7.3.1", .pending(note: "")).isAffectedFromItsBeginning)
  }
}

@Suite struct `A web address` {
  @Test(arguments: ["https://a.example", "https://a.example:8443/b%20c?d=e&f#g"])
  func `of the plain kind may be a link`(url: String) {
    #expect(WebAddress.isPlain(url))
  }

  @Test(arguments: [
    "", "http://a.example", "https://", "https:///x", "https://a b", "https://a.example/\"x", "https://u@a.example",
    "https://a.example/%zz", "https://a.example/%2", "javascript:alert(1)", "https://a.example/\nx",
    "https://a.example/'", "https://é.example", "https://a/#b#c",
  ])
  func `of any other kind may not`(url: String) { #expect(!WebAddress.isPlain(url)) }
}
