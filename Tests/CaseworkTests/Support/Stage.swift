import Casework
import Foundation
import Testing

/// How far a report has come, on the ordinary way from receipt to publication.
enum Stage: Int, CaseIterable, Comparable {
  case received, acknowledged, answered, reproduced, valid, accepted, fixed, planned, drafted, approved, published

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A case at this stage. Every step on the way is a command that the rules allowed.
func given(
  _ stage: Stage, _ submission: Submission = Fiction.submission, policy: Policy = Fiction.policy
) -> Scene {
  var scene = Scene()
  scene.policy = policy
  for step in Stage.allCases where step <= stage {
    for (command, party) in Stage.steps(to: step, from: scene, submission) {
      scene = scene.and(command, by: party, at: scene.history.isEmpty ? day(0) : Stage.time(of: step, scene))
    }
  }
  return scene
}

extension Stage {
  /// The embargo by default has ended when it is published.
  static func time(of step: Stage, _ scene: Scene) -> Date {
    step == .published ? max(day(21), scene.soon) : max(day(0, 4.0 * Double(step.rawValue)), scene.soon)
  }

  static func steps(to stage: Stage, from scene: Scene, _ submission: Submission) -> [(Case.Command, Party)] {
    let tess = Party.triager("tess")
    let cleo = Party.coordinator("cleo")
    switch stage {
    case .received: return [(.report(.receive(submission)), .desk)]
    case .acknowledged: return [(.report(.acknowledge(text: "Thank you. I am Tess and look at it today.")), tess)]
    case .answered: return [(.report(.respond(Fiction.response)), tess)]
    case .reproduced: return [(.report(.reproduce(Fiction.reproduction)), tess)]
    case .valid: return [(.report(.validate(duplicates: "Searched for wick and flame: none.")), tess)]
    case .accepted: return [(.assessment(.assess(Fiction.finding)), tess), (.report(.accept), tess)]
    case .fixed:
      let dora = Party.developer("dora")
      return [
        (.remediation(.setLine("1.x", .fixed(from: "1.0.0", Fiction.fix("1.4.2")))), dora),
        (.remediation(.setLine("2.x", .notAffected(.codeNotPresent, detail: "2.x has no wick."))), dora),
      ]
    case .planned:
      return [
        (.remediation(.setTimeline(Fiction.timeline)), .releaseManager("rhea")),
        (.plan(.edit(Fiction.steps)), tess), (.plan(.addMitigation(Fiction.mitigation)), tess),
        (.plan(.approve(planVersion: scene.subject.plan.contentVersion + 3)), cleo),
        (.remediation(.registerRelease(Fiction.release)), .releaseManager("rhea")),
        (.identifiers(.reserve(Fiction.cve)), cleo),
        (.assessment(.score(.init(vectors: [Fiction.vector], isFinal: true))), tess),
      ]
    case .drafted: return [(.advisory(.draft(Fiction.text)), tess)]
    case .approved: return [(.advisory(.approve(contentVersion: scene.subject.advisory.contentVersion)), cleo)]
    case .published: return [(.publication(.release(id: "LNTN-2026-0001")), .releaseManager("rhea"))]
    }
  }
}
