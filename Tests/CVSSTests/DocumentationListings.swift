import CVSS

/// The code of the documentation, compiled and run. What stands between two marks is a listing, as it stands there;
/// what it writes is what its comments say after an arrow.
struct Listings {
  private(set) var output: [String] = []

  /// Takes the place of the standard library's, so that a test sees the output.
  private mutating func print(_ items: Any...) { output.append(items.map { "\($0)" }.joined(separator: " ")) }

  static let all: [String: @Sendable (inout Listings) throws -> Void] = [
    "CVSS-1": { try $0.landingPage() },
    "Exactness-1": { try $0.exactness1() },
    "read-01": { try $0.read1() },
    "read-02": { try $0.read2() },
    "read-03": { try $0.read3() },
    "score-01": { try $0.score1() },
    "score-02": { try $0.score2() },
    "score-03": { try $0.score3() },
    "explain-01": { try $0.explain1() },
    "explain-02": { try $0.explain2() },
    "change-01": { try $0.change1() },
    "change-02": { try $0.change2() },
    "change-03": { try $0.change3() },
    "mend-01": { try $0.mend1() },
    "mend-02": { try $0.mend2() },
  ]

  private mutating func landingPage() throws {
    // listing CVSS-1
    let text = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
    let vector = try CVSS.Vector(parsing: text)
    print(vector.score, vector.severity.rawValue)  // → 9.8 Critical

    for change in vector.changes(nearestOnly: true) {
      print(change.score, change.severity.rawValue, "with \(change.metric):\(change.to)")
    }
    // → 8.8 High with AV:A
    // → 8.8 High with PR:L
    // → 8.8 High with UI:R
    // → 8.1 High with AC:H
    // → 6.8 Medium with AV:P
    // end
  }

  private mutating func exactness1() throws {
    // listing Exactness-1
    let vector = try CVSS.Version2(parsing: "AV:A/AC:H/Au:M/C:C/I:C/A:C/CDP:LM/TD:H/CR:H/IR:M/AR:L")
    print(vector.environmentalScore ?? vector.score)  // → 7.3
    // end
  }

  private mutating func read1() throws {
    // listing read-01
    let vector = try CVSS.Vector(parsing: "CVSS:3.1/C:H/I:H/A:H/AV:N/AC:L/PR:N/UI:N/S:U/RL:X")
    print(vector.severity.rawValue)  // → Critical
    // end
  }

  private mutating func read2() throws {
    // listing read-02
    let vector = try CVSS.Vector(parsing: "CVSS:3.1/C:H/I:H/A:H/AV:N/AC:L/PR:N/UI:N/S:U/RL:X")
    print(vector.severity.rawValue)  // → Critical
    print(vector.version.rawValue)  // → 3.1
    print(vector.metrics.map(\.name).joined(separator: " "))  // → AV AC PR UI S C I A
    // end
  }

  private mutating func read3() throws {
    // listing read-03
    let vector = try CVSS.Vector(parsing: "CVSS:3.1/C:H/I:H/A:H/AV:N/AC:L/PR:N/UI:N/S:U/RL:X")
    print(vector.severity.rawValue)  // → Critical
    print(vector.version.rawValue)  // → 3.1
    print(vector.metrics.map(\.name).joined(separator: " "))  // → AV AC PR UI S C I A
    print(vector)  // → CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
    // end
  }

  private mutating func score1() throws {
    // listing score-01
    let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
    print(vector.score)  // → 9.8
    print(vector.score.tenths)  // → 98
    print(vector.severity > .high)  // → true
    // end
  }

  private mutating func score2() throws {
    // listing score-02
    let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/RL:O")
    print(vector.score)  // → 9.4
    print(vector.baseScore)  // → 9.8
    // end
  }

  private mutating func score3() throws {
    // listing score-03
    let vector = try CVSS.Version4(parsing: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:P")
    print(vector.score, vector.severity.rawValue)  // → 8.9 High
    print(vector.nomenclature.rawValue, vector.nomenclature.phrase)  // → CVSS-BT base and threat metrics
    print(vector.macrovector)  // → 000210
    // end
  }

  private mutating func explain1() throws {
    // listing explain-01
    let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N")
    for section in vector.explanation().sections {
      print(section.title)
      for line in section.lines.prefix(2) {
        print(line.text, line.metric.title, line.value)
      }
    }
    // → The attack
    // → AV:N Attack Vector Network
    // → AC:L Attack Complexity Low
    // → The impact
    // → C:H Confidentiality High
    // → I:N Integrity None
    // end
  }

  private mutating func explain2() throws {
    // listing explain-02
    let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N")
    for change in vector.changes(nearestOnly: true) {
      print(change.score, change.severity.rawValue, "if", "\(change.metric):\(change.to)")
    }
    // → 6.5 Medium if AV:A
    // → 6.5 Medium if PR:L
    // → 6.5 Medium if UI:R
    // → 5.9 Medium if AC:H
    // → 9.1 Critical if I:H
    // → 9.1 Critical if A:H
    // → 5.3 Medium if C:L
    // → 0.0 None if C:N
    // end
  }

  private mutating func change1() throws {
    // listing change-01
    let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
    if let metric = CVSS.Metric.named("AV", in: vector.version) {
      let local = vector.setting(metric, to: "L")
      print(local?.score ?? vector.score)  // → 8.4
      print(vector.setting(metric, to: "?") == nil)  // → true
    }
    // end
  }

  private mutating func change2() throws {
    // listing change-02
    var vector = try CVSS.Version3(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
    vector.attackVector = .local
    vector.privilegesRequired = .low
    print(vector.score, vector)  // → 7.8 CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H
    // end
  }

  private mutating func change3() throws {
    // listing change-03
    for metric in CVSS.Metric.all(of: .v3_1).prefix(2) {
      print(metric.title, metric.question)
      for code in metric.codes {
        print(code, metric.title(of: code) ?? "")
      }
    }
    // → Attack Vector From where can the attacker attack?
    // → N Network
    // → A Adjacent
    // → L Local
    // → P Physical
    // → Attack Complexity Does the attack need something that the attacker does not control?
    // → L Low
    // → H High
    // end
  }

  private mutating func mend1() throws {
    // listing mend-01
    do throws(CVSS.Fault) {
      let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:M/PR:N/UI:N/S:U/C:H/I:H/A:H")
      print(vector.score)
    } catch {
      print(error.metric ?? "", error.offset, error.reason)
    }
    // → AC 17 AC takes one of L, H, not “M”.
    // end
  }

  private mutating func mend2() throws {
    // listing mend-02
    do throws(CVSS.Fault) {
      let vector = try CVSS.Vector(parsing: "(cvss:3.1/av:n/ac:l/pr:n/ui:n/s:u/c:h/i:h/a:h)")
      print(vector.score)
    } catch {
      print(error.suggestion ?? error.reason)
    }
    // → CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
    // end
  }
}
