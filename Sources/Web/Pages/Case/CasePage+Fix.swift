import AdvisoryTypes
import Casework
import HTML

extension CasePage {
  /// One row for each release line: what becomes of it (S46).
  var matrix: HTML {
    let fix = subject.remediation
    let timeline: HTML =
      fix.timeline.map { "<p>Goes into \(visible($0.release)) (\($0.kind.rawValue)) on \(moment($0.date)).</p>\n" }
      ?? ""
    let known = policy.lines.map(\.label)
    let labels = known.filter { fix.lines[$0] != nil } + fix.lines.keys.filter { !known.contains($0) }.sorted()
    guard !labels.isEmpty else { return "\(timeline)<p>The matrix opens when the report is accepted.</p>" }
    let rows = labels.map { label -> HTML in
      let status = fix.lines[label]
      return """
        <tr class="\(status?.isFinal == true ? "final" : "open")"><th scope="row">\(visible(label))</th>\
        <td>\(status?.words ?? "")</td><td class="prose">\(status.map(detail))</td></tr>

        """
    }
    let releases = fix.releases.map { release -> HTML in
      "<li>\(visible(release.version)) (line \(visible(release.line))): \(visible(release.url))</li>\n"
    }
    return """
      \(timeline)<div class="wide"><table class="matrix"><thead><tr><th scope="col">Line</th><th scope="col">Status</th>\
      <th scope="col">Detail</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      \(releases.isEmpty ? "" : "<p>Released:</p><ul>\(releases)</ul>" as HTML)
      """
  }

  private func detail(_ status: LineStatus) -> HTML {
    switch status {
    case .underInvestigation(let followUp): followUp.map { "looked at again on \(moment($0))" } ?? ""
    case .affected(let from): "from \(visible(from))"
    case .candidate(let from, let version, let author):
      "from \(visible(from)); \(visible(version)) will carry the fix by \(visible(author))"
    case .fixed(let from, let fix):
      """
      from \(visible(from)), fixed in \(visible(fix.version)) by \(visible(fix.author)), tested by \
      \(visible(fix.tester)): \(visible(fix.evidence))
      """
    case .willNotFix(let from, let reason), .mitigationOnly(let from, let reason):
      "from \(visible(from)): \(visible(reason))"
    case .notAffected(let justification, let detail):
      "\(justification.rawValue.replacing("_", with: " ")): \(visible(detail))"
    }
  }

  var identifier: HTML {
    switch subject.identifiers.cve {
    case .none: "<p>None yet. The team asks its CNA (\(visible(policy.switches.cnaOfRecord))).</p>"
    case .reserved(let id): "<p><b>\(id.description)</b>, reserved: nobody outside knows it (S39).</p>"
    case .rejected(let id, let reason): "<p>\(id.description) was returned: \(visible(reason))</p>"
    case .waived(let reason): "<p>Published without one: \(visible(reason))</p>"
    case .published(let id): "<p><b>\(id.description)</b>, its record is public.</p>"
    }
  }
}

extension LineStatus {
  var words: String {
    switch self {
    case .underInvestigation: "under investigation"
    case .affected: "affected"
    case .candidate: "fix to be tested"
    case .fixed: "fixed"
    case .willNotFix: "will not be fixed"
    case .mitigationOnly: "mitigation only"
    case .notAffected: "not affected"
    }
  }
}
