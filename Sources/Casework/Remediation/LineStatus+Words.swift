extension LineStatus {
  /// The status in words, for tables and lists.
  public var words: String {
    switch self {
    case .underInvestigation(let followUp): "under investigation" + (followUp.map { ", until \($0.utcText)" } ?? "")
    case .affected(let from): "affected from \(from), fix under way"
    case .candidate(let from, let version, _): "affected from \(from), candidate for \(version) to be tested"
    case .fixed(let from, let fix): "affected from \(from), fixed in \(fix.version)"
    case .willNotFix(let from, _): "affected from \(from), will not be fixed"
    case .mitigationOnly(let from, _): "affected from \(from), mitigation only"
    case .notAffected(let justification, _): "not affected: \(justification.rawValue)"
    }
  }
}
