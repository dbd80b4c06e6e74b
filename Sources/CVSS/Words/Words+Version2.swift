extension MetricWords {
  /// "A Complete Guide to the Common Vulnerability Scoring System Version 2.0", section 2.
  static let version2: [MetricWords] = [
    // Base, section 2.1.
    MetricWords(
      "AV", "Access Vector", "From where can the attacker reach the vulnerable system?",
      [
        Value("L", "Local", "The attacker needs hands on the machine or an account on it."),
        Value(
          "A", "Adjacent Network", "The attacker must be on the same local network or within radio range of the system."
        ),
        Value("N", "Network", "The attacker comes over the network, from wherever it reaches the system."),
      ]),
    MetricWords(
      "AC", "Access Complexity", "How much has to be right for the attack, once the system is reached?",
      [
        Value(
          "H", "High",
          "The attack needs rare conditions: a narrow race, an odd configuration, a trick that most people see through."
        ),
        Value(
          "M", "Medium",
          "The attack needs something that is not always so: certain attackers only, a setting, a small deception."
        ),
        Value("L", "Low", "The attack needs nothing special; the usual configuration is open to it."),
      ]),
    MetricWords(
      "Au", "Authentication", "How often must the attacker log in before the attack?",
      [
        Value("M", "Multiple", "The attacker must log in twice or more, even if with the same password."),
        Value("S", "Single", "The attacker must log in once."),
        Value("N", "None", "The attacker does not have to log in."),
      ]),
    MetricWords(
      "C", "Confidentiality Impact", short: "Confidentiality", "How much can the attacker read?",
      [
        Value("N", "None", "The attacker learns nothing."),
        Value("P", "Partial", "The attacker reads a good deal, but cannot choose what, or does not get everything."),
        Value("C", "Complete", "The attacker reads everything on the system."),
      ]),
    MetricWords(
      "I", "Integrity Impact", short: "Integrity", "How much can the attacker change?",
      [
        Value("N", "None", "The attacker changes nothing."),
        Value(
          "P", "Partial", "The attacker changes some files or data, but cannot choose which, or only within limits."),
        Value("C", "Complete", "The attacker changes any file on the system; its protection is gone."),
      ]),
    MetricWords(
      "A", "Availability Impact", short: "Availability", "How much can the attacker keep others from using the system?",
      [
        Value("N", "None", "The system runs on as before."),
        Value("P", "Partial", "The system becomes slower, or stops now and then."),
        Value("C", "Complete", "The attacker can stop the system entirely."),
      ]),

    // Temporal, section 2.2.
    MetricWords(
      "E", "Exploitability", "What is there to attack with?",
      [
        Value("ND", "Not Defined", "Nobody has looked for exploits; the score is as with code that works everywhere."),
        Value("U", "Unproven", "No exploit is known, or it is pure theory."),
        Value(
          "POC", "Proof-of-Concept",
          "A demonstration exists that does not work on most systems without an expert's work."),
        Value("F", "Functional", "Code exists that works in most situations."),
        Value("H", "High", "Code works everywhere or spreads by itself, or none is needed and details are well known."),
      ]),
    MetricWords(
      "RL", "Remediation Level", "What can users do about it?",
      [
        Value("ND", "Not Defined", "Nobody has looked for a remedy; the score is as with none."),
        Value("OF", "Official Fix", "The vendor has a complete solution, a patch or an upgrade."),
        Value("TF", "Temporary Fix", "The vendor has an official but temporary fix, such as a hotfix or a workaround."),
        Value("W", "Workaround", "A way around exists that does not come from the vendor."),
        Value("U", "Unavailable", "No remedy exists, or it cannot be applied."),
      ]),
    MetricWords(
      "RC", "Report Confidence", "How sure is it that the vulnerability exists?",
      [
        Value("ND", "Not Defined", "Nobody has judged the report; the score is as with a confirmed one."),
        Value("UC", "Unconfirmed", "A single source says so, or several that contradict each other."),
        Value("UR", "Uncorroborated", "Several sources that are not the vendor say so; details may be open."),
        Value("C", "Confirmed", "The vendor says so, or it has been seen to work."),
      ]),

    // Environmental, section 2.3.
    MetricWords(
      "CDP", "Collateral Damage Potential", short: "Collateral Damage",
      "How much life, property or money could be lost here?",
      [
        Value("ND", "Not Defined", "Nobody has estimated the damage; the score is as with none."),
        Value("N", "None", "No life, property or income is in danger."),
        Value("L", "Low", "Slight damage to people or property, or a little lost income."),
        Value("LM", "Low-Medium", "Moderate damage to people or property, or moderate loss of income."),
        Value("MH", "Medium-High", "Significant damage to people or property, or significant loss of income."),
        Value("H", "High", "Catastrophic damage to people or property, or catastrophic loss of income."),
      ]),
    MetricWords(
      "TD", "Target Distribution", "How many of the systems here are vulnerable?",
      [
        Value("ND", "Not Defined", "Nobody has counted the systems; the score is as with most of them."),
        Value("N", "None", "No system here is vulnerable, or only ones in a laboratory."),
        Value("L", "Low", "Up to a quarter of the systems here are vulnerable."),
        Value("M", "Medium", "A quarter to three quarters of the systems here are vulnerable."),
        Value("H", "High", "More than three quarters of the systems here are vulnerable."),
      ]),
    requirement2("CR", "Confidentiality"),
    requirement2("IR", "Integrity"),
    requirement2("AR", "Availability"),
  ]

  /// A security requirement (2.3.3): undefined and medium are the same.
  private static func requirement2(_ name: String, _ aspect: String) -> MetricWords {
    let loss = "Losing \(aspect.lowercased())"
    return MetricWords(
      name, "\(aspect) Requirement",
      "How badly would the loss of \(aspect.lowercased()) hurt here?",
      [
        Value("ND", "Not Defined", "Nobody has said what \(aspect.lowercased()) is worth here; it counts as Medium."),
        Value("L", "Low", "\(loss) would do limited harm here."),
        Value("M", "Medium", "\(loss) would do serious harm here."),
        Value("H", "High", "\(loss) would be a catastrophe here."),
      ])
  }
}
