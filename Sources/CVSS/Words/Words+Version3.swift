extension MetricWords {
  /// CVSS 3.1 specification, sections 2 to 4. Version 3.0 has the same metrics and values.
  static let version3: [MetricWords] = base3 + temporal3 + environmental3

  /// Section 2.
  private static let base3: [MetricWords] = [
    MetricWords(
      "AV", "Attack Vector", "From where can the attacker attack?",
      [
        Value(
          "N", "Network", "The attacker comes over the network, from wherever it reaches the system: often anywhere."),
        Value(
          "A", "Adjacent",
          "The attacker must be near: on the same local network, within radio range, or in the same VPN."),
        Value(
          "L", "Local",
          "The attacker must be able to log in or run a program there, or get somebody there to open a file."),
        Value("P", "Physical", "The attacker must touch the device, for a moment or for longer."),
      ]),
    MetricWords(
      "AC", "Attack Complexity", "Does the attack need something that the attacker does not control?",
      [
        Value("L", "Low", "The attack needs no special conditions and succeeds again every time."),
        Value(
          "H", "High",
          "The attack needs preparation for each target: a secret, a race to win, a place on the wire between others."),
      ]),
    MetricWords(
      "PR", "Privileges Required", "Which rights must the attacker have beforehand?",
      [
        Value("N", "None", "The attacker needs no account and no rights beforehand."),
        Value("L", "Low", "The attacker needs the rights of an ordinary user beforehand."),
        Value("H", "High", "The attacker needs the rights of an administrator, or nearly, beforehand."),
      ]),
    MetricWords(
      "UI", "User Interaction", "Must somebody other than the attacker do something?",
      [
        Value("N", "None", "Nobody but the attacker has to do anything."),
        Value("R", "Required", "Somebody must do something first, such as opening a file or following a link."),
      ]),
    MetricWords(
      "S", "Scope", "Does the attack reach beyond what the vulnerable component itself may do?",
      [
        Value("U", "Unchanged", "The attack stays within what the vulnerable component itself is responsible for."),
        Value(
          "C", "Changed",
          "The attack reaches beyond the vulnerable component, such as out of a virtual machine or into a browser."),
      ]),
    MetricWords(
      "C", "Confidentiality", "How much can the attacker read?",
      [
        Value(
          "H", "High",
          "The attacker reads everything that is kept there, or something as grave as an administrator's password."),
        Value("L", "Low", "The attacker reads some restricted data, but cannot choose what, or gets only a little."),
        Value("N", "None", "The attacker learns nothing."),
      ]),
    MetricWords(
      "I", "Integrity", "How much can the attacker change?",
      [
        Value("H", "High", "The attacker changes any data that are kept there, or exactly what does serious damage."),
        Value(
          "L", "Low", "The attacker changes some data, but without control of the result or without serious damage."),
        Value("N", "None", "The attacker changes nothing."),
      ]),
    MetricWords(
      "A", "Availability", "How much can the attacker keep others from using the component?",
      [
        Value("H", "High", "The attacker can stop the component entirely, or the part whose loss is serious."),
        Value(
          "L", "Low", "The component becomes slower or stops now and then, but is never entirely denied to its users."),
        Value("N", "None", "The component runs on as before."),
      ]),
  ]

  /// Section 3.
  private static let temporal3: [MetricWords] = [
    MetricWords(
      "E", "Exploit Code Maturity", "What is there to attack with?",
      [
        Value("X", "Not Defined", "Nobody has looked for exploits; the score is as with code that works everywhere."),
        Value("H", "High", "Code works everywhere or spreads by itself, or none is needed and details are well known."),
        Value("F", "Functional", "Code exists that works in most situations."),
        Value(
          "P", "Proof-of-Concept",
          "A demonstration exists that does not work on most systems without an expert's work."),
        Value("U", "Unproven", "No exploit is known, or it is pure theory."),
      ]),
    MetricWords(
      "RL", "Remediation Level", "What can users do about it?",
      [
        Value("X", "Not Defined", "Nobody has looked for a remedy; the score is as with none."),
        Value("U", "Unavailable", "No remedy exists, or it cannot be applied."),
        Value("W", "Workaround", "A way around exists that does not come from the vendor."),
        Value("T", "Temporary Fix", "The vendor has an official but temporary fix, such as a hotfix or a workaround."),
        Value("O", "Official Fix", "The vendor has a complete solution, a patch or an upgrade."),
      ]),
    MetricWords(
      "RC", "Report Confidence", "How sure is it that the vulnerability exists?",
      [
        Value("X", "Not Defined", "Nobody has judged the report; the score is as with a confirmed one."),
        Value("C", "Confirmed", "The details are known and it can be reproduced, or the vendor confirms it."),
        Value("R", "Reasonable", "Much is published and fits together, but the cause is not proven."),
        Value("U", "Unknown", "Something happens, but what it is and where it comes from is uncertain or disputed."),
      ]),
  ]

  /// Section 4.
  private static let environmental3: [MetricWords] =
    [
      requirement("CR", "Confidentiality", undefined: "Medium"), requirement("IR", "Integrity", undefined: "Medium"),
      requirement("AR", "Availability", undefined: "Medium"),
    ] + base3.map { $0.modified() }

  /// A security requirement (3.1 section 4.1, 4.0 section 4.1).
  ///
  /// - Parameter undefined: as what it counts where nobody has said anything.
  static func requirement(_ name: String, _ aspect: String, undefined: String) -> MetricWords {
    let thing = aspect.lowercased()
    return MetricWords(
      name, "\(aspect) Requirement", "How badly would the loss of \(thing) hurt here?",
      [
        Value("X", "Not Defined", "Nobody has said what \(thing) is worth here; it counts as \(undefined)."),
        Value("H", "High", "Losing \(thing) would be a catastrophe here."),
        Value("M", "Medium", "Losing \(thing) would do serious harm here."),
        Value("L", "Low", "Losing \(thing) would do limited harm here."),
      ])
  }
}
