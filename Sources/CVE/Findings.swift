public import AdvisoryTypes
internal import JSON

extension CVE {
  /// What the schema cannot see and the CNA Operational Rules ask for.
  public struct Finding: Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable, CaseIterable {
      /// Rule 5.2.4: the prose credits somebody.
      case creditInDescription
      /// Rule 5.2.5.
      case noEnglishDescription
      /// Rule 5.3.1.
      case noReference
      /// Rules 5.1.3, 5.1.4 and 5.1.8.
      case nothingAffected
      /// Rule 5.1.7.
      case noProblemType
      /// Rule 5.2.11: the prose names other vulnerabilities.
      case otherIdentifierInDescription
    }

    public let code: Code
    public let reason: String

    public var description: String { reason }
  }

  /// Everything in an advisory that would make its record break the rules.
  public static func findings(in advisory: Advisory, pageURL: String) -> [Finding] {
    var findings: [Finding] = []
    func check(_ holds: Bool, _ code: Finding.Code, _ reason: @autoclosure () -> String) {
      if !holds { findings.append(Finding(code: code, reason: reason())) }
    }
    let parts: [String] = [advisory.summary, advisory.impact]
    let prose = parts.filter { JSON.nonEmpty($0) != nil }.joined(separator: " ")
    check(!prose.isEmpty, .noEnglishDescription, "The record would have no description.")
    for credit in advisory.credits where JSON.nonEmpty(credit.name) != nil {
      check(
        !prose.lowercased().contains(credit.name.lowercased()), .creditInDescription,
        "The description names \(credit.name); credits have a place of their own.")
    }
    let others = identifiers(in: prose).filter { $0 != advisory.cve?.description }
    check(
      others.isEmpty, .otherIdentifierInDescription,
      "The description names \(others.joined(separator: ", ")), which belongs into the references.")
    check(WebAddress.isPlain(pageURL), .noReference, "The advisory has no public https address yet.")
    let relevant = advisory.lines.contains { line in
      if case .notAffected = line.status { false } else { true }
    }
    check(relevant, .nothingAffected, "No release line is affected or under investigation.")
    check(advisory.cwe != nil, .noProblemType, "The type of weakness is missing.")
    return findings
  }

  private static func identifiers(in prose: String) -> [String] {
    prose.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
      .map { $0.uppercased() }
      .filter { CVEID($0) != nil }
  }
}
