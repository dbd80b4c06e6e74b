import Casework
import Foundation

extension Section {
  /// The promises, each within the ceiling of its norm.
  func clocks(_ calendar: BusinessCalendar) -> ClockTargets {
    var targets = ClockTargets()
    targets.acknowledgeBusinessDays = number(
      "acknowledge_business_days", 1...5, else: targets.acknowledgeBusinessDays, because: "ISO 29147: at most 7 days")
    targets.firstResponseBusinessDays = number(
      "first_response_business_days", 1...10, else: targets.firstResponseBusinessDays,
      because: "OpenSSF badge: at most 14 days")
    targets.provisionalScoreHours = number(
      "provisional_score_hours", 1...168, else: targets.provisionalScoreHours,
      because: "a first score is quick rather than perfect")
    targets.holdingHours = number(
      "holding_hours", 1...72, else: targets.holdingHours, because: "users must hear of what is public already")
    targets.mitigationHours = number(
      "mitigation_hours", 1...72, else: targets.mitigationHours, because: "users must hear what they can do")
    targets.cveRecordHours = number(
      "cve_record_hours", 1...72, else: targets.cveRecordHours, because: "CNA rule 4.5.1.4: at most 72 hours")
    if targets.firstResponseBusinessDays < targets.acknowledgeBusinessDays {
      error("first_response_business_days", "must not be shorter than acknowledge_business_days")
    }
    if targets.mitigationHours < targets.holdingHours {
      error("mitigation_hours", "must not be shorter than holding_hours")
    }
    ceiling("acknowledge_business_days", targets.acknowledgeBusinessDays, 7, calendar)
    ceiling("first_response_business_days", targets.firstResponseBusinessDays, 14, calendar)
    return targets
  }

  /// Business days stretch around holidays; the norms count every day.
  private func ceiling(_ name: String, _ businessDays: Int, _ days: Int, _ calendar: BusinessCalendar) {
    for holiday in calendar.holidays.sorted() {
      guard let day = Shape.day(holiday) else { continue }
      for before in 0..<days {
        let start = day.addingTimeInterval(Double(-before) * 86_400)
        let due = calendar.date(businessDays, businessDaysAfter: start)
        guard due.timeIntervalSince(start) > Double(days) * 86_400 else { continue }
        return error(
          name, "is more than \(days) days around the holiday \(holiday); promise less, or have fewer days off")
      }
    }
  }

  func calendar() -> BusinessCalendar {
    BusinessCalendar(
      holidays: Set(list("holidays") { Shape.day($0) == nil ? "must be a day such as 2026-12-25" : nil }))
  }

  /// The choices of the register C1–C17.
  func switches(_ clocks: ClockTargets) -> Switches {
    var switches = Switches()
    switches.internalOnly = flag("internal_only", else: switches.internalOnly)
    switches.actOnUnsafeDefaults = flag("act_on_unsafe_defaults", else: switches.actOnUnsafeDefaults)
    switches.finalSayNeedsTwo = flag("final_say_needs_two", else: switches.finalSayNeedsTwo)
    if !switches.finalSayNeedsTwo {
      advise("final_say_needs_two", "one member may publish over a reporter's objection")
    }
    switches.sharedTLP = choice("shared_tlp", ["GREEN", "AMBER", "AMBER+STRICT", "RED"], else: switches.sharedTLP)
    switches.cveRecordHours = number(
      "cve_record_hours", 1...72, else: min(switches.cveRecordHours, clocks.cveRecordHours),
      because: "CNA rule 4.5.1.4: at most 72 hours")
    if switches.cveRecordHours > clocks.cveRecordHours {
      error("cve_record_hours", "must not be longer than clocks.cve_record_hours, which is \(clocks.cveRecordHours)")
    }
    switches.attackDecisionHours = number(
      "attack_decision_hours", 1...24, else: switches.attackDecisionHours, because: "attacks do not wait longer")
    let lane = choice("ai_found_lane", Switches.AILane.allCases.map(\.rawValue), else: switches.aiFoundLane.rawValue)
    switches.aiFoundLane = Switches.AILane(rawValue: lane) ?? .private
    if member("cna_of_record") == nil { advise("cna_of_record", "no CVE numbering authority is named") }
    switches.cnaOfRecord = optionalLine("cna_of_record") ?? switches.cnaOfRecord
    switches.mailIsDoorbell = flag("mail_is_doorbell", else: switches.mailIsDoorbell)
    if !switches.mailIsDoorbell { advise("mail_is_doorbell", "content of open cases would stand in mail boxes") }
    switches.intakePauseDays = number(
      "intake_pause_days", 0...45, else: switches.intakePauseDays, because: "a pause of the intake ends within 45 days")
    switches.creditDuplicates = flag("credit_duplicates", else: switches.creditDuplicates)
    switches.deferToUpstream = flag("defer_to_upstream", else: switches.deferToUpstream)
    if member("cvss_versions") != nil {
      let versions = list("cvss_versions") { ["3.1", "4.0"].contains($0) ? nil : "must be 3.1 or 4.0" }
      if versions.isEmpty { error("cvss_versions", "must name at least one of 3.1 and 4.0") }
      switches.cvssVersions = versions
    }
    return switches
  }

  /// The prose, with advice for what norms expect and it leaves out.
  func words() -> Policy.Prose {
    let prose = Policy.Prose(
      introduction: prose("introduction"), occasions: prose("occasions"), reporting: prose("reporting"),
      exploited: prose("exploited"), response: prose("response"), disclosure: prose("disclosure"),
      lists: prose("lists"), priorities: prose("priorities"), scope: prose("scope"),
      safeHarbour: prose("safe_harbour"), credit: prose("credit"), appeal: prose("appeal"))
    for (name, text, gap) in [
      ("reporting", prose.reporting, "what a report should say (ISO 29147, 9)"),
      ("exploited", prose.exploited, "what to do about what is public or used in attacks"),
      ("disclosure", prose.disclosure, "how the date of publication is found"),
      ("scope", prose.scope, "what is in scope and what is not"),
      ("safe_harbour", prose.safeHarbour, "that research in good faith is welcome and not pursued"),
      ("credit", prose.credit, "how reporters are credited"),
      ("appeal", prose.appeal, "whom to ask after a no, or which coordinator"),
    ] where text.isEmpty && member(name) == nil {
      advise(name, "nothing says \(gap)")
    }
    return prose
  }
}
