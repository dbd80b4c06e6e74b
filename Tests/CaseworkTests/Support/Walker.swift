import Casework

/// Walks a history along the standard's three machines as their tables print them, without asking the rules.
///
/// What it reads are events alone: not the case that they were folded into, nor the code that decides.
struct Walker {
  private(set) var report: Character = "S"
  private(set) var embargo: Character = "N"
  /// The letters that have become upper case.
  private(set) var facts: Set<Character> = []
  private(set) var faults: [String] = []

  var inForce: Bool { embargo == "A" || embargo == "R" }

  static func faults(in history: [Entry]) -> [String] {
    var walker = Walker()
    for entry in history { walker.walk(entry.event) }
    return walker.faults
  }

  /// V-RM and V-EM: from state and event to state.
  static let reportTable: [String: Character] = [
    "Sr": "R", "Rv": "V", "Ri": "I", "Iv": "V", "Ic": "C", "Va": "A", "Vd": "D", "Ad": "D", "Ac": "C", "Da": "A",
    "Dc": "C",
  ]
  static let embargoTable: [String: Character] = [
    "Np": "P", "Pp": "P", "Pa": "A", "Pr": "N", "Ap": "R", "At": "X", "Rp": "R", "Ra": "A", "Rr": "A", "Rt": "X",
  ]

  mutating func walk(_ event: Case.Event) {
    switch event {
    case .report(let event): if let letter = Self.letter(of: event) { step(letter) }
    case .embargo(let event):
      // What ends an open proposal rejects it.
      if let letter = Self.letter(of: event) { negotiate(letter == "t" && embargo == "P" ? "r" : letter) }
    case .facts(let event): if let letter = Self.letter(of: event) { happen(letter) }
    default: break
    }
  }

  private static func letter(of event: Report.Event) -> Character? {
    switch event {
    case .received: "r"
    case .validated: "v"
    case .invalidated: "i"
    case .accepted: "a"
    case .deferred: "d"
    case .closed: "c"
    case .acknowledged, .responded, .reproduced, .rejectionProposed, .rejectionDeclined, .creditChosen: nil
    }
  }

  private static func letter(of event: Embargo.Event) -> Character? {
    switch event {
    case .proposed: "p"
    case .accepted: "a"
    case .declined: "r"
    case .terminated: "t"
    case .consented, .dateProposed, .dateDecided: nil
    }
  }

  private static func letter(of event: Facts.Event) -> Character? {
    switch event {
    case .vendorAware: "V"
    case .fixReady: "F"
    case .fixDeployed: "D"
    case .publicAware: "P"
    case .exploitPublic: "X"
    case .attacksObserved: "A"
    case .claimed, .refuted: nil
    }
  }

  private mutating func step(_ letter: Character) {
    if letter == "c", inForce { faults.append("closed under an embargo") }
    guard let next = Self.reportTable["\(report)\(letter)"] else {
      return faults.append("RM: \(letter) from \(report)")
    }
    report = next
  }

  private mutating func negotiate(_ letter: Character) {
    if letter == "p" || letter == "a", !facts.isDisjoint(with: "PXA") {
      faults.append("EM: \(letter) with \(String(facts.sorted()))")
    }
    if letter == "a", report == "I" || report == "C" { faults.append("EM: accepted while RM is \(report)") }
    guard let next = Self.embargoTable["\(embargo)\(letter)"] else {
      return faults.append("EM: \(letter) from \(embargo)")
    }
    embargo = next
  }

  private mutating func happen(_ letter: Character) {
    if facts.contains(letter) { faults.append("CS: \(letter) happened twice") }
    if letter == "F", !facts.contains("V") { faults.append("CS: F before V") }
    if letter == "F", report != "A", report != "D" { faults.append("CS: F while RM is \(report)") }
    if letter == "D", !facts.contains("F") { faults.append("CS: D before F") }
    // A public exploit is followed by public knowledge, and that by the vendor's; nothing may come between.
    if facts.contains("X"), !facts.contains("P"), letter != "P" { faults.append("CS: \(letter) from pX") }
    if facts.contains("P"), !facts.contains("V"), letter != "V" { faults.append("CS: \(letter) from vP") }
    facts.insert(letter)
  }
}
