import AdvisoryTypes
import Foundation

@testable import Casework

/// A case to which things happen at random, watched at every step for what must never be.
struct RandomStory {
  private(set) var faults: [String] = []
  private(set) var coverage = Coverage()

  private var chance: Chance
  private let policy: Policy
  /// How often, in a hundred, the team does what a diligent team would do next.
  private let diligence: Int
  private var now = day(0)
  private var history: [Entry] = []
  private var subject = Case(Fiction.id)
  private var walker = Walker()
  /// The advisory as the approver saw it.
  private var approved: Advisory?

  init(seed: UInt64) {
    chance = Chance(seed: seed)
    policy = chance.policy()
    diligence = chance.pick([0, 50, 75, 90, 97])
  }

  mutating func run(steps: Int) {
    for _ in 0..<steps where faults.isEmpty {
      pass()
      let (command, party) = ask()
      decide(command, Case.Context(now: now, party: party, policy: policy))
    }
    expect(Case(Fiction.id, history: history) == subject, "folding the history gives another case")
  }

  /// Time moves on: minutes mostly, days at times, and beyond the end of an embargo when people wait for it.
  private mutating func pass() {
    now += Double(chance.roll(chance.happens(15) ? 500_000 : 3_000))
    if subject.publication.advisory != nil, chance.happens(10) { now += Case.watchPeriod }
    if let end = subject.embargo.terms?.end, end > now, subject.advisory.approval != nil, chance.happens(40) {
      now = end
    }
  }

  private mutating func ask() -> (Case.Command, Party) {
    if history.isEmpty, chance.happens(80) || chance.happens(diligence) {
      return (chance.command(.receive, of: subject, at: now), .desk)
    }
    if chance.happens(diligence) { return chance.nextStep(of: subject, at: now) }
    let name = chance.one(Case.Command.Name.self)
    return (chance.command(name, of: subject, at: now), chance.party(for: name))
  }

  private mutating func decide(_ command: Case.Command, _ context: Case.Context) {
    do throws(Refusal) {
      let events = try subject.decide(command, in: context)
      coverage.allowed[command.name, default: 0] += 1
      if chance.happens(10) {
        expect((try? subject.decide(command, in: context)) == events, "\(command.name) is decided in two ways")
        expect((try? subject.permits(command.name, in: context)) != nil, "\(command.name) is decided but not permitted")
      }
      for event in events { happen(event, context) }
      let known = subject.facts.state.publicAware || subject.facts.state.exploitPublic
      expect(!(known && subject.embargo.state.inForce), "an embargo outlives public knowledge")
      coverage.note(subject, at: now)
    } catch {
      coverage.refused[command.name, default: 0] += 1
      expect(error.sentence.count > 10 && error.sentence.hasSuffix("."), "no sentence: \(error.sentence)")
      expect(!error.rule.isEmpty, "a refusal of \(command.name) names no rule")
      if chance.happens(10) {
        do throws(Refusal) {
          _ = try subject.decide(command, in: context)
          expect(false, "\(command.name) is refused and then allowed")
        } catch let again {
          expect(again == error, "\(command.name) is refused in two ways")
        }
      }
    }
  }

  private mutating func happen(_ event: Case.Event, _ context: Case.Context) {
    let before = subject
    let entry = Entry(event, at: context.now, by: context.party.id)
    check(event, of: before, context)
    history.append(entry)
    subject.evolve(entry)
    walker.walk(event)
    coverage.note(entry, before: before, after: subject)
    faults += walker.faults
    faults += Invariants.faults(of: subject, since: before, walker, at: now)
    for delivery in subject.reactions(to: entry, policy: policy) where delivery.audience == .everyone {
      expect(subject.publication.advisory != nil, "something left before the release")
      expect(!subject.embargo.state.inForce, "something left under an embargo")
    }
    if case .advisory(.approved) = event {
      approved = subject.advisory(id: "", at: day(0), policy: policy)
    }
  }

  /// What has to be true at the moment in which something happens.
  private mutating func check(_ event: Case.Event, of before: Case, _ context: Case.Context) {
    switch event {
    case .publication(.released(let advisory)):
      let approval = before.advisory.approval
      expect(approval != nil && approval?.by != before.advisory.author, "released without another person's approval")
      expect(approval?.contentVersion == before.advisory.contentVersion, "released with an approval of other content")
      expect(
        before.advisory(id: "", at: day(0), policy: policy) == approved, "released something else than was approved")
      if context.policy.switches.cvssVersions == ["3.1"], !(before.facts.state.publicAware && !before.facts.byOurselves)
      {
        let scores = before.assessment.scores
        expect(scores.contains { $0.rating?.version == "3.1" }, "released without a score that the policy asks for")
        expect(
          scores.allSatisfy(\.isFinal) || before.assessment.finalScoreWaiver != nil, "released with a provisional score"
        )
        expect(before.assessment.unexplained.isEmpty, "the reporter does not know why we differ")
      }
      if let published = before.publication.advisory { revise(published, by: advisory, before) }
    case .report(.closed(let closure)):
      if closure.rejection != nil, before.report.submission?.claimedImpact?.isDisjoint(with: Impact.top) != true {
        let author = before.report.proposedRejection?.by
        expect(author != nil && author != context.party.id, "a grave claim turned down by one person")
      }
      if case .reserved(let id) = before.identifiers.cve { expect(false, "closed with \(id) reserved") }
      expect(!before.hasUnreleasedChanges, "closed with a revision due")
    case .assessment(.scored):
      expect(context.party.roles != [.reporter], "the reporter set a score")
    case .assessment(.lowered):
      expect(before.assessment.proposedPriority?.by != context.party.id, "lowered by one person")
    case .plan(.approved): expect(before.plan.editor != context.party.id, "the plan is approved by its editor")
    case .embargo(.terminated(.published)):
      expect(before.embargo.terms.map { $0.end <= context.now } ?? true, "published before the agreed end")
    case .embargo(.terminated(.reached)):
      expect(before.embargo.terms.map { $0.end <= context.now } ?? false, "time was up before its end")
    case .embargo(.proposed(let until, _, _)):
      expect(until > context.now, "a date of the past is proposed")
    default: break
    }
    if before.report.state == .closed {
      switch event {
      case .publication(.delivered), .identifiers(.recordPublished), .conversation(.written): break
      default: expect(false, "\(event) after the end")
      }
    }
  }

  /// A revision is the same advisory, later, with something else in it and a word about that.
  private mutating func revise(_ published: Advisory, by advisory: Advisory, _ before: Case) {
    expect(before.hasUnreleasedChanges, "released twice")
    expect(advisory.id == published.id && advisory.published == published.published, "a revision is another advisory")
    expect(advisory.updated >= published.updated, "a revision is older than what it revises")
    expect(Array(advisory.revisions.dropLast()) == published.revisions, "the history of revisions was rewritten")
    expect(advisory.revisions.map(\.number) == Array(1...advisory.revisions.count), "revisions are not counted")
    expect(advisory.revisions.last?.note.isEmpty == false, "a revision does not say what changed")
  }

  private mutating func expect(_ condition: Bool, _ fault: @autoclosure () -> String) {
    if !condition { faults.append(fault()) }
  }
}
