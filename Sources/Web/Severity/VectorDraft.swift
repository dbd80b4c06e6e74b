import CVSS

/// What somebody is making of one version's vector, as a text and as buttons.
///
/// Both came from a page on which they agreed. Which of the two was changed since then is the one that counts; so a vector
/// can be pasted or put together from buttons, with or without a script, and nobody has to say which of it he did.
struct VectorDraft: Equatable {
  let version: CVSS.Version
  /// As it was typed.
  var text = ""
  /// Value codes by the names of metrics, as the buttons were pressed.
  var buttons: [String: String] = [:]
  /// What the page held when it was sent out.
  var shownText = ""
  var shownButtons: [String: String] = [:]

  /// The versions that the team scores in, the newest first. Others are read elsewhere, and never written.
  static let versions: [CVSS.Version] = [.v4_0, .v3_1]

  /// A text beyond this is no vector; all metrics of CVSS 4.0 take less than 300 bytes.
  static let longestText = 600

  init(_ version: CVSS.Version, vector: String = "") {
    self.version = version
    text = vector
    buttons = (try? CVSS.Vector(parsing: vector)).map(Self.buttons) ?? [:]
    keepAsShown()
  }

  /// `v4` or `v3`: the beginning of the names of its fields.
  var key: String { Self.key(of: version) }

  static func key(of version: CVSS.Version) -> String { version == .v4_0 ? "v4" : "v3" }

  /// Which of the two to go by.
  enum Source: Equatable { case text, buttons, whicheverChanged }

  /// Makes text and buttons agree, where they can.
  mutating func settle(by source: Source) -> VectorReading {
    let textChanged = text != shownText
    let buttonsChanged = buttons != shownButtons
    let reading: VectorReading =
      switch source {
      case .text: readText()
      case .buttons: readButtons()
      case .whicheverChanged where textChanged && buttonsChanged: disagreement()
      case .whicheverChanged: buttonsChanged || text == Self.partial(buttons, version) ? readButtons() : readText()
      }
    keepAsShown()
    return reading
  }

  /// Takes a vector in place of whatever is there.
  mutating func take(_ vector: CVSS.Vector) -> VectorReading {
    text = vector.vector
    return settle(by: .text)
  }

  private mutating func readText() -> VectorReading {
    guard !text.isEmpty else {
      buttons = [:]
      return .empty
    }
    do throws(CVSS.Fault) {
      let vector = try CVSS.Vector(parsing: text)
      guard vector.version == version else { return .otherVersion(vector, sameMetrics(as: vector)) }
      agree(on: vector)
      return .vector(vector)
    } catch {
      if error.code == .missingMetric, let missing = readBeginning() { return .incomplete(missing) }
      guard let meant = error.suggestion.flatMap({ try? CVSS.Vector(parsing: $0) }) else { return .fault(error, nil) }
      return .fault(error, meant.version == version ? meant : sameMetrics(as: meant))
    }
  }

  /// A text that is right as far as it goes moves the buttons already.
  private mutating func readBeginning() -> [CVSS.Metric]? {
    var found: [String: String] = [:]
    let parts = text.split(separator: "/")
    guard parts.first == "CVSS:\(version.rawValue)" else { return nil }
    for part in parts.dropFirst() {
      let pair = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard pair.count == 2, CVSS.Metric.named(pair[0], in: version)?.codes.contains(pair[1]) == true else {
        return nil
      }
      if !Self.isUndefined(pair[1]) { found[pair[0]] = pair[1] }
    }
    buttons = found
    return missing
  }

  private var missing: [CVSS.Metric] {
    CVSS.Metric.all(of: version).filter { $0.isMandatory && Self.isUndefined(buttons[$0.name] ?? "") }
  }

  /// The same metrics in this version, if it has them all with the same meaning: 3.0 and 3.1 have.
  private func sameMetrics(as vector: CVSS.Vector) -> CVSS.Vector? {
    guard vector.version == .v3_0, version == .v3_1 else { return nil }
    let values = vector.metrics.map { ($0.name, vector[$0]) }
    return try? CVSS.Vector(version, Dictionary(values) { first, _ in first })
  }

  private mutating func readButtons() -> VectorReading {
    guard buttons.contains(where: { !Self.isUndefined($0.value) }) else {
      text = ""
      buttons = [:]
      return .empty
    }
    let missing = missing
    guard missing.isEmpty, let vector = try? CVSS.Vector(version, buttons) else {
      text = Self.partial(buttons, version)
      return .incomplete(missing)
    }
    agree(on: vector)
    return .vector(vector)
  }

  /// Text and buttons were both changed: that is only a quarrel if they say different things.
  private mutating func disagreement() -> VectorReading {
    if let vector = try? CVSS.Vector(parsing: text), Self.buttons(of: vector) == buttons {
      agree(on: vector)
      return .vector(vector)
    }
    return .disagreement
  }

  private mutating func agree(on vector: CVSS.Vector) {
    text = vector.vector
    buttons = Self.buttons(of: vector)
  }

  private mutating func keepAsShown() {
    shownText = text
    shownButtons = buttons
  }

  private static func isUndefined(_ code: String) -> Bool { code.isEmpty || code == "X" }

  /// What is set, by metric; what is undefined is left out.
  private static func buttons(of vector: CVSS.Vector) -> [String: String] {
    var found: [String: String] = [:]
    for metric in CVSS.Metric.all(of: vector.version) where !isUndefined(vector[metric]) {
      found[metric.name] = vector[metric]
    }
    return found
  }

  /// The beginning of a vector, from buttons that are not enough for one.
  private static func partial(_ buttons: [String: String], _ version: CVSS.Version) -> String {
    let set = CVSS.Metric.all(of: version).compactMap { metric -> String? in
      buttons[metric.name].flatMap { isUndefined($0) ? nil : "\(metric.name):\($0)" }
    }
    return set.isEmpty ? "" : "CVSS:\(version.rawValue)/" + set.joined(separator: "/")
  }
}
