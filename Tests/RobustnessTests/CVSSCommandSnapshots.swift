import EmbargoTesting
import Foundation
import JSON
import Testing

@Suite("embargo cvss")
struct CVSSExplainTests {
  @Test("explains a vector of version 4.0")
  func version4() async throws {
    let ending = try await cvss("CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:P/MSI:S/U:Amber")
    #expect(ending.status == 0 && ending.errors.isEmpty)
    expectLines(
      ending.text,
      """
      8.9 High  CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:P/MSI:S/U:Amber
        CVSS-BTE: base, threat and environmental metrics; macrovector 011010.

        The attack
          AV:N     Attack Vector        Network           The attacker comes over the network, from
                                                          wherever it reaches the system: often anywhere.
          AC:L     Attack Complexity    Low               The attacker has no protection to get around,
                                                          and succeeds again every time.
          AT:P     Attack Requirements  Present           The attack works only under certain conditions:
                                                          a race is won, the attacker sits on the wire
                                                          between others.
          PR:N     Privileges Required  None              The attacker needs no account and no rights
                                                          beforehand.
          UI:N     User Interaction     None              Nobody but the attacker has to do anything.

        The impact on the vulnerable system
          VC:H     Confidentiality      High              The attacker reads everything on the vulnerable
                                                          system, or something as grave as an
                                                          administrator's password.
          VI:N     Integrity            None              The attacker changes nothing on the vulnerable
                                                          system.
          VA:N     Availability         None              The vulnerable system runs on as before.

        The impact on other systems
          SC:N     Confidentiality      None              The attacker learns nothing from other systems.
          SI:N     Integrity            None              The attacker changes nothing on other systems.
          SA:N     Availability         None              Other systems run on as before.

        At present
          E:P      Exploit Maturity     Proof-of-Concept  A demonstration is public; neither attacks nor
                                                          tools for them are known.

        The impact on other systems in this environment
          MSI:S    Integrity            Safety            In this environment, people may be injured or
                                                          die because other systems are tampered with.

        Besides, without influence on the score
          U:Amber  Provider Urgency     Amber             The provider sees moderate urgency.

        One change that would cross a band:
          9.0 Critical  SC:H   Subsequent System Confidentiality: High instead of None
          9.0 Critical  SA:H   Subsequent System Availability: High instead of None
          9.0 Critical  MSA:S  Modified Subsequent System Availability: Safety instead of Not Defined
          9.4 Critical  AT:N   Attack Requirements: None instead of Present
          9.4 Critical  VI:H   Vulnerable System Integrity: High instead of None
          9.4 Critical  E:A    Exploit Maturity: Attacked instead of Proof-of-Concept
          6.9 Medium    VC:L   Vulnerable System Confidentiality: Low instead of High
          6.9 Medium    MSI:L  Modified Subsequent System Integrity: Low instead of Safety
          5.4 Medium    AV:P   Attack Vector: Physical instead of Network
      """)
  }

  @Test("explains a vector of version 3.1")
  func version3() async throws {
    let ending = try await cvss("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:F/CR:L/MAV:L")
    #expect(ending.status == 0 && ending.errors.isEmpty)
    expectLines(
      ending.text,
      """
      7.9 High  CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:F/CR:L/MAV:L
        Base 9.8 Critical, temporal 9.6 Critical, environmental 7.9 High.

        The attack
          AV:N   Attack Vector                Network     The attacker comes over the network, from
                                                          wherever it reaches the system: often anywhere.
          AC:L   Attack Complexity            Low         The attack needs no special conditions and
                                                          succeeds again every time.
          PR:N   Privileges Required          None        The attacker needs no account and no rights
                                                          beforehand.
          UI:N   User Interaction             None        Nobody but the attacker has to do anything.
          S:U    Scope                        Unchanged   The attack stays within what the vulnerable
                                                          component itself is responsible for.

        The impact
          C:H    Confidentiality              High        The attacker reads everything that is kept
                                                          there, or something as grave as an
                                                          administrator's password.
          I:H    Integrity                    High        The attacker changes any data that are kept
                                                          there, or exactly what does serious damage.
          A:H    Availability                 High        The attacker can stop the component entirely, or
                                                          the part whose loss is serious.

        At present
          E:F    Exploit Code Maturity        Functional  Code exists that works in most situations.

        What must be kept in this environment
          CR:L   Confidentiality Requirement  Low         Losing confidentiality would do limited harm
                                                          here.

        The attack in this environment
          MAV:L  Attack Vector                Local       In this environment, the attacker must be able
                                                          to log in or run a program there, or get
                                                          somebody there to open a file.

        One change that would cross a band:
          6.8 Medium    AC:H   Attack Complexity: High instead of Low
          6.8 Medium    I:N    Integrity: None instead of High
          6.8 Medium    A:N    Availability: None instead of High
          9.1 Critical  S:C    Scope: Changed instead of Unchanged
          9.3 Critical  MAV:N  Modified Attack Vector: Network instead of Local
          6.4 Medium    MAV:P  Modified Attack Vector: Physical instead of Local
          6.3 Medium    PR:H   Privileges Required: High instead of None
      """)
  }

  @Test("explains a vector of version 2.0, and says so when no change matters")
  func version2() async throws {
    let ending = try await cvss("AV:N/AC:L/Au:N/C:C/I:C/A:C")
    #expect(ending.status == 0 && ending.errors.isEmpty)
    expectLines(
      ending.text,
      """
      10.0 High  AV:N/AC:L/Au:N/C:C/I:C/A:C
        Base 10.0 High.

        The attack
          AV:N  Access Vector      Network   The attacker comes over the network, from wherever it reaches
                                             the system.
          AC:L  Access Complexity  Low       The attack needs nothing special; the usual configuration is
                                             open to it.
          Au:N  Authentication     None      The attacker does not have to log in.

        The impact
          C:C   Confidentiality    Complete  The attacker reads everything on the system.
          I:C   Integrity          Complete  The attacker changes any file on the system; its protection
                                             is gone.
          A:C   Availability       Complete  The attacker can stop the system entirely.

        No single change would cross a band.
      """)
  }

  @Test("shows the place of a fault, and explains the good vectors all the same")
  func faults() async throws {
    let good = "AV:N/AC:L/Au:N/C:C/I:C/A:C"
    let alone = try await cvss(good)
    let ending = try await cvss("CVSS:3.1/AV:N/AC:M/PR:N", good, "(cvss:3.1/av:n/ac:l/pr:n/ui:n/s:u/c:h/i:h/a:h)", "")
    #expect(ending.status == 1 && ending.text == "\n" + alone.text)
    expectLines(
      ending.errors,
      """
      CVSS:3.1/AV:N/AC:M/PR:N
                       ^
      AC takes one of L, H, not “M”.

      (cvss:3.1/av:n/ac:l/pr:n/ui:n/s:u/c:h/i:h/a:h)
      ^
      The sign “(” has no place in a vector; remove it.
      Perhaps you mean CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H


      ^
      There is no vector.
      """)
  }

  @Test(
    "of something long shows what surrounds the fault, and nothing that moves the cursor",
    arguments: [
      "CVSS:3.1/" + String(repeating: "\u{1B}[2J\u{202E}", count: 5_000), String(repeating: "/", count: 100_000),
      "CVSS:3.1/AV:N" + String(repeating: " ", count: 100_000), String(repeating: "ß", count: 50_000),
      "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/" + String(repeating: "E:X/", count: 20_000), "\n\t\r",
      "AV:N/AC:L/Au:N/C:C/I:C/A:C/E:" + String(repeating: "😀", count: 500),
    ])
  func longFault(text: String) async throws {
    let ending = try await cvss(text)
    let lines = ending.errors.components(separatedBy: "\n")
    #expect(ending.status == 1 && ending.output.isEmpty && lines.count >= 4, "\(ending.said)")
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 100 }, "\(ending.said)")
    #expect(lines[1].hasSuffix("^") && lines[1].unicodeScalars.count <= lines[0].unicodeScalars.count + 1)
    #expect(!ending.errors.unicodeScalars.contains { $0 != "\n" && ($0.value < 32 || $0 == "\u{202E}") })
  }

  @Test("reads a vector a line from standard input for -")
  func standardInput() async throws {
    let vectors = ["AV:N/AC:L/Au:N/C:C/I:C/A:C", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"]
    let expected = try await cvss(vectors, [])
    let found = try await cvss("-", input: vectors.joined(separator: "\r\n"))
    #expect(found.status == 0 && found.text == expected.text && !found.text.isEmpty)
    let long = try await cvss("-", input: String(repeating: "x", count: 200_000) + "\n" + vectors[0])
    #expect(long.status == 1 && long.text.contains(vectors[0]) && long.errors.contains("^"))
  }

  @Test("asks for a vector when there is none", arguments: [[], ["--json"]])
  func nothing(arguments: [String]) async throws {
    let ending = try await cvss(arguments, [])
    #expect(ending.status == 64 && ending.output.isEmpty)
    #expect(ending.errors.contains("Which vector? Give one or more, such as CVSS:3.1/"), "\(ending.said)")
  }

  @Test("writes one kind of output")
  func twoKinds() async throws {
    let ending = try await cvss("--json", "--tsv")
    #expect(ending.status == 64 && ending.errors.contains("Say --json or --tsv, not both."), "\(ending.said)")
  }

  private func expectLines(_ found: String, _ expected: String, _ place: SourceLocation = #_sourceLocation) {
    let (found, expected) = (found.components(separatedBy: "\n"), (expected + "\n").components(separatedBy: "\n"))
    #expect(found == expected, sourceLocation: place)
    #expect(found.allSatisfy { $0.count <= 100 || $0.contains("CVSS:") }, sourceLocation: place)
  }
}

@Suite("embargo cvss --json")
struct CVSSJSONTests {
  @Test("has the promised keys")
  func version2() async throws {
    let ending = try await cvss("--json", "AV:L/AC:L/Au:N/C:N/I:N/A:C/E:H", "AV:N/AC:L/AU:N/C:C/I:C/A:C")
    #expect(ending.status == 1 && ending.errors.isEmpty)
    #expect(
      ending.text == """
        [
          {
            "vector": "AV:L/AC:L/Au:N/C:N/I:N/A:C/E:H",
            "version": "2.0",
            "score": 4.9,
            "severity": "Medium",
            "base": 4.9,
            "temporal": 4.9,
            "environmental": null,
            "metrics": [
              {
                "name": "AV",
                "title": "Access Vector",
                "value": "L",
                "valueTitle": "Local",
                "meaning": "The attacker needs hands on the machine or an account on it."
              },
              {
                "name": "AC",
                "title": "Access Complexity",
                "value": "L",
                "valueTitle": "Low",
                "meaning": "The attack needs nothing special; the usual configuration is open to it."
              },
              {
                "name": "Au",
                "title": "Authentication",
                "value": "N",
                "valueTitle": "None",
                "meaning": "The attacker does not have to log in."
              },
              {
                "name": "C",
                "title": "Confidentiality Impact",
                "value": "N",
                "valueTitle": "None",
                "meaning": "The attacker learns nothing."
              },
              {
                "name": "I",
                "title": "Integrity Impact",
                "value": "N",
                "valueTitle": "None",
                "meaning": "The attacker changes nothing."
              },
              {
                "name": "A",
                "title": "Availability Impact",
                "value": "C",
                "valueTitle": "Complete",
                "meaning": "The attacker can stop the system entirely."
              },
              {
                "name": "E",
                "title": "Exploitability",
                "value": "H",
                "valueTitle": "High",
                "meaning": "Code works everywhere or spreads by itself, or none is needed and details are well known."
              }
            ],
            "changes": [
              {
                "metric": "A",
                "from": "C",
                "to": "P",
                "vector": "AV:L/AC:L/Au:N/C:N/I:N/A:P/E:H",
                "score": 2.1,
                "severity": "Low"
              },
              {
                "metric": "AV",
                "from": "L",
                "to": "N",
                "vector": "AV:N/AC:L/Au:N/C:N/I:N/A:C/E:H",
                "score": 7.8,
                "severity": "High"
              },
              {
                "metric": "A",
                "from": "C",
                "to": "N",
                "vector": "AV:L/AC:L/Au:N/C:N/I:N/A:N/E:H",
                "score": 0.0,
                "severity": "Low"
              }
            ]
          },
          {
            "vector": "AV:N/AC:L/AU:N/C:C/I:C/A:C",
            "invalid": true,
            "code": "unknownMetric",
            "reason": "Au is spelt “AU” here; the case counts.",
            "metric": "Au",
            "offset": 10,
            "suggestion": "AV:N/AC:L/Au:N/C:C/I:C/A:C"
          }
        ]

        """)
  }

  @Test("of version 4.0 has nomenclature and macrovector, of version 3 three scores")
  func otherVersions() async throws {
    let ending = try await cvss(
      "--json", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:A",
      "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/RL:O")
    #expect(ending.status == 0)
    let values = try JSON(parsing: ending.output)
    #expect(
      values[0]?.object?.keys == [
        "vector", "version", "score", "severity", "nomenclature", "macrovector", "metrics", "changes",
      ])
    #expect(values[0]?["nomenclature"] == "CVSS-BT" && values[0]?["macrovector"] == "000200")
    #expect(
      values[1]?.object?.keys == [
        "vector", "version", "score", "severity", "base", "temporal", "environmental", "metrics", "changes",
      ])
    #expect(values[1]?["score"] == .number("9.4") && values[1]?["base"] == .number("9.8"))
    #expect(try JSON(parsing: try await cvss(["--json", "-"], []).output) == [])
  }
}
