import CVSS

/// Everything that stands in the form of the severity page, as typed.
struct SeverityForm: Equatable {
  /// One for each of ``VectorDraft/versions``.
  var drafts = VectorDraft.versions.map { VectorDraft($0) }
  var readings: [VectorReading] = VectorDraft.versions.map { _ in .empty }
  /// The release lines it is for; none means all that have no score of their own.
  var lines: Set<String> = []
  /// Why a score changes; for the team.
  var reason = ""
  /// Why the team's score is another than the reporter's; the reporter reads it.
  var explanation = ""
  /// Value keys by decision point, of SSVC.
  var points: [String: String] = [:]
  var pointsReason = ""
  /// How many entries the history had when the page was made.
  var seen = 0

  init() {}

  /// The form as a browser sent it.
  init(_ sent: SubmittedForm) {
    drafts = VectorDraft.versions.map { VectorDraft($0, from: sent) }
    lines = Set(sent.all("line"))
    reason = sent["reason"]
    explanation = sent["explanation"]
    for point in Self.pointNames where !sent["ssvc-\(point)"].isEmpty { points[point] = sent["ssvc-\(point)"] }
    pointsReason = sent["ssvc-reason"]
    seen = Int(sent["seen"]) ?? 0
  }

  static let pointNames = ["automatable", "value-density", "technical-impact", "public-safety-impact"]

  /// Makes texts and buttons agree, as the pressed button wants it.
  mutating func settle(for action: SeverityAction, reporters: [CVSS.Vector]) {
    for index in drafts.indices {
      let version = drafts[index].version
      let source: VectorDraft.Source =
        switch action {
        case .read(version): .text
        case .buttons(version): .buttons
        default: .whicheverChanged
        }
      readings[index] = drafts[index].settle(by: source)
    }
    apply(action, reporters: reporters)
  }

  private mutating func apply(_ action: SeverityAction, reporters: [CVSS.Vector]) {
    switch action {
    case .clear(let version): put(nil, into: version)
    case .bare(let version):
      guard let vector = reading(of: version)?.vector else { return }
      let bare = MetricGroup.environmental(of: version).reduce(Optional(vector)) { $0?.setting($1, to: "X") }
      if let bare { put(bare, into: version) }
    case .take(let version):
      switch reading(of: version) {
      case .fault(_, let meant?), .otherVersion(_, let meant?): put(meant, into: version)
      default: return
      }
    case .move(let version):
      guard case .otherVersion(let vector, _) = reading(of: version), VectorDraft.versions.contains(vector.version)
      else { return }
      put(nil, into: version)
      put(vector, into: vector.version)
    case .set(let version, let name, let code):
      guard let metric = CVSS.Metric.named(name, in: version),
        let changed = reading(of: version)?.vector?.setting(metric, to: code)
      else { return }
      put(changed, into: version)
    case .start: for vector in reporters { put(vector, into: vector.version) }
    case .look, .read, .buttons, .save, .withdraw, .decide: return
    }
  }

  func reading(of version: CVSS.Version) -> VectorReading? {
    drafts.firstIndex { $0.version == version }.map { readings[$0] }
  }

  mutating func put(_ vector: CVSS.Vector?, into version: CVSS.Version) {
    guard let index = drafts.firstIndex(where: { $0.version == version }) else { return }
    drafts[index].text = vector?.vector ?? ""
    readings[index] = drafts[index].settle(by: .text)
  }

  /// The vectors that can be saved.
  var vectors: [CVSS.Vector] { readings.compactMap(\.vector) }
}

extension VectorDraft {
  /// The fields of one version, as a browser sent them. Values that are none of the version's are left out.
  init(_ version: CVSS.Version, from sent: SubmittedForm) {
    self.init(version)
    text = sent["\(key)-text"]
    shownText = sent["\(key)-shown-text"]
    for metric in CVSS.Metric.all(of: version) {
      let code = sent["\(key)-\(metric.name)"]
      if code != "X", metric.codes.contains(code) { buttons[metric.name] = code }
    }
    for pair in sent["\(key)-shown-buttons"].split(separator: "/") {
      let halves = pair.split(separator: ":").map(String.init)
      if halves.count == 2 { shownButtons[halves[0]] = halves[1] }
    }
  }
}
