extension Advisory {
  /// What keeps an advisory from making good records, with the reason as a sentence for its author.
  public struct Finding: Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable, CaseIterable {
      case emptyText, noLines, repeatedLine, badVersion, badAddress, badPackageURL, unknownWeakness, unknownLine
      case historyOutOfOrder, datesOutOfOrder, noWordOnMitigations, notForEveryone
    }

    public let code: Code
    public let reason: String

    public var description: String { reason }
  }

  /// Everything that is missing or contradicts itself; empty for an advisory that is fit to be published.
  ///
  /// The renderings stay valid whatever stands here: what they cannot say truthfully they leave out.
  public var findings: [Finding] {
    var findings: [Finding] = []
    func check(_ holds: Bool, _ code: Finding.Code, _ reason: @autoclosure () -> String) {
      if !holds { findings.append(Finding(code: code, reason: reason())) }
    }
    let texts = [
      ("id", id), ("title", title), ("summary", summary), ("details", details), ("impact", impact), ("vendor", vendor),
      ("product", product), ("publisher's name", publisher.name),
    ]
    for (name, text) in texts { check(!text.isBlank, .emptyText, "The \(name) is empty.") }
    check(WebAddress.isPlain(publisher.namespace), .badAddress, "The publisher's namespace is no https address.")
    for reference in references {
      check(WebAddress.isPlain(reference.url), .badAddress, "The reference “\(reference.url)” is no https address.")
    }
    if let purl { check(PackageURL(purl) != nil, .badPackageURL, "“\(purl)” is no package URL.") }
    if let cwe {
      check(cwe.name != nil, .unknownWeakness, "\(cwe) is not among the weaknesses whose names are known here.")
    }
    check(!lines.isEmpty, .noLines, "No release line says whether it is affected.")
    check(Set(lines.map(\.label)).count == lines.count, .repeatedLine, "A release line occurs twice.")
    for line in lines { findings += line.findings }
    let labels = Set(lines.map(\.label))
    for score in scores {
      for line in score.lines {
        check(
          labels.contains(line), .unknownLine,
          "A score is for release line \(line), of which the advisory does not say whether it is affected.")
      }
    }
    check(
      revisions.map(\.number) == Array(1..<(revisions.count + 1)), .historyOutOfOrder,
      "The revisions are not numbered 1, 2, 3 and so on.")
    check(
      revisions.map(\.date) == revisions.map(\.date).sorted(), .historyOutOfOrder,
      "A revision is older than the one before it.")
    check(published <= updated, .datesOutOfOrder, "The last change is older than the publication.")
    check(
      mitigations.isEmpty == noMitigationKnown, .noWordOnMitigations,
      mitigations.isEmpty
        ? "Name what operators can do until the upgrade, or say that nothing is known."
        : "The advisory says that no mitigation is known, and names some.")
    check(tlp == .clear, .notForEveryone, "The advisory is \(tlp.label): not for everyone.")
    return findings
  }
}

extension Advisory.Line {
  fileprivate var findings: [Advisory.Finding] {
    var versions: [String] = []
    var texts: [String] = []
    switch status {
    case .affected(let from, let solution):
      if !from.isEmpty, from != "0" { versions.append(from) }
      switch solution {
      case .fixed(let version, _): versions.append(version)
      case .willNotFix(let text), .mitigationOnly(let text), .pending(let text): texts.append(text)
      }
    case .notAffected(_, let text), .underInvestigation(let text): texts.append(text)
    }
    var findings: [Advisory.Finding] = []
    if label.isBlank { findings.append(.init(code: .emptyText, reason: "A release line has no label.")) }
    for version in versions where !VersionRange.isVersion(version) {
      findings.append(.init(code: .badVersion, reason: "“\(version)” in line \(label) is not one version."))
    }
    for text in texts where text.isBlank {
      findings.append(.init(code: .emptyText, reason: "Line \(label) gives no reason."))
    }
    return findings
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
