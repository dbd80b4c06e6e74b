extension MetricWords {
  /// CVSS 4.0 specification, sections 2 to 5.
  static let version4: [MetricWords] = base4 + [threat4] + environmental4 + supplemental4

  private static let base4: [MetricWords] = exploitability4 + vulnerable4 + subsequent4

  /// Section 2.1.
  private static let exploitability4: [MetricWords] = [
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
      "AC", "Attack Complexity", "Must the attacker get around a protection?",
      [
        Value("L", "Low", "The attacker has no protection to get around, and succeeds again every time."),
        Value(
          "H", "High",
          "The attacker must get around a protection such as address randomization, or learn a secret of each target."),
      ]),
    MetricWords(
      "AT", "Attack Requirements", "Must the installation be in a certain state?",
      [
        Value("N", "None", "The attack works in all installations, or nearly all."),
        Value(
          "P", "Present",
          "The attack works only under certain conditions: a race is won, the attacker sits on the wire between others."
        ),
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
        Value("P", "Passive", "Somebody must do something ordinary, such as visiting a page; no warning is dismissed."),
        Value(
          "A", "Active",
          "Somebody must do something deliberate, such as importing the attacker's file or dismissing a warning."),
      ]),
  ]

  /// Section 2.2, `VC` to `VA`.
  private static let vulnerable4: [MetricWords] = [
    MetricWords(
      "VC", "Vulnerable System Confidentiality", short: "Confidentiality",
      "How much can the attacker read on the vulnerable system?",
      [
        Value(
          "H", "High",
          "The attacker reads everything on the vulnerable system, or something as grave as an administrator's password."
        ),
        Value("L", "Low", "The attacker reads some restricted data, but cannot choose what, or gets only a little."),
        Value("N", "None", "The attacker learns nothing from the vulnerable system."),
      ]),
    MetricWords(
      "VI", "Vulnerable System Integrity", short: "Integrity",
      "How much can the attacker change on the vulnerable system?",
      [
        Value(
          "H", "High", "The attacker changes any data on the vulnerable system, or exactly what does serious damage."),
        Value(
          "L", "Low", "The attacker changes some data, but without control of the result or without serious damage."),
        Value("N", "None", "The attacker changes nothing on the vulnerable system."),
      ]),
    MetricWords(
      "VA", "Vulnerable System Availability", short: "Availability",
      "How much can the attacker keep others from using the vulnerable system?",
      [
        Value("H", "High", "The attacker can stop the vulnerable system entirely, or the part whose loss is serious."),
        Value(
          "L", "Low",
          "The vulnerable system becomes slower or stops now and then, but is never entirely denied to its users."),
        Value("N", "None", "The vulnerable system runs on as before."),
      ]),
  ]

  /// Section 2.2, `SC` to `SA`.
  private static let subsequent4: [MetricWords] = [
    MetricWords(
      "SC", "Subsequent System Confidentiality", short: "Confidentiality",
      "How much can the attacker then read on other systems?",
      [
        Value("H", "High", "The attacker reads everything on another system, or something there that is as grave."),
        Value(
          "L", "Low", "The attacker reads some restricted data of another system, but not of choice or only a little."),
        Value("N", "None", "The attacker learns nothing from other systems."),
      ]),
    MetricWords(
      "SI", "Subsequent System Integrity", short: "Integrity",
      "How much can the attacker then change on other systems?",
      [
        Value(
          "H", "High", "The attacker changes any data of another system, or exactly what does serious damage there."),
        Value(
          "L", "Low", "The attacker changes some data of another system, without control or without serious damage."),
        Value("N", "None", "The attacker changes nothing on other systems."),
      ]),
    MetricWords(
      "SA", "Subsequent System Availability", short: "Availability",
      "How much can the attacker then keep others from using other systems?",
      [
        Value("H", "High", "The attacker can stop another system entirely, or a part of it whose loss is serious."),
        Value("L", "Low", "Another system becomes slower or stops now and then, but is never entirely denied."),
        Value("N", "None", "Other systems run on as before."),
      ]),
  ]

  /// Section 3.
  private static let threat4 = MetricWords(
    "E", "Exploit Maturity", "What do attackers have, as far as is known?",
    [
      Value("X", "Not Defined", "Nobody has looked for attacks; the score is as with attacks."),
      Value("A", "Attacked", "Attacks have been seen, or tools exist that make them easy."),
      Value("P", "Proof-of-Concept", "A demonstration is public; neither attacks nor tools for them are known."),
      Value("U", "Unreported", "Neither a demonstration, nor attacks, nor tools for them are known."),
    ])

  /// Section 4. `MSI` and `MSA` have a value of their own for danger to life and limb.
  private static let environmental4: [MetricWords] =
    [
      requirement("CR", "Confidentiality", undefined: "High"), requirement("IR", "Integrity", undefined: "High"),
      requirement("AR", "Availability", undefined: "High"),
    ]
    + (exploitability4 + vulnerable4).map { $0.modified() }
    + subsequent4.map { $0.modified(replacing: special4[$0.name] ?? []) }

  /// Values that a modified metric alone has, or has by another name.
  private static let special4: [String: [Value]] = [
    "SC": [
      Value("N", "Negligible", "In this environment, the attacker learns little or nothing from other systems.")
    ],
    "SI": [
      Value(
        "S", "Safety", "In this environment, people may be injured or die because other systems are tampered with."),
      Value("N", "Negligible", "In this environment, the attacker changes little or nothing on other systems."),
    ],
    "SA": [
      Value("S", "Safety", "In this environment, people may be injured or die because other systems fail."),
      Value("N", "Negligible", "In this environment, other systems run on as before, or nearly."),
    ],
  ]

  /// Section 5: says more about the vulnerability and never changes the score.
  private static let supplemental4: [MetricWords] = [
    MetricWords(
      "S", "Safety", "Can people get hurt?",
      [
        Value("X", "Not Defined", "Nobody has judged whether people can get hurt."),
        Value("N", "Negligible", "At worst, people are slightly injured (IEC 61508: negligible)."),
        Value("P", "Present", "People may be injured or die (IEC 61508: marginal or worse)."),
      ]),
    MetricWords(
      "AU", "Automatable", "Can attackers automate the whole attack, on many targets at once?",
      [
        Value("X", "Not Defined", "Nobody has judged whether the attack can be automated."),
        Value("N", "No", "Something between finding a target and breaking in needs a person's work each time."),
        Value("Y", "Yes", "Everything from finding a target to breaking in can run by itself, as in a worm."),
      ]),
    MetricWords(
      "R", "Recovery", "How does the system come back after an attack?",
      [
        Value("X", "Not Defined", "Nobody has judged how the system recovers."),
        Value("A", "Automatic", "The system recovers by itself."),
        Value("U", "User", "Somebody has to bring the system back."),
        Value("I", "Irrecoverable", "Its users cannot bring the system back."),
      ]),
    MetricWords(
      "V", "Value Density", "How much does the attacker win with one attack?",
      [
        Value("X", "Not Defined", "Nobody has judged what there is to win."),
        Value("D", "Diffuse", "One attack wins little, such as a single person's mail program."),
        Value("C", "Concentrated", "One attack wins much, such as the mail server of everybody."),
      ]),
    MetricWords(
      "RE", "Vulnerability Response Effort", short: "Response Effort", "How hard is it for users to respond?",
      [
        Value("X", "Not Defined", "Nobody has judged what a response takes."),
        Value("L", "Low", "A setting or a piece of advice is enough; nothing has to be replaced at once."),
        Value("M", "Moderate", "An ordinary remote update is needed, perhaps with a short interruption."),
        Value("H", "High", "A response takes long planning, an interruption, or somebody who goes there."),
      ]),
    MetricWords(
      "U", "Provider Urgency", "How urgent does the provider call it?",
      [
        Value("X", "Not Defined", "The provider has said nothing of urgency."),
        Value("Clear", "Clear", "The provider sees no urgency; this is information."),
        Value("Green", "Green", "The provider sees little urgency."),
        Value("Amber", "Amber", "The provider sees moderate urgency."),
        Value("Red", "Red", "The provider sees the highest urgency."),
      ]),
  ]
}
