import AdvisoryTypes
import FoundationEssentials

/// What an advisory says, in the words that page, Markdown and plain text share.
enum Words {
  /// The heading over the mitigations: whoever cannot upgrade to anything is not told about an upgrade.
  static func untilThen(_ advisory: Advisory) -> String {
    advisory.hasFix ? "Until you can upgrade" : "What you can do now"
  }

  static func noMitigation(_ advisory: Advisory) -> String {
    advisory.hasFix ? "No mitigation is known. Upgrade." : "No mitigation is known yet."
  }

  /// One release line: `7.3`, the versions, and what to do.
  struct Line {
    let label: String
    let versions: String
    let state: State
    let action: String
    let url: String?

    enum State: String {
      case affected = "Affected"
      case notAffected = "Not affected"
      case open = "Under investigation"
    }
  }

  static func line(_ line: Advisory.Line) -> Line {
    let label = line.supported ? line.label : "\(line.label) (not supported)"
    switch line.status {
    case .affected(_, let solution):
      let range = line.affected ?? line.versions
      let versions = range == line.versions ? "all versions of \(line.label)" : range.text
      let (action, url): (String, String?) =
        switch solution {
        case .fixed(let version, let url): ("Upgrade to \(version).", url)
        case .willNotFix(let reason): ("Will not be fixed. \(reason)", nil)
        case .mitigationOnly(let reason): ("Will not be fixed; see the mitigations. \(reason)", nil)
        case .pending(let note): ("No fix yet. \(note)", nil)
        }
      return Line(label: label, versions: versions, state: .affected, action: trimmed(action), url: url)
    case .notAffected(let justification, let detail):
      let action = detail.isEmpty ? justification.sentence : detail
      return Line(label: label, versions: "none", state: .notAffected, action: action, url: nil)
    case .underInvestigation(let note):
      return Line(label: label, versions: "not known yet", state: .open, action: note, url: nil)
    }
  }

  static func exploitation(_ exploited: Advisory.Exploitation) -> String {
    switch exploited {
    case .none: "None known"
    case .publicPoC: "A proof of concept is public"
    case .active: "Attacks are known"
    }
  }

  static func weakness(_ cwe: CWEID) -> String { cwe.name.map { "\(cwe): \($0)" } ?? cwe.description }

  /// The parts of a mitigation that say something, each with its name.
  static func details(_ mitigation: Advisory.Mitigation) -> [(name: String, text: String)] {
    [
      ("Applies to", mitigation.appliesTo),
      (
        "Effect",
        mitigation.effect == .full ? "Closes the hole while it is in place." : "Reduces the risk; the hole stays."
      ),
      ("Side effects", mitigation.sideEffects), ("To check", mitigation.verify), ("To undo", mitigation.undo),
    ].filter { !$0.1.isEmpty }
  }

  /// Names by role, in the order in which the roles first occur.
  static func credits(_ advisory: Advisory) -> [(role: String, names: [String])] {
    var groups: [(role: String, names: [String])] = []
    for credit in advisory.credits where !credit.name.isEmpty {
      let role = credit.role.rawValue.prefix(1).uppercased() + credit.role.rawValue.dropFirst()
      if let place = groups.firstIndex(where: { $0.role == role }) {
        groups[place].names.append(credit.name)
      } else {
        groups.append((role, [credit.name]))
      }
    }
    return groups
  }

  /// `2 January 1900`.
  static func day(_ date: Date) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let parts = Timestamp.day(date).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return Timestamp.day(date) }
    return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
  }

  /// `2 January 1900, 03:04 UTC`.
  static func moment(_ date: Date) -> String {
    "\(day(date)), \(Timestamp.text(date).dropFirst(11).prefix(5)) UTC"
  }

  /// Whether a line break or a page needs to say when the advisory changed.
  static func isRevised(_ advisory: Advisory) -> Bool { advisory.updated > advisory.published }

  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Advisory {
  /// At least one release line has a version to upgrade to.
  var hasFix: Bool { lines.contains { $0.fixedVersion != nil } }
}
