import AdvisoryTypes
import Casework
import Foundation
import Testing

/// S32, S33, S40 and the end of 2.5: how soon, and why.
@Suite struct PriorityTests {
  let tess = Party.triager("tess")
  let cleo = Party.coordinator("cleo")

  /// One decision for each outcome that no exploitation leads to.
  static let decisions: [SSVC.Outcome: SSVC.Supplier] = [
    .defer: points(.no, .diffuse, .partial, .minimal), .scheduled: points(.no, .concentrated, .partial, .minimal),
    .outOfCycle: points(.yes, .concentrated, .total, .minimal),
  ]

  /// What is lost, what SSVC says, and what follows.
  @Test(
    arguments: [
      ([Impact.other], nil, Priority.p3), ([.other], .defer, .p3), ([.other], .scheduled, .p2),
      ([.other], .outOfCycle, .p1), ([.availability], nil, .p2), ([.availability], .defer, .p2),
      ([.availability], .scheduled, .p2), ([.availability], .outOfCycle, .p1), ([.integrity], .defer, .p1),
      ([.confidentiality, .availability], .scheduled, .p1), ([.privilege], .outOfCycle, .p1),
    ] as [([Impact], SSVC.Outcome?, Priority)])
  func `The priority is the most that impact and SSVC ask for`(
    _ impact: [Impact], _ outcome: SSVC.Outcome?, _ expected: Priority
  ) throws {
    var scene = given(.reproduced)
    if let outcome { scene = scene.and(try decide(outcome), by: tess) }
    for asked in Priority.allCases {
      let answer = scene.when(.assessment(.assess(finding(impact, asked))), by: tess)
      if asked <= expected {
        #expect(answer.allowed().subject.priority == asked, "one may raise it")
      } else {
        answer.refused(
          rule: outcome.map { Priority.floor(for: $0) == expected } == true
            && Priority.floor(for: Set(impact)) > expected ? "S40" : expected == .p1 ? "S32" : "S33",
          saying: "at least \(expected.rawValue)")
      }
    }
    // Decided later, it follows at once.
    guard let outcome else { return }
    let assessed = given(.reproduced).and(
      .assessment(.assess(finding(impact, Priority.floor(for: Set(impact))))), by: tess)
    #expect(assessed.and(try decide(outcome), by: tess).subject.priority == expected)
  }

  @Test func `Attacks, and an exploit without a fix, come before everything`() {
    let now = day(0)
    let attacked = given(.accepted).and(.facts(.record(.attacks, .init("a user site", happened: now))), by: tess)
    #expect(attacked.subject.priority == .p0)
    #expect(attacked.subject.priorityReasons.map(\.0) == [.p0, .p1])
    let exploited = given(.accepted).and(.facts(.record(.exploit, .init("a post", happened: now))), by: tess)
    #expect(exploited.subject.priority == .p0)
    #expect(
      given(.fixed).and(.facts(.record(.exploit, .init("a post", happened: now))), by: tess).subject.priority == .p1)
    #expect(given(.accepted).subject.priority == .p1)
    #expect(given(.received).subject.priority == nil)
    // What the facts ask for nobody has to type, and so nobody has to take it back.
    #expect(attacked.and(.assessment(.assess(Fiction.finding)), by: tess).subject.priority == .p0)
  }

  @Test(arguments: SSVC.Exploitation.allCases)
  func `Exploitation is what the facts say, whatever is sent`(_ sent: SSVC.Exploitation) {
    var points = Self.points(.no, .diffuse, .total, .minimal)
    points.exploitation = sent
    let decided = given(.accepted).and(.assessment(.decideSSVC(points, reason: "")), by: tess)
    #expect(decided.subject.assessment.ssvc?.judged.exploitation == SSVC.Exploitation.none)
    #expect(decided.subject.ssvc?.outcome == .scheduled)
    let exploit = decided.and(.facts(.record(.exploit, .init("a post", happened: day(0)))), by: tess)
    #expect(exploit.subject.ssvc?.exploitation == .publicPoC)
    let attacked = exploit.and(.facts(.record(.attacks, .init("a log", happened: day(0)))), by: tess)
    #expect(attacked.subject.ssvc?.exploitation == .active)
    #expect(attacked.subject.ssvc?.outcome == .outOfCycle, "the decision moves with the facts")
    #expect(attacked.subject.assessment.ssvc?.judged.exploitation == SSVC.Exploitation.none, "as it was judged then")
  }

  @Test func `A proof of concept that the assessment knows counts for SSVC`() {
    var known = Fiction.finding
    known.exploitation = .publicProofOfConcept
    let scene = given(.accepted).and(.facts(.record(.public, .init("a blog", happened: day(0)))), by: tess)
      .and(.assessment(.assess(known)), by: tess)
    #expect(scene.subject.exploitation == .publicPoC)
    #expect(scene.subject.priority == .p0)
  }

  @Test func `A changed decision has a reason, an equal one is none`() throws {
    let decided = given(.accepted).and(try decide(.scheduled), by: tess)
    decided.when(try decide(.scheduled), by: tess).refused(rule: "S40", saying: "already")
    decided.when(try decide(.outOfCycle), by: tess).refused(rule: "S40", saying: "why the decision changes")
    decided.when(try decide(.outOfCycle, "It can be automated."), by: tess).allowed()
  }

  @Test func `Two people lower what SSVC asks for, and a new decision ends that`() throws {
    let urgent = given(.reproduced).and(.assessment(.assess(finding([.other], .p3))), by: tess)
      .and(try decide(.outOfCycle), by: tess)
    #expect(urgent.subject.priority == .p1)
    urgent.when(.assessment(.lowerPriority(.p1, reason: "x")), by: tess).refused(
      rule: "S32", saying: "not lower than P1")
    let lowered = urgent.and(.assessment(.lowerPriority(.p2, reason: "Nobody lights it.")), by: tess)
      .and(.assessment(.approveLowerPriority), by: cleo)
    #expect(lowered.subject.priority == .p2)
    #expect(lowered.subject.priorityReasons.map(\.0) == [.p2, .p1, .p3])
    #expect(lowered.subject.priorityReasons.first?.1 == "Two members lowered it: “Nobody lights it.”.")
    #expect(lowered.and(try decide(.scheduled, "It cannot."), by: tess).subject.priority == .p2)
    #expect(lowered.and(try decide(.scheduled, "It cannot."), by: tess).subject.assessment.loweredPriority == nil)
    #expect(lowered.and(.assessment(.assess(finding([.other], .p1))), by: tess).subject.priority == .p1)
    let attacked = lowered.and(.facts(.record(.attacks, .init("a log", happened: day(0)))), by: tess)
    #expect(attacked.subject.priority == .p0, "what two people decided they decided of what was known then")
    let waiting = urgent.and(.assessment(.lowerPriority(.p2, reason: "x")), by: tess)
      .and(try decide(.scheduled, "It cannot."), by: tess)
    waiting.when(.assessment(.approveLowerPriority), by: cleo).refused(rule: "S32", saying: "No lower priority waits")
  }

  @Test func `Each reason is a sentence, and the first decides`() throws {
    let scene = given(.reproduced).and(.assessment(.assess(finding([.availability, .other], .p0))), by: tess)
      .and(try decide(.outOfCycle), by: tess)
    let reasons = scene.subject.priorityReasons
    #expect(reasons.map(\.0) == [.p0, .p1, .p2])
    #expect(
      reasons.map(\.1) == [
        "The team asks for more than what follows.",
        "SSVC says “Out-of-Cycle”: The fix comes before other work, with a release of its own if need be.",
        "The impact is loss of availability.",
      ])
    let top = given(.reproduced).and(.assessment(.assess(finding([.privilege, .confidentiality], .p1))), by: tess)
    #expect(top.subject.priorityReasons.map(\.1) == ["The impact is loss of confidentiality and gain of privilege."])
  }

  private func decide(_ outcome: SSVC.Outcome, _ reason: String = "") throws -> Case.Command {
    let points = try #require(Self.decisions[outcome])
    #expect(points.outcome == outcome)
    return .assessment(.decideSSVC(points, reason: reason))
  }

  private static func points(
    _ automatable: SSVC.Automatable, _ density: SSVC.ValueDensity, _ impact: SSVC.TechnicalImpact,
    _ safety: SSVC.PublicSafetyImpact
  ) -> SSVC.Supplier {
    .init(
      exploitation: .none, automatable: automatable, valueDensity: density, technicalImpact: impact,
      publicSafetyImpact: safety)
  }

  private func finding(_ impact: [Impact], _ priority: Priority) -> Finding {
    var finding = Fiction.finding
    finding.impact = Set(impact)
    finding.priority = priority
    return finding
  }
}
