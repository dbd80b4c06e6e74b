import Casework
import Foundation
import Testing

/// A case with its history, for tests that read: given this, when somebody asks for that, then this happens.
///
/// ```swift
/// given(.acknowledged).when(.report(.respond(hasty)), by: .triager("tess")).refused(rule: "S24")
/// ```
struct Scene {
  private(set) var history: [Entry] = []
  private(set) var subject = Case(Fiction.id)
  var policy = Fiction.policy

  /// One minute after the last thing that happened.
  var soon: Date { history.last.map { $0.at.addingTimeInterval(60) } ?? day(0) }

  func context(_ party: Party, at now: Date? = nil) -> Case.Context {
    Case.Context(now: now ?? soon, party: party, policy: policy)
  }

  /// Asks, and keeps the answer without acting on it.
  func when(_ command: Case.Command, by party: Party = .coordinator("cleo"), at now: Date? = nil) -> Answer {
    let context = context(party, at: now)
    do throws(Refusal) {
      return Answer(scene: self, context: context, result: .success(try subject.decide(command, in: context)))
    } catch {
      return Answer(scene: self, context: context, result: .failure(error))
    }
  }

  /// Something happens on the way; it must be allowed.
  func and(
    _ command: Case.Command, by party: Party = .coordinator("cleo"), at now: Date? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Scene {
    when(command, by: party, at: now).allowed(sourceLocation: sourceLocation)
  }

  func and(policy: Policy) -> Scene {
    var next = self
    next.policy = policy
    return next
  }

  /// The sentence by which a command's name alone is refused, or nil.
  func refusal(of name: Case.Command.Name, by party: Party, at now: Date? = nil) -> Refusal? {
    do throws(Refusal) {
      try subject.permits(name, in: context(party, at: now))
      return nil
    } catch {
      return error
    }
  }

  /// The case after these events.
  func after(_ events: [Case.Event], by party: PartyID, at now: Date) -> Scene {
    var next = self
    for event in events {
      let entry = Entry(event, at: now, by: party)
      next.history.append(entry)
      next.subject.evolve(entry)
    }
    return next
  }

  /// What the rules answered.
  struct Answer {
    var scene: Scene
    var context: Case.Context
    var result: Result<[Case.Event], Refusal>

    /// Exactly these events happen.
    @discardableResult
    func then(_ events: Case.Event..., sourceLocation: SourceLocation = #_sourceLocation) -> Scene {
      #expect(result == .success(events), sourceLocation: sourceLocation)
      return allowed(sourceLocation: sourceLocation)
    }

    /// It is allowed, whatever happens; gives the case afterwards.
    @discardableResult
    func allowed(sourceLocation: SourceLocation = #_sourceLocation) -> Scene {
      switch result {
      case .success(let events): return scene.after(events, by: context.party.id, at: context.now)
      case .failure(let refusal):
        Issue.record("refused by \(refusal.rule): \(refusal.sentence)", sourceLocation: sourceLocation)
        return scene
      }
    }

    /// It is refused by this rule, with a sentence in which these words stand.
    func refused(rule: String, saying words: String..., sourceLocation: SourceLocation = #_sourceLocation) {
      switch result {
      case .success(let events): Issue.record("not refused: \(events)", sourceLocation: sourceLocation)
      case .failure(let refusal):
        #expect(refusal.rule == rule, "\(refusal.sentence)", sourceLocation: sourceLocation)
        for words in words {
          #expect(refusal.sentence.contains(words), "\(refusal.sentence)", sourceLocation: sourceLocation)
        }
      }
    }
  }
}

/// A case to which just this has happened, as the books would give it back.
func given(_ history: Entry..., policy: Policy = Fiction.policy) -> Scene {
  var scene = Scene()
  scene.policy = policy
  for entry in history { scene = scene.after([entry.event], by: entry.by, at: entry.at) }
  return scene
}
